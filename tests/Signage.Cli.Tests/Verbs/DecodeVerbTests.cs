using System.Text.Json;
using Signage.Cli.Tests.Captures;
using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

public sealed class DecodeVerbTests : IDisposable
{
    private readonly BenchProgram _program = new();

    [Fact]
    public async Task Decode_WhenAskedForJson_HasTheContractedShape()
    {
        var ran = await _program.RunAsync("decode", "-p", "bench/one", "--json", _program.Write("c.hex", "6f6b 0a 62:61:64 # ok, then bad"));

        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(
            [
                """{"offset":0,"length":2,"packet":"ok","valid":true,"error":null,"fields":[{"offset":0,"length":2,"name":"word","value":"ok"}]}""",
                """{"offset":3,"length":3,"packet":"bad","valid":false,"error":"the sum is wrong","fields":[{"offset":3,"length":3,"name":"word","value":"bad"}]}""",
            ],
            json.RootElement.EnumerateArray().Select(packet => packet.GetRawText()));
    }

    [Fact]
    public async Task Decode_WhenNoFileIsNamed_ReadsStandardInput()
    {
        _program.Input = "6F6B"u8.ToArray();

        var ran = await _program.RunAsync("decode", "-p", "bench/one");

        Assert.Contains("000000 +2 ok", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decode_WhenAskedForAPicture_DrawsTheGlassOnceThePageHasComeInWhole()
    {
        var png = _program.PathOf("glass.png");

        var ran = await _program.RunAsync("decode", "-p", "bench/one", "--face", "16x16x1", "--png", png, _program.Write("c.hex", "6F6B"));

        Assert.Equal((0, true), (ran.Code, File.Exists(png)));
        Assert.False(Assert.Single(_program.Drawing.Drawn).IsDark);
    }

    [Fact]
    public async Task Decode_WhenAPictureHasNoFace_SaysSo()
    {
        var ran = await _program.RunAsync("decode", "-p", "bench/one", "--png", _program.PathOf("glass.png"), _program.Write("c.hex", "6F6B"));

        Assert.Equal((2, ""), (ran.Code, ran.Out));
        Assert.Contains("--face", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decode_WhenARecordingIsCutOff_TellsItsWholeFramesAndNotesTheCut()
    {
        var recording = RecordedTraffic.Pcap(true, RecordedTraffic.Segment(100, "ok"u8.ToArray()), RecordedTraffic.Segment(102, [3]));

        var ran = await _program.RunAsync("decode", "-p", "bench/one", "--json", _program.Write("c.pcap", recording[..^1]));

        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal((0, "ok"), (ran.Code, json.RootElement[0].GetProperty("packet").GetString()));
        Assert.Contains("in the middle of a frame", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();
}
