using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Simulator.Cards.Onbon;

/// <summary>What a card keeps when power goes: its files, and how often it was written.</summary>
internal sealed class Bx6Flash
{
    /// <summary>Room for files, bytes; our choice.</summary>
    public const uint Size = 1 << 20;

    /// <summary>The files by name.</summary>
    public SortedDictionary<string, Bx6File> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>How often it was written since it left the factory.</summary>
    public int Writes { get; set; }

    /// <summary>Bytes that are not taken.</summary>
    public uint Free => Size - (uint)Files.Values.Sum(file => file.Content.Length);

    /// <summary>The programmes that can be played, by number: both files are there.</summary>
    public IReadOnlyList<Bx6Programme> Programmes => [.. Files.Values
        .Where(file => file.Type == Bx6File.Programme)
        .Select(file => Files.TryGetValue(Bx6Programme.PixelNameOf(Bx6Programme.NumberIn(file.Name)!.Value), out var pixels) ? Bx6Programme.Read(file, pixels) : null)
        .OfType<Bx6Programme>()];

    /// <summary>What a directory query is told: the programme files in one block.</summary>
    public Bx6Directory Directory() =>
        new([.. Files.Values.Select(file => new Bx6DirectoryEntry(file.Name, file.Type, (uint)file.Content.Length, file.Check))], IsLast: true);
}
