using Microsoft.Extensions.Time.Testing;
using Signage.Transports.Serial;

namespace Signage.Transports.Tests.Serial;

public sealed class SerialClosingTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly SerialClosing _closing;

    public SerialClosingTests() => _closing = new SerialClosing(_time);

    [Fact]
    public async Task Closing_WhenTheDriverNeverLetsGo_LeavesThePortBehind()
    {
        using var never = new ManualResetEventSlim();
        await _closing.CloseAsync(() => never.Wait(TestContext.Current.CancellationToken), Task.CompletedTask).AdvanceUntilDoneAsync(_time);
        never.Set();
        Assert.Equal(1, _closing.Abandoned);
    }

    [Fact]
    public async Task Closing_WhenTheReaderNeverEnds_LeavesItBehind()
    {
        var reader = new TaskCompletionSource();
        await _closing.CloseAsync(() => { }, reader.Task).AdvanceUntilDoneAsync(_time);
        Assert.Equal(1, _closing.Abandoned);
    }

    [Fact]
    public async Task Closing_WhenTheDriverLetsGo_LeavesNothingBehind()
    {
        await _closing.CloseAsync(() => { }, Task.CompletedTask);
        Assert.Equal(0, _closing.Abandoned);
    }

    [Fact]
    public async Task Closing_WhenTheDeviceWasGoneBefore_DoesNotMind()
    {
        await _closing.CloseAsync(() => throw new IOException("gone"), Task.CompletedTask);
        Assert.Equal(0, _closing.Abandoned);
    }
}
