using System.Buffers;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>
/// The layer both frame kinds share (section 1 of docs/protocols/onbon-bx6.md): one or more A5, the payload with its four reserved bytes
/// replaced by two, one or more 5A. Both pairs must be escaped in one pass; escaping them one after the other is a known bug of public senders.
/// </summary>
internal static class Bx6Escaping
{
    public const byte Lead = 0xA5;
    public const byte Tail = 0x5A;
    private const byte LeadEscape = 0xA6;
    private const byte TailEscape = 0x5B;

    /// <summary>Writes a payload as it goes on the wire.</summary>
    public static void Write(ReadOnlySpan<byte> payload, int leads, int tails, IBufferWriter<byte> output)
    {
        var wire = output.GetSpan(leads + (payload.Length * 2) + tails);
        wire[..leads].Fill(Lead);
        var at = leads;
        foreach (var value in payload)
        {
            if (value is Lead or LeadEscape or Tail or TailEscape)
            {
                wire[at++] = value is Lead or LeadEscape ? LeadEscape : TailEscape;
                wire[at++] = (byte)(value is Lead or Tail ? 2 : 1);
            }
            else
            {
                wire[at++] = value;
            }
        }

        wire.Slice(at, tails).Fill(Tail);
        output.Advance(at + tails);
    }

    /// <summary>Undoes the escaping.</summary>
    /// <param name="wire">What stood between the last A5 and the first 5A.</param>
    /// <param name="payload">Receives the payload; as long as <paramref name="wire"/> is enough.</param>
    /// <returns>Bytes written, or -1 when an escape is followed by something other than 1 or 2, or an A5 or 5A stands there as it is.</returns>
    public static int Read(ReadOnlySpan<byte> wire, Span<byte> payload)
    {
        var length = 0;
        for (var i = 0; i < wire.Length; i++)
        {
            var value = wire[i];
            if (value is Lead or Tail)
            {
                return -1;
            }

            if (value is LeadEscape or TailEscape)
            {
                i++;
                if (i >= wire.Length || wire[i] is not (1 or 2))
                {
                    return -1;
                }

                value = (value, wire[i]) switch
                {
                    (LeadEscape, 2) => Lead,
                    (TailEscape, 2) => Tail,
                    _ => value,
                };
            }

            payload[length++] = value;
        }

        return length;
    }

    /// <summary>Bytes that one payload byte takes on the wire.</summary>
    public static int WireLength(byte value) => value is Lead or LeadEscape or Tail or TailEscape ? 2 : 1;
}
