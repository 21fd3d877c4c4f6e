using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Ddp;

namespace Signage.Protocols.Tests.Vendors.Ddp;

/// <summary>Packets of DDP with one thing wrong each (docs/protocols/ddp.md, section 1).</summary>
public sealed class DdpBadInputs
{
    private const string Short = "shorter than its header says";

    // Three red pixels, pushed: ten bytes of header, nine of data.
    private static readonly byte[] Good = ByteVector.Named("ddp", "three-red-pixels").Bytes;

    private static readonly BadInput[] All =
    [
        new("version 0", With(0, 0x01), "not version 1"),
        new("version 2", With(0, 0x81), "not version 1"),
        new("version 3", With(0, 0xC1), "not version 1"),
        new("reserved flag", With(0, 0x61), "reserved bit of the flags is set"),
        new("sequence of more than four bits", With(1, 0x10), "reserved bits of the sequence are set"),
        new("reserved bit of the type", With(2, 0x4B), "reserved bit of the data type is set"),
        new("id of nobody", With(3, 0x00), "id 0 is reserved"),
        new("more data than a packet holds", [.. Good[..8], 0x05, 0xA1, .. new byte[1441]], "more than 1440 bytes of data"),
        new("length FFFF", [.. Good[..8], 0xFF, 0xFF], "more than 1440 bytes of data"),
        new("header cut short", Good[..5], Short, Swallows: true),
        new("data cut short", Good[..^1], Short, Swallows: true),
        new("time announced and not there", [0x51, .. Good[1..8], 0x00, 0x00], Short, Swallows: true),
        new("first byte lost", Good[1..], "not version 1"),
        BadInput.Text("another protocol", "HTTP/1.1 400 Bad Request\r\n\r\n", "reserved bits of the sequence are set"),
        new("nothing but zeros", new byte[2000], "not version 1"),
    ];

    public static TheoryData<string> Names => [.. All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhenThePacketIsBad_SaysWhatIsWrongAndFindsTheNext(string name) => All.Single(row => row.Name == name).Hold(new DdpAdapter(), Good);

    private static byte[] With(int at, byte value) => [.. Good[..at], value, .. Good[(at + 1)..]];
}
