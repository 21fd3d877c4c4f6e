using Signage.Core.Text;
using Signage.Sheets.Reading;
using Signage.Sheets.Reading.Workbooks;
using Signage.Sheets.Writing;

namespace Signage.Sheets;

/// <summary>A table as it lies in a file: rows of text. Days and times of Excel are texts such as <c>2023-09-05</c> and <c>08:00</c>.</summary>
/// <param name="Path">The file.</param>
/// <param name="Rows">The rows that are not empty, in order.</param>
/// <param name="Notes">What a person should know about what was passed over.</param>
public sealed record Sheet(string Path, IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>The endings of the files that are read and written.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".csv", ".xlsx"];

    /// <summary>True when a file is one of those, by the ending of its name.</summary>
    public static bool IsOne(string path) => Endings.Contains(EndingOf(path));

    /// <summary>Reads a table of slots; the columns are those of slots where something depends on them.</summary>
    /// <inheritdoc cref="Read(string, ColumnHeads)"/>
    public static Sheet ReadSlots(string path) => Read(path, ColumnHeads.Slots);

    /// <summary>Reads a table of slogans; the columns are those of slogans where something depends on them.</summary>
    /// <inheritdoc cref="Read(string, ColumnHeads)"/>
    public static Sheet ReadSlogans(string path) => Read(path, ColumnHeads.Slogans);

    /// <summary>Writes rows into a file of the kind that the ending of its name says; one that is there is replaced.</summary>
    /// <exception cref="SheetException">The ending is none of <see cref="Endings"/>.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(string path, IEnumerable<IReadOnlyList<string>> rows) => File.WriteAllBytes(path, EndingOf(path) switch
    {
        ".csv" => CsvFile.Bytes(rows),
        ".xlsx" => WorkbookFile.Bytes(rows),
        _ => throw new SheetException(Words.NotASheet.With(path)),
    });

    /// <summary>Reads a file.</summary>
    /// <exception cref="SheetException">It is no table, or larger than <see cref="SheetBounds"/>.</exception>
    /// <exception cref="IOException">The disk does not give it.</exception>
    private static Sheet Read(string path, ColumnHeads heads)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var ending = EndingOf(path);
        return !Endings.Contains(ending) ? throw new SheetException(Words.NotASheet.With(path))
            : Directory.Exists(path) ? throw new SheetException(Words.FolderNotSheet.With(path))
            : ending == ".csv" ? CsvSheet.Read(path, Bytes(path), heads)
            : WorkbookSheet.Read(path, Bytes(path));
    }

    private static string EndingOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant();

    private static byte[] Bytes(string path) => new FileInfo(path) is { Exists: true, Length: > SheetBounds.FileBytes }
        ? throw new SheetException(Words.SheetTooBig.With(path, SheetBounds.FileBytes >> 20))
        : File.ReadAllBytes(path);
}
