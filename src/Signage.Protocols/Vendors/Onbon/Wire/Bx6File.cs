using System.Buffers.Binary;
using System.Text;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>A file in the flash of a card (section 9 of docs/protocols/onbon-bx6.md): its type, its name, its content, and a check value as its last four bytes.</summary>
/// <param name="Name">Four characters, such as <c>P000</c>.</param>
/// <param name="Type">See <see cref="Programme"/> and <see cref="Pixels"/>.</param>
/// <param name="Content">All of it, check value included.</param>
internal sealed record Bx6File(string Name, byte Type, ReadOnlyMemory<byte> Content)
{
    public const byte Programme = 0;
    public const byte Pixels = 9;
    public const int NameLength = 4;

    /// <summary>Bytes of the check value.</summary>
    public const int CheckLength = 4;

    /// <summary>The check value that stands at its end.</summary>
    public uint Check => BinaryPrimitives.ReadUInt32LittleEndian(Content.Span[^CheckLength..]);

    /// <summary>True when the check value at its end is the right one.</summary>
    public bool IsWhole => Content.Length > CheckLength && Check == Bx6Checksums.Crc32(Content.Span[..^CheckLength]);

    /// <summary>A file around its content: type and name before it, the check value behind it.</summary>
    public static Bx6File Seal(string name, byte type, ReadOnlySpan<byte> content)
    {
        var file = new byte[1 + NameLength + content.Length + CheckLength];
        file[0] = type;
        WriteName(name, file.AsSpan(1));
        content.CopyTo(file.AsSpan(1 + NameLength));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - CheckLength), Bx6Checksums.Crc32(file.AsSpan(0, file.Length - CheckLength)));
        return new Bx6File(name, type, file);
    }

    /// <summary>A name as it stands on the wire.</summary>
    public static byte[] NameBytes(string name)
    {
        var bytes = new byte[NameLength];
        WriteName(name, bytes);
        return bytes;
    }

    /// <summary>A name as people read it.</summary>
    public static string ReadName(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes);

    private static void WriteName(string name, Span<byte> bytes)
    {
        if (name.Length != NameLength || Encoding.ASCII.GetBytes(name, bytes) != NameLength)
        {
            throw new ArgumentException($"'{name}' is not the name of a file: it has four ASCII characters.", nameof(name));
        }
    }
}
