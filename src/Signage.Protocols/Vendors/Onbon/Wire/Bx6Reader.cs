using System.Buffers.Binary;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>Reads little-endian fields one after another. Past the end everything reads as zero and <see cref="Short"/> is set.</summary>
internal ref struct Bx6Reader(ReadOnlyMemory<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data.Span;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>True once a field lay past the end, or was not what it had to be.</summary>
    public bool Short { get; private set; }

    public byte One()
    {
        var field = Take(1);
        return field.IsEmpty ? (byte)0 : field[0];
    }

    public ushort Two()
    {
        var field = Take(2);
        return field.IsEmpty ? (ushort)0 : BinaryPrimitives.ReadUInt16LittleEndian(field);
    }

    public uint Four()
    {
        var field = Take(4);
        return field.IsEmpty ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(field);
    }

    /// <summary>A field that can have only one value.</summary>
    public void ExpectFour(uint value) => Short |= Four() != value;

    public void Skip(int count) => Take(count);

    public ReadOnlySpan<byte> Take(int count)
    {
        if (Short || count > _data.Length - Position)
        {
            Short = true;
            return [];
        }

        Position += count;
        return _data.Slice(Position - count, count);
    }
}
