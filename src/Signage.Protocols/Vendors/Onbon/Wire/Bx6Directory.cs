namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>The data of A1 87: files in the flash of a card (section 9 of docs/protocols/onbon-bx6.md).</summary>
/// <param name="Entries">The files that this block names.</param>
/// <param name="IsLast">True when there are no more.</param>
internal sealed record Bx6Directory(IReadOnlyList<Bx6DirectoryEntry> Entries, bool IsLast)
{
    private const int Head = 5;
    private const int EntryLength = 13;

    /// <summary>The data as it stands in a reply.</summary>
    public byte[] Write()
    {
        var data = new byte[Head + (Entries.Count * EntryLength)];
        var writer = new Bx6Writer(data);
        writer.One(IsLast ? 1 : 0);
        writer.Two(0);   // offset
        writer.Two(Entries.Count);
        foreach (var entry in Entries)
        {
            writer.Bytes(Bx6File.NameBytes(entry.Name));
            writer.One(entry.Type);
            writer.Four(entry.Length);
            writer.Four(entry.Check);
        }

        return data;
    }

    /// <summary>Reads the data; null when it makes no sense.</summary>
    public static Bx6Directory? Read(ReadOnlyMemory<byte> data)
    {
        var reader = new Bx6Reader(data);
        var last = reader.One();
        reader.Skip(2);
        var entries = new List<Bx6DirectoryEntry>();
        for (var left = reader.Two(); left > 0 && !reader.Short; left--)
        {
            entries.Add(new Bx6DirectoryEntry(Bx6File.ReadName(reader.Take(Bx6File.NameLength)), reader.One(), reader.Four(), reader.Four()));
        }

        return reader.Short ? null : new Bx6Directory(entries, last == 1);
    }
}

/// <summary>One file in a directory.</summary>
/// <param name="Name">Four characters.</param>
/// <param name="Type">See <see cref="Bx6File"/>.</param>
/// <param name="Length">Bytes, check value included.</param>
/// <param name="Check">Its check value.</param>
internal sealed record Bx6DirectoryEntry(string Name, byte Type, uint Length, uint Check);
