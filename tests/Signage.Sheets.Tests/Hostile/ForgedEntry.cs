using System.IO.Compression;
using System.Text;

namespace Signage.Sheets.Tests.Hostile;

/// <summary>An entry of a <see cref="ForgedZip"/>. What is null is told as it is; what is set is told instead, true or not.</summary>
/// <param name="Name">The name, in whatever encoding.</param>
/// <param name="Content">The bytes as they lie in the archive.</param>
internal sealed record ForgedEntry(byte[] Name, byte[] Content)
{
    /// <summary>The flag that says a name is UTF-8.</summary>
    public const ushort NameIsUtf8 = 0x0800;

    /// <summary>The flag that says the content is encrypted.</summary>
    public const ushort Encrypted = 0x0001;

    public ushort Method { get; init; }

    public ushort Flags { get; init; } = NameIsUtf8;

    public uint? Crc { get; init; }

    public uint? PackedSize { get; init; }

    public uint? Size { get; init; }

    /// <summary>Where the local header is said to be.</summary>
    public uint? Offset { get; init; }

    /// <summary>The Unix mode, in the upper half as archives have it.</summary>
    public uint UnixMode { get; init; }

    public byte[] Extra { get; init; } = [];

    /// <summary>The length that the extra field is said to have.</summary>
    public ushort? ExtraLength { get; init; }

    /// <summary>The name that the local header has.</summary>
    public byte[]? LocalName { get; init; }

    /// <summary>The first four bytes of the local header.</summary>
    public uint LocalMark { get; init; } = 0x04034B50;

    public static ForgedEntry Of(string name, string text) => new(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(text));

    /// <summary>The same, deflated.</summary>
    public ForgedEntry Deflated()
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(Content);
        }

        return this with { Content = packed.ToArray(), Method = 8, Size = Size ?? (uint)Content.Length, Crc = Crc ?? Sum(Content) };
    }

    /// <summary>CRC-32 as archives have it.</summary>
    public static uint Sum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum = (sum >> 8) ^ Steps[(sum & 0xFF) ^ value];
        }

        return ~sum;
    }

    private static readonly uint[] Steps = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (sum, _) => (sum >> 1) ^ ((sum & 1) * 0xEDB88320)))];
}
