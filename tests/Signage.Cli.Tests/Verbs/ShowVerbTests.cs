using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

public sealed class ShowVerbTests
{
    [Theory]
    [InlineData("onbon/bx-6e2", "160x16x1", "tcp://127.0.0.1:9", "9999", "stands 0.01 to 655.35 s")]
    [InlineData("awtrix/awtrix3-http", "32x8xrgb", "http://127.0.0.1:9", "61", "stands 1 to 60 s")]
    [InlineData("awtrix/awtrix3-http", "32x8xrgb", "http://127.0.0.1:9", "0.5", "stands 1 to 60 s")]
    public async Task Show_WhenTheCardCannotLetAPageStandSoLong_SaysItsRange(string model, string face, string panel, string stay, string words)
    {
        var ran = await RealProgram.RunAsync("show", "通知", "-p", model, "--face", face, "--panel", panel, "--stay", stay);

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        var line = Assert.Single(ran.ErrorLines);
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.Contains(stay, line, StringComparison.Ordinal);
    }
}
