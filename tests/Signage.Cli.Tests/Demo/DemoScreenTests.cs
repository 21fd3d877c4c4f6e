using Microsoft.Extensions.Time.Testing;
using Signage.Cli.Demo;
using Spectre.Console;

namespace Signage.Cli.Tests.Demo;

public sealed class DemoScreenTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _site = new();

    [Theory]
    [InlineData("on a terminal", true)]
    [InlineData("into a file", false)]
    public async Task Draw_WhenTheSiteBreaks_EndsWithItsReason(string where, bool drawn)
    {
        var frames = 0;
        var drawing = DemoScreen.DrawAsync(_site.Task, () => new Text($"{frames++}"), drawn ? Screen() : null, _time, TestContext.Current.CancellationToken);

        _site.SetException(new InvalidOperationException("the disk is gone"));
        _time.Advance(TimeSpan.FromSeconds(1));

        var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => drawing.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.Equal((where, "the disk is gone"), (where, ended.Message));
    }

    [Fact]
    public async Task Draw_WhenToldToStop_Stops()
    {
        using var stop = new CancellationTokenSource();
        var drawing = DemoScreen.DrawAsync(_site.Task, () => new Text("panel"), Screen(), _time, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drawing.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken));
    }

    private static IAnsiConsole Screen() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
}
