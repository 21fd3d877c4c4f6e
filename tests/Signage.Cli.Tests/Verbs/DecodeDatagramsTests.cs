using System.Globalization;
using System.Text.Json;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Cli.Tests.Captures;

namespace Signage.Cli.Tests.Verbs;

/// <summary>A recording of DDP, told by the real program.</summary>
public sealed class DecodeDatagramsTests : IDisposable
{
    private static readonly byte[] RedGreen = Convert.FromHexString("41010B010000000000" + "06FF000000FF00");
    private static readonly byte[] Black = Convert.FromHexString("41020B010000000000" + "06000000000000");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-ddp-");

    [Fact]
    public async Task Decode_WhenARecordingHoldsDdp_TellsEachDatagramWithinItsBounds()
    {
        // Joined as a stream, the one byte that is missing would be taken from the packet behind it.
        using var told = JsonDocument.Parse(await DecodeAsync(RedGreen, Black[..^1], RedGreen));

        var rows = told.RootElement.EnumerateArray().ToArray();
        Assert.Equal(
            [(0, 16, true), (16, 15, false), (31, 16, true)],
            rows.Select(row => (row.GetProperty("offset").GetInt32(), row.GetProperty("length").GetInt32(), row.GetProperty("valid").GetBoolean())));
        Assert.Equal(31, rows[2].GetProperty("fields")[0].GetProperty("offset").GetInt32());
        Assert.All(rows, row => Assert.Equal("udp 10.0.0.1:40000 > 10.0.0.2:4048", row.GetProperty("stream").GetString()));
    }

    [Fact]
    public async Task Decode_WhenAskedForAPicture_FeedsTheCardWithTheDatagramsAsTheyCame()
    {
        // A byte too many, which the card refuses: what was lit before stays.
        var (lit, dark) = (Path.Combine(_folder.FullName, "lit.png"), Path.Combine(_folder.FullName, "dark.png"));
        await DecodeAsync(["--face", "2x1xrgb", "--png", lit], RedGreen, [.. Black, 0]);
        await DecodeAsync(["--face", "2x1xrgb", "--png", dark], RedGreen, Black);

        Assert.NotEqual(await File.ReadAllBytesAsync(dark, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(lit, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<string> DecodeAsync(params byte[][] datagrams) => DecodeAsync(["--json"], datagrams);

    private async Task<string> DecodeAsync(string[] options, params byte[][] datagrams)
    {
        var file = Path.Combine(_folder.FullName, "c.pcap");
        await File.WriteAllBytesAsync(
            file, RecordedTraffic.Pcap(true, [.. datagrams.Select(data => RecordedTraffic.Datagram(data))]), TestContext.Current.CancellationToken);
        using var answers = new StringWriter(CultureInfo.InvariantCulture);
        using var complaints = new StringWriter(CultureInfo.InvariantCulture);
        var code = await CommandLine.RunAsync(
            ["decode", "-p", "ddp/matrix", .. options, file], ProgramRooms.Create, new Output(answers, complaints, () => Stream.Null), TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (code, complaints.ToString()));
        return answers.ToString();
    }
}
