using CsCheck;
using Signage.Cli.Captures;
using Signage.Cli.Terminal;
using Signage.Protocols.Vendors.Wled;

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

        Assert.Equal((name, "A55A01"), (name, HexOf(stream)));
    }

    [Fact]
    public void Open_WhenGivenRawBytes_TakesThemAsTheyAre()
    {
        byte[] raw = [0xA5, 0x5A, 0x00, 0xFF];

        Assert.Equal("A55A00FF", HexOf(Assert.Single(CaptureFile.Open(raw).Streams)));
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
            streams.Select(stream => (name, stream.Name!, HexOf(stream))));
        Assert.Null(damage);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Open_WhenTheLastFrameIsCutOff_TellsWhatIsWholeAndWhereItEnds(string name, bool little, bool next)
    {
        byte[][] frames = [RecordedTraffic.Segment(100, [1, 2]), RecordedTraffic.Segment(102, [3])];
        var whole = next ? RecordedTraffic.PcapNext(little, frames) : RecordedTraffic.Pcap(little, frames);

        var (streams, damage) = CaptureFile.Open(whole[..^7]);

        Assert.Equal((name, "0102"), (name, HexOf(Assert.Single(streams))));
        Assert.Contains("in the middle of a frame", damage, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WhenNumbersWrapRound_JoinsAcross()
    {
        var recording = RecordedTraffic.Pcap(true, RecordedTraffic.Segment(uint.MaxValue, [1, 2]), RecordedTraffic.Segment(1, [3]));

        Assert.Equal("010203", HexOf(Assert.Single(CaptureFile.Open(recording).Streams)));
    }

    [Fact]
    public void Open_WhenASegmentWasNeverRecorded_CountsWhatFollowsOnce_AtItsOwnTime()
    {
        var recording = RecordedTraffic.Pcap(
            true,
            RecordedTraffic.Segment(99, [], opens: true),
            RecordedTraffic.Segment(100, [0xAA, 0xBB]),
            RecordedTraffic.Segment(104, [0xEE, 0xFF]),
            RecordedTraffic.Segment(104, [0xEE, 0xFF]),
            RecordedTraffic.Segment(105, [0xFF, 0x11]));

        var stream = Assert.Single(CaptureFile.Open(recording).Streams);
        Assert.Equal("AABBEEFF11", HexOf(stream));
        Assert.Equal([new Arrival(2, 1), new Arrival(4, 2), new Arrival(5, 4)], stream.Arrivals);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Open_WhenDatagramsCount_GivesEachWithinItsBounds(string name, bool little, bool next)
    {
        byte[][] frames =
        [
            RecordedTraffic.Datagram([1, 2]),
            RecordedTraffic.Segment(100, [7]),
            RecordedTraffic.Datagram([1, 2]),
            RecordedTraffic.Datagram([9], back: true),
            RecordedTraffic.Datagram([]),
            RecordedTraffic.Datagram([3]),
        ];

        var (streams, damage) = CaptureFile.Open(next ? RecordedTraffic.PcapNext(little, frames) : RecordedTraffic.Pcap(little, frames), datagrams: true);

        Assert.Equal(
            [
                (name, "10.0.0.1:40000 > 10.0.0.2:5005", false, "07"),
                (name, "udp 10.0.0.1:40000 > 10.0.0.2:4048", true, "0102|0102|03"),
                (name, "udp 10.0.0.2:4048 > 10.0.0.1:40000", true, "09"),
            ],
            streams.Select(stream => (name, stream.Name!, stream.InDatagrams, HexOf(stream))));
        Assert.Null(damage);
    }

    [Fact]
    public void Open_WhenADatagramWasCutUpOnItsWay_TakesNoLaterPieceForADatagram()
    {
        var later = RecordedTraffic.Datagram([4, 5]);
        later[14 + 7] = 1;

        var (streams, _) = CaptureFile.Open(RecordedTraffic.Pcap(true, RecordedTraffic.Datagram([1]), later), datagrams: true);

        Assert.Equal("01", HexOf(Assert.Single(streams)));
    }

    [Fact]
    public void Open_WhenTheFrameIsLongerThanTheDatagram_LeavesThePaddingOut()
    {
        byte[] padded = [.. RecordedTraffic.Datagram([1]), 0, 0, 0];

        Assert.Equal("01", HexOf(Assert.Single(CaptureFile.Open(RecordedTraffic.Pcap(true, padded), datagrams: true).Streams)));
    }

    [Fact]
    public void Open_WhenDatagramsDoNotCount_LeavesThemOut()
    {
        var recording = RecordedTraffic.Pcap(true, RecordedTraffic.Datagram([1]), RecordedTraffic.Segment(100, [7]));

        Assert.Equal("07", HexOf(Assert.Single(CaptureFile.Open(recording).Streams)));
    }

    [Fact]
    public void Open_WhenARecordingHoldsNothingAtAll_SaysThatItHoldsNoUdpEither() => Assert.Contains(
        "UDP", Assert.Throws<UserError>(() => CaptureFile.Open(RecordedTraffic.Pcap(true), datagrams: true)).Message, StringComparison.Ordinal);

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
            byte[][] frames = [RecordedTraffic.Segment(100, [1, 2]), RecordedTraffic.Datagram([1, 2, 3, 4])];
            var recording = next ? RecordedTraffic.PcapNext(little, frames) : RecordedTraffic.Pcap(little, frames);
            recording[at % recording.Length] = value;
            try
            {
                return CaptureFile.Open(recording[..Math.Min(length, recording.Length)], datagrams: true).Streams.Count > 0;
            }
            catch (UserError error)
            {
                return error.Lines.Count == 1;
            }
        });

    [Fact]
    public void Messages_WhenACardIsReachedByTwoLinks_ComeInTheOrderOfTheRecording()
    {
        var request = "POST /json/state HTTP/1.1\r\nHost: h\r\nContent-Length: 12\r\n\r\n{\"on\":false}"u8.ToArray();
        var picture = Convert.FromHexString("41010B010000000000" + "06FF000000FF00");
        var recording = RecordedTraffic.Pcap(
            true,
            RecordedTraffic.Datagram(picture),
            RecordedTraffic.Segment(1, request[..20]),
            RecordedTraffic.Datagram(picture),
            RecordedTraffic.Segment(21, request[20..]),
            RecordedTraffic.Datagram(picture));

        var messages = CapturedStream.Messages(CaptureFile.Open(recording, datagrams: true).Streams, new WledAdapter());

        Assert.Equal(["Datagrams", "Datagrams", "Request", "Datagrams"], messages.Select(message => message.GetType().Name));
    }

    private static string HexOf(CapturedStream stream) => string.Join('|', stream.Pieces.Select(piece => Convert.ToHexString(piece.Span)));
}
