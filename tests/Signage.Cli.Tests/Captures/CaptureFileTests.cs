using CsCheck;
using Signage.Cli.Captures;
using Signage.Cli.Terminal;

namespace Signage.Cli.Tests.Captures;

public sealed class CaptureFileTests
{
    [Theory]
    [InlineData("a run", "a55A01")]
    [InlineData("parted", "A5 5a:01\r\n")]
    [InlineData("with prefixes and commas", "0xA5, 0x5A, 0x01")]
    [InlineData("with remarks", "# ping\nA5 5A # start\n01")]
    public void Open_WhenGivenHexText_ReadsItsBytes(string name, string text)
    {
        var stream = Assert.Single(CaptureFile.Open(System.Text.Encoding.UTF8.GetBytes(text)).Streams);

        Assert.Equal((name, "A55A01"), (name, Convert.ToHexString(stream.Bytes.Span)));
    }

    [Fact]
    public void Open_WhenGivenRawBytes_TakesThemAsTheyAre()
    {
        byte[] raw = [0xA5, 0x5A, 0x00, 0xFF];

        Assert.Equal(raw, Assert.Single(CaptureFile.Open(raw).Streams).Bytes.ToArray());
    }

    [Fact]
    public void Open_WhenHexHasHalfAByte_NamesTheLine() =>
        Assert.Contains("line 2", Assert.Throws<UserError>(() => CaptureFile.Open("A5\nA"u8.ToArray())).Message, StringComparison.Ordinal);

    public static TheoryData<string, bool, bool> Forms => new()
    {
        { "classic, low byte first", true, false },
        { "classic, high byte first", false, false },
        { "next generation, low byte first", true, true },
        { "next generation, high byte first", false, true },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Open_WhenGivenARecording_JoinsEachDirection(string name, bool little, bool next)
    {
        byte[][] frames =
        [
            RecordedTraffic.Segment(99, [], opens: true),
            RecordedTraffic.Segment(102, [3]),
            RecordedTraffic.Segment(100, [1, 2]),
            RecordedTraffic.Segment(500, [9], back: true),
            RecordedTraffic.Segment(100, [1, 2]),
            RecordedTraffic.Segment(101, [2, 3, 4]),
        ];

        var (streams, damage) = CaptureFile.Open(next ? RecordedTraffic.PcapNext(little, frames) : RecordedTraffic.Pcap(little, frames));

        Assert.Equal(
            [(name, "10.0.0.1:40000 > 10.0.0.2:5005", "01020304"), (name, "10.0.0.2:5005 > 10.0.0.1:40000", "09")],
            streams.Select(stream => (name, stream.Name!, Convert.ToHexString(stream.Bytes.Span))));
        Assert.Null(damage);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Open_WhenTheLastFrameIsCutOff_TellsWhatIsWholeAndWhereItEnds(string name, bool little, bool next)
    {
        byte[][] frames = [RecordedTraffic.Segment(100, [1, 2]), RecordedTraffic.Segment(102, [3])];
        var whole = next ? RecordedTraffic.PcapNext(little, frames) : RecordedTraffic.Pcap(little, frames);

        var (streams, damage) = CaptureFile.Open(whole[..^7]);

        Assert.Equal((name, "0102"), (name, Convert.ToHexString(Assert.Single(streams).Bytes.Span)));
        Assert.Contains("in the middle of a frame", damage, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WhenNumbersWrapRound_JoinsAcross()
    {
        var recording = RecordedTraffic.Pcap(true, RecordedTraffic.Segment(uint.MaxValue, [1, 2]), RecordedTraffic.Segment(1, [3]));

        Assert.Equal("010203", Convert.ToHexString(Assert.Single(CaptureFile.Open(recording).Streams).Bytes.Span));
    }

    [Fact]
    public void Open_WhenARecordingHoldsNoTcp_SaysSo() => Assert.Throws<UserError>(() => CaptureFile.Open(RecordedTraffic.Pcap(true)));

    [Fact]
    public void Open_WhenARecordingIsOfAnUnknownLink_SaysThatItHoldsNoTcp()
    {
        var recording = RecordedTraffic.Pcap(true, RecordedTraffic.Segment(100, [1, 2]));
        recording[20] = 175;

        Assert.Throws<UserError>(() => CaptureFile.Open(recording));
    }

    [Fact]
    public void Open_WhenARecordingIsDamaged_GivesStreamsOrOneLine() =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 140], Gen.Byte, Gen.Int[24, 140]).Sample((little, next, at, value, length) =>
        {
            byte[][] frames = [RecordedTraffic.Segment(100, [1, 2]), RecordedTraffic.Segment(102, [3])];
            var recording = next ? RecordedTraffic.PcapNext(little, frames) : RecordedTraffic.Pcap(little, frames);
            recording[at % recording.Length] = value;
            try
            {
                return CaptureFile.Open(recording[..Math.Min(length, recording.Length)]).Streams.Count > 0;
            }
            catch (UserError error)
            {
                return error.Lines.Count == 1;
            }
        });
}
