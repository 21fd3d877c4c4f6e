using System.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Awtrix;
using Signage.Protocols.Vendors.Colorlight;
using Signage.Protocols.Vendors.Ddp;
using Signage.Protocols.Vendors.Wled;
using Signage.Protocols.Wire.Captures;

namespace Signage.Protocols.Tests.Wire.Captures;

/// <summary>What a log says of a message: enough to find a mistake, and nothing that was shown or that a card keeps to itself.</summary>
public sealed class PacketLineTests
{
    [Fact]
    public void Line_WhenItIsADatagram_TellsItsHeaderAndHowLongItsDataIs()
    {
        byte[] packet = [0x41, 0x03, 0x0B, 0x01, 0, 0, 0, 0, 0, 6, 1, 2, 3, 4, 5, 6];
        Assert.Equal(
            "data, push flags=41 (version 1, push) sequence=3 dataType=0B (RGB, 8 bit) id=1 (display) offset=0 length=6 data=(6 bytes)",
            PacketLine.Of(new DdpAdapter(), new WireMessage.Datagrams([packet])));
    }

    [Fact]
    public void Line_WhenAPictureHasSeveralDatagrams_TellsEach()
    {
        byte[] packet = [0x40, 0x03, 0x0B, 0x01, 0, 0, 0, 0, 0, 1, 9];
        Assert.Equal(2, PacketLine.Of(new DdpAdapter(), new WireMessage.Datagrams([packet, packet])).Split(" | ").Length);
    }

    [Fact]
    public void Line_WhenItIsATopic_TellsItAndItsFields()
    {
        var line = PacketLine.Of(new AwtrixAdapter(), new WireMessage.Topic("custom/signage-1", """{"text":"秘密","duration":7}"""u8.ToArray()));
        Assert.Equal(
            "custom/signage-1 header=publish, at most once, not retained remainingLength=53 topicLength=21 topic=card/custom/signage-1 text=(16 bytes) duration=(14 bytes)",
            line);
    }

    [Fact]
    public void Line_WhenItIsARequest_TellsMethodPathAndTheNamesOfItsFields()
    {
        var line = PacketLine.Of(new WledAdapter(), new WireMessage.Request("POST", "/json/state", "application/json", """{"on":true,"bri":153}"""u8.ToArray()));
        Assert.Equal(
            "HTTP request line=POST /json/state HTTP/1.1 header=Content-Type: application/json header=Content-Length: 21 on=(4 bytes) bri=(3 bytes)", line);
    }

    [Theory]
    [MemberData(nameof(Replies))]
    public void Line_WhenAReplyHoldsWhatIsSecret_TellsTheStatusAndNothingOfIt(string family)
    {
        var adapter = All.Single(one => one.Protocol == family);
        var body = Encoding.UTF8.GetBytes("""{"wifi":{"ssid":"UNSAID","psk":"UNSAID"},"list":["UNSAID",1],"name":"UNSAID"}""");
        var line = PacketLine.Of(adapter, new WireAnswer.Reply(200, "application/json", body));
        Assert.Contains("200", line, StringComparison.Ordinal);
        Assert.Contains("name=(", line, StringComparison.Ordinal);
        Assert.DoesNotContain("UNSAID", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Adapters))]
    public void Line_WhenAMessageIsRubbish_TellsItWithoutItsContent(string family)
    {
        var adapter = All.Single(one => one.Protocol == family);
        var rubbish = "UNSAID {\"a\":\"UNSAID"u8.ToArray();
        foreach (var line in (string[])
        [
            PacketLine.Of(adapter, new WireAnswer.Datagram(rubbish)),
            PacketLine.Of(adapter, new WireAnswer.Topic("custom/a", rubbish)),
            PacketLine.Of(adapter, new WireAnswer.Reply(500, "text/plain", rubbish)),
            PacketLine.Of(adapter, new WireMessage.Request("POST", "/a", null, rubbish)),
        ])
        {
            Assert.NotEmpty(line);
            Assert.DoesNotContain("UNSAID", line, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> Adapters => [.. All.Select(adapter => adapter.Protocol)];

    public static TheoryData<string> Replies => [.. All.Where(adapter => adapter is not DdpAdapter).Select(adapter => adapter.Protocol)];

    private static IPanelAdapter[] All => [new DdpAdapter(), new WledAdapter(), new AwtrixAdapter(), new ColorlightAdapter()];
}
