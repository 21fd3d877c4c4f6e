namespace Signage.Sheets.Tests.Hostile;

/// <summary>An archive that is written byte by byte (PKWARE's APPNOTE, section 4.3), so that every field of it can lie.</summary>
internal sealed class ForgedZip(IReadOnlyList<ForgedEntry> entries)
{
    private const uint CentralMark = 0x02014B50;
    private const uint EndMark = 0x06054B50;
    private const ushort Version = 45;
    private const ushort MadeOnUnix = 0x0300 | Version;
    private const ushort Day = 0x21;

    /// <summary>How many entries the end says there are.</summary>
    public ushort? Count { get; init; }

    /// <summary>How long the end says the central directory is.</summary>
    public uint? CentralSize { get; init; }

    /// <summary>Where the end says the central directory begins.</summary>
    public uint? CentralOffset { get; init; }

    /// <summary>The disk that the end says it is on.</summary>
    public ushort Disk { get; init; }

    /// <summary>Bytes before everything.</summary>
    public byte[] Lead { get; init; } = [];

    /// <summary>Bytes between the central directory and the end, such as records of zip64.</summary>
    public byte[] BeforeEnd { get; init; } = [];

    /// <summary>The comment behind the end.</summary>
    public byte[] Comment { get; init; } = [];

    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Lead);
        var offsets = entries.Select(entry => Local(writer, entry)).ToArray();
        var central = (uint)bytes.Position;
        for (var at = 0; at < entries.Count; at++)
        {
            Central(writer, entries[at], offsets[at]);
        }

        var size = (uint)bytes.Position - central;
        writer.Write(BeforeEnd);
        writer.Write(EndMark);
        writer.Write(Disk);
        writer.Write(Disk);
        writer.Write(Count ?? (ushort)entries.Count);
        writer.Write(Count ?? (ushort)entries.Count);
        writer.Write(CentralSize ?? size);
        writer.Write(CentralOffset ?? central);
        writer.Write((ushort)Comment.Length);
        writer.Write(Comment);
        return bytes.ToArray();
    }

    private static uint Local(BinaryWriter writer, ForgedEntry entry)
    {
        var offset = (uint)writer.BaseStream.Position;
        var name = entry.LocalName ?? entry.Name;
        writer.Write(entry.LocalMark);
        writer.Write(Version);
        Both(writer, entry);
        writer.Write((ushort)name.Length);
        writer.Write(entry.ExtraLength ?? (ushort)entry.Extra.Length);
        writer.Write(name);
        writer.Write(entry.Extra);
        writer.Write(entry.Content);
        return offset;
    }

    private static void Central(BinaryWriter writer, ForgedEntry entry, uint offset)
    {
        writer.Write(CentralMark);
        writer.Write(MadeOnUnix);
        writer.Write(Version);
        Both(writer, entry);
        writer.Write((ushort)entry.Name.Length);
        writer.Write(entry.ExtraLength ?? (ushort)entry.Extra.Length);
        writer.Write((ushort)0);
        writer.Write((ushort)0);
        writer.Write((ushort)0);
        writer.Write(entry.UnixMode << 16);
        writer.Write(entry.Offset ?? offset);
        writer.Write(entry.Name);
        writer.Write(entry.Extra);
    }

    private static void Both(BinaryWriter writer, ForgedEntry entry)
    {
        writer.Write(entry.Flags);
        writer.Write(entry.Method);
        writer.Write((ushort)0);
        writer.Write(Day);
        writer.Write(entry.Crc ?? ForgedEntry.Sum(entry.Content));
        writer.Write(entry.PackedSize ?? (uint)entry.Content.Length);
        writer.Write(entry.Size ?? (uint)entry.Content.Length);
    }
}
