using System.Globalization;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;

namespace Signage.Cli.Tests.Verbs;

/// <summary>A panel that is streamed to keeps nothing: whoever asks for it reads one line, and not that it was done.</summary>
public sealed class StreamedVerbsTests
{
    [Theory]
    [InlineData("ddp/matrix", "encode")]
    [InlineData("wled/esp32", "encode")]
    [InlineData("ddp/matrix", "show", "--panel", "udp://127.0.0.1:9")]
    [InlineData("wled/esp32", "show", "--panel", "udp://127.0.0.1:9?control=9")]
    public async Task Keep_WhenThePanelIsStreamedTo_IsRefused(string model, string verb, params string[] where)
    {
        string[] content = verb == "encode" ? ["show", "通知"] : ["通知"];
        var (code, answer, complaints) = await RunAsync([verb, "-p", model, "--face", "32x16xrgb", "--keep", .. where, .. content]);

        Assert.Equal((1, ""), (code, answer));
        Assert.Contains($"{model}: 此屏不存节目", Assert.Single(complaints.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encode_WhenThePanelIsStreamedTo_IsOnePicture()
    {
        var (code, answer, _) = await RunAsync(["encode", "-p", "ddp/matrix", "--face", "32x16xrgb", "show", "通知"]);

        Assert.Equal(0, code);
        Assert.All(answer.Split('\n', StringSplitOptions.RemoveEmptyEntries), packet => Assert.Equal("0B", packet.Substring(4, 2)));
    }

    private static async Task<(int Code, string Answer, string Complaints)> RunAsync(string[] words)
    {
        using var answers = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var complaints = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var code = await CommandLine.RunAsync(words, ProgramRooms.Create, new Output(answers, complaints, () => Stream.Null), TestContext.Current.CancellationToken);
        return (code, answers.ToString(), complaints.ToString());
    }
}
