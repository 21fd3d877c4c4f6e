using System.Buffers.Binary;
using System.Text;

namespace Signage.Trust.Tests.Papers;

/// <summary>
/// The forms of the second paragraph of docs/trust.md, read from the beginning to the end of some bytes. Whatever breaks a rule ends the reading with an
/// <see cref="InvalidDataException"/>, which the readers of whole things turn into "no".
/// </summary>
internal sealed class PaperCursor(byte[] bytes)
{
    private const ulong LastInstant = 253_402_300_799_999; // 9999-12-31T23:59:59.999Z

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _at;

    public int At => _at;

    public static void Rule(bool isKept)
    {
        if (!isKept)
        {
            throw new InvalidDataException();
        }
    }

    /// <summary>What was read, or null where a rule was broken on the way.</summary>
    public static T? OrNo<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public byte[] Bytes(int count)
    {
        Rule(count <= bytes.Length - _at);
        _at += count;
        return bytes[(_at - count).._at];
    }

    public void Tag(string tag) => Rule(Encoding.Latin1.GetString(Bytes(tag.Length)) == tag);

    public uint U8(uint least, uint most) => In(Bytes(1)[0], least, most);

    public uint U32(uint least, uint most) => In(BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4)), least, most);

    public ulong U64(ulong least, ulong most)
    {
        var number = BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));
        Rule(number >= least && number <= most);
        return number;
    }

    public long Instant() => (long)U64(0, LastInstant);

    public byte[] Block(uint most) => Bytes((int)U32(0, most));

    public string Text(uint least, uint most)
    {
        var block = Bytes((int)U32(least, most));
        try
        {
            var text = Utf8.GetString(block);
            Rule(!text.Any(char.IsControl));
            return text;
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException();
        }
    }

    public void End() => Rule(_at == bytes.Length);

    /// <summary>A counted list of things, each of whose bytes by <paramref name="order"/> come after those of the one before.</summary>
    public List<T> Ascending<T>(uint least, uint most, Func<T> read, Func<T, byte[]> order)
    {
        var all = new List<T>();
        for (var left = U32(least, most); left > 0; left--)
        {
            var next = read();
            Rule(all.Count == 0 || order(all[^1]).AsSpan().SequenceCompareTo(order(next)) < 0);
            all.Add(next);
        }

        return all;
    }

    private static uint In(uint number, uint least, uint most)
    {
        Rule(number >= least && number <= most);
        return number;
    }
}
