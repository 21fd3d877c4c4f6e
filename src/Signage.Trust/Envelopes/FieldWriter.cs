using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Signage.Trust.Envelopes;

/// <summary>
/// Writes the one form in which things are hashed and signed: numbers little-endian and of fixed width, texts and blocks with their length before them.
/// The same values always give the same bytes. Not thread safe.
/// </summary>
public sealed class FieldWriter
{
    // A lone surrogate has no UTF-8 form; replacing it would give two texts the same hash.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>True when a text has a UTF-8 form: it holds no half of a surrogate pair.</summary>
    public static bool CanWrite(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var taken) != OperationStatus.Done)
            {
                return false;
            }

            text = text[taken..];
        }

        return true;
    }

    /// <summary>Appends bytes as they are.</summary>
    public FieldWriter Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    /// <summary>Appends an ASCII tag without a length: it says what follows, and in which version.</summary>
    public FieldWriter Tag(string tag) => Raw(Encoding.ASCII.GetBytes(tag));

    /// <summary>Appends one byte.</summary>
    public FieldWriter Byte(byte value) => Raw([value]);

    /// <summary>Appends a u32, little-endian.</summary>
    public FieldWriter Number(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
        return this;
    }

    /// <summary>Appends a u64, little-endian.</summary>
    public FieldWriter Long(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
        return this;
    }

    /// <summary>Appends an instant: milliseconds since 1970-01-01T00:00:00Z as u64, little-endian. What is finer than a millisecond is cut off.</summary>
    /// <exception cref="OverflowException">The instant lies before 1970.</exception>
    public FieldWriter Instant(DateTimeOffset instant) => Long((ulong)instant.ToUnixTimeMilliseconds());

    /// <summary>Appends the length as u32 and then the bytes.</summary>
    public FieldWriter Block(ReadOnlySpan<byte> bytes) => Number((uint)bytes.Length).Raw(bytes);

    /// <summary>Appends the length of the UTF-8 form as u32 and then that form.</summary>
    /// <exception cref="ArgumentException">The text holds half of a surrogate pair.</exception>
    public FieldWriter Text(string text) => Block(Strict.GetBytes(text));

    /// <summary>What was written so far.</summary>
    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();
}
