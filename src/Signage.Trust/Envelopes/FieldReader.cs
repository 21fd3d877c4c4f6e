using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Signage.Trust.Envelopes;

/// <summary>
/// Reads what a <see cref="FieldWriter"/> wrote, from bytes of strangers: it never throws, and allocates no more than the bytes that are there. After the
/// first field that is not as it has to be it has <see cref="Failed"/> for good and hands out zeros, so a reader of many fields asks once, at the end.
/// </summary>
/// <param name="bytes">What to read.</param>
public ref struct FieldReader(ReadOnlySpan<byte> bytes)
{
    private static readonly ulong LatestMilliseconds = (ulong)DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>True once a field was cut short, too long, out of range or not UTF-8.</summary>
    public bool Failed { get; private set; }

    /// <summary>True when every field was good and no byte is left over.</summary>
    public readonly bool IsWhole => !Failed && _rest.IsEmpty;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => _rest.Length;

    /// <summary>The next bytes, as they are; none when there are fewer.</summary>
    /// <param name="length">How many.</param>
    public ReadOnlySpan<byte> Raw(int length)
    {
        if (Failed || length < 0 || length > _rest.Length)
        {
            Failed = true;
            return default;
        }

        var piece = _rest[..length];
        _rest = _rest[length..];
        return piece;
    }

    /// <summary>One byte.</summary>
    public byte Byte() => Raw(1) is [var value] ? value : (byte)0;

    /// <summary>A u32, little-endian.</summary>
    /// <param name="least">The least that is good.</param>
    /// <param name="most">The most that is good.</param>
    public uint Number(uint least = 0, uint most = uint.MaxValue)
    {
        var piece = Raw(4);
        var value = Failed ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(piece);
        Failed |= value < least || value > most;
        return Failed ? 0 : value;
    }

    /// <summary>A u64, little-endian.</summary>
    /// <param name="least">The least that is good.</param>
    /// <param name="most">The most that is good.</param>
    public ulong Long(ulong least = 0, ulong most = ulong.MaxValue)
    {
        var piece = Raw(8);
        var value = Failed ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(piece);
        Failed |= value < least || value > most;
        return Failed ? 0 : value;
    }

    /// <summary>An instant from 1970 to 9999, to the millisecond, in UTC.</summary>
    public DateTimeOffset Instant() => DateTimeOffset.FromUnixTimeMilliseconds((long)Long(0, LatestMilliseconds));

    /// <summary>A block behind its length.</summary>
    /// <param name="most">The longest that is good.</param>
    public ReadOnlySpan<byte> Block(int most) => Raw((int)Number(0, (uint)most));

    /// <summary>A text behind its length; it has to be UTF-8 without control characters.</summary>
    /// <param name="most">The most bytes that are good.</param>
    public string Text(int most)
    {
        var piece = Block(most);
        Failed |= !Utf8.IsValid(piece);
        var text = Failed ? "" : Encoding.UTF8.GetString(piece);
        Failed |= text.Any(char.IsControl);
        return Failed ? "" : text;
    }
}
