using System.Buffers;

namespace Signage.Transports.Broker.Guard;

/// <summary>The types of MQTT packets.</summary>
internal enum PacketType
{
    Reserved = 0,
    Connect = 1,
    ConnectAnswer = 2,
    Publish = 3,
    PublishAnswer = 4,
    Received = 5,
    Release = 6,
    Complete = 7,
    Subscribe = 8,
    SubscribeAnswer = 9,
    Unsubscribe = 10,
    UnsubscribeAnswer = 11,
    Ping = 12,
    PingAnswer = 13,
    Disconnect = 14,
    Auth = 15,
}

/// <summary>The fixed header of a packet: its first byte, and how long it is.</summary>
/// <param name="First">Type and flags.</param>
/// <param name="HeaderBytes">Two to five.</param>
/// <param name="BodyBytes">What follows them.</param>
internal readonly record struct PacketHeader(byte First, int HeaderBytes, int BodyBytes)
{
    private const int MostHeaderBytes = 5;

    public PacketType Type => (PacketType)(First >> 4);

    public int Flags => First & 0x0F;

    /// <summary>Of a PUBLISH: 0 to 3.</summary>
    public int QualityOfService => (First >> 1) & 3;

    public int TotalBytes => HeaderBytes + BodyBytes;

    /// <summary>Reads a header as far as it has come. Of a part, type and flags are known unless nothing has come.</summary>
    public static HeaderReading TryRead(in ReadOnlySequence<byte> buffer, out PacketHeader header)
    {
        Span<byte> bytes = stackalloc byte[MostHeaderBytes];
        var count = (int)Math.Min(MostHeaderBytes, buffer.Length);
        if (buffer.FirstSpan.Length >= count)
        {
            buffer.FirstSpan[..count].CopyTo(bytes);
        }
        else
        {
            buffer.Slice(0, count).CopyTo(bytes);
        }

        header = count == 0 ? default : new PacketHeader(bytes[0], 0, 0);
        var body = 0;
        for (var at = 1; at < count; at++)
        {
            body |= (bytes[at] & 0x7F) << (7 * (at - 1));
            if ((bytes[at] & 0x80) == 0)
            {
                header = new PacketHeader(bytes[0], at + 1, body);

                // A last byte of 0 says nothing: the length has a shorter form, which is the only right one.
                return at > 1 && bytes[at] == 0 ? HeaderReading.Wrong : HeaderReading.Whole;
            }
        }

        return count == MostHeaderBytes ? HeaderReading.Wrong : HeaderReading.Part;
    }
}

/// <summary>How far a header has come.</summary>
internal enum HeaderReading
{
    Part,
    Whole,
    Wrong,
}
