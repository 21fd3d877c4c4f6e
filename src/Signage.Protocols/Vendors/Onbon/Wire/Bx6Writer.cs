using System.Buffers.Binary;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>Writes little-endian fields one after another into a buffer of the right length.</summary>
internal ref struct Bx6Writer(Span<byte> data)
{
    private readonly Span<byte> _data = data;
    private int _position;

    public void One(int value) => _data[_position++] = checked((byte)value);

    public void Two(int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_data[_position..], checked((ushort)value));
        _position += 2;
    }

    public void Four(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_data[_position..], value);
        _position += 4;
    }

    public void Zeros(int count)
    {
        _data.Slice(_position, count).Clear();
        _position += count;
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_data[_position..]);
        _position += bytes.Length;
    }
}
