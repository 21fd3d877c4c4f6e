using System.Globalization;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>Walks an un-escaped payload field by field and notes where each one stood on the wire.</summary>
/// <param name="fields">Receives the fields.</param>
/// <param name="payload">The payload.</param>
/// <param name="wire">Where the payload starts on the wire.</param>
internal sealed class Bx6FieldList(List<WireField> fields, ReadOnlyMemory<byte> payload, int wire)
{
    private int _at;
    private int _wire = wire;

    /// <summary>Bytes not walked yet.</summary>
    public int Left => payload.Length - _at;

    /// <summary>A byte ahead.</summary>
    public byte Peek(int ahead) => payload.Span[_at + ahead];

    /// <summary>Adds a row of fields; answers the last one's number.</summary>
    public long AddAll((string Name, int Length)[] row)
    {
        var last = 0L;
        foreach (var (name, length) in row)
        {
            last = Add(name, length);
        }

        return last;
    }

    /// <summary>Adds one field as far as there are bytes for it; answers its number, little-endian, 0 for longer ones.</summary>
    public long Add(string name, int length, string? value = null)
    {
        var bytes = payload.Span.Slice(_at, Math.Min(length, Left));
        if (bytes.IsEmpty)
        {
            return 0;
        }

        var onWire = 0;
        var number = 0L;
        for (var i = 0; i < bytes.Length; i++)
        {
            onWire += Bx6Escaping.WireLength(bytes[i]);
            number |= bytes.Length <= 4 ? (long)bytes[i] << (8 * i) : 0;
        }

        fields.Add(new WireField(_wire, onWire, name, value ?? Value(bytes, number)));
        _at += bytes.Length;
        _wire += onWire;
        return number;
    }

    /// <summary>Adds whatever is left but for the last bytes; nothing when there is nothing.</summary>
    public void Rest(string name, int butLast)
    {
        if (Left > butLast)
        {
            Add(name, Left - butLast);
        }
    }

    private static string Value(ReadOnlySpan<byte> bytes, long number)
    {
        var hex = bytes.Length <= 32 ? Convert.ToHexString(bytes) : $"{Convert.ToHexString(bytes[..32])}… ({bytes.Length} bytes)";
        return bytes.Length <= 4 ? string.Create(CultureInfo.InvariantCulture, $"{hex} ({number})") : hex;
    }
}
