using System.Text;

namespace Signage.Trust.Screening.Folding;

/// <summary>Reads the tables of signs that are built in: lines of signs with blanks between, <c>#</c> before a remark.</summary>
internal static class SignTables
{
    /// <summary>The groups of a table, one a line: the signs in the order in which they are written.</summary>
    public static IEnumerable<Rune[]> Groups(string name) => Rows(name).Select(row => row.Select(Single).ToArray());

    /// <summary>The pairs of a table: odd form, usual form.</summary>
    public static IEnumerable<(Rune Odd, Rune Usual)> Pairs(string name) => Rows(name).SelectMany(row => row).Select(pair =>
    {
        Rune[] runes = [.. pair.EnumerateRunes()];
        return runes.Length == 2 ? (runes[0], runes[1]) : throw new InvalidDataException($"{name}: '{pair}' is no pair");
    });

    /// <summary>The words of a table, each once.</summary>
    public static IReadOnlyList<string> Words(string name) => [.. Rows(name).SelectMany(row => row).Distinct(StringComparer.Ordinal)];

    /// <summary>A file that is built in.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(SignTables).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is not built in");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string[]> Rows(string name) => Text(name).Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static Rune Single(string sign) => Rune.GetRuneAt(sign, 0) is var rune && rune.Utf16SequenceLength == sign.Length
        ? rune
        : throw new InvalidDataException($"'{sign}' is more than one sign");
}
