namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>Reads little-endian numbers one after another and knows where it stands.</summary>
internal sealed class PlainCursor(byte[] bytes)
{
    private int _at;

    public int Position => _at;

    public int One() => Bytes(1)[0];

    public int Two() => One() + (256 * One());

    /// <summary>A number too large for an int is no length or offset that a test could hold.</summary>
    public int Four()
    {
        var (low, high) = (Two(), Two());
        return high < 0x8000 ? low + (65536 * high) : throw new FormatException($"a length of {high:X4}{low:X4}");
    }

    public void Skip(int count) => Bytes(count);

    public byte[] Rest() => Bytes(bytes.Length - _at);

    public byte[] Bytes(int count)
    {
        if (count < 0 || count > bytes.Length - _at)
        {
            throw new FormatException($"{count} bytes wanted at {_at} of {bytes.Length}");
        }

        _at += count;
        return bytes[(_at - count).._at];
    }

    public void MustBeAtEnd()
    {
        if (_at != bytes.Length)
        {
            throw new FormatException($"{bytes.Length - _at} bytes left over");
        }
    }
}
