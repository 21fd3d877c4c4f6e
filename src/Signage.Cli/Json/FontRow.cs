using System.Text.Json.Serialization;
using Signage.Renderer.Fonts;
using Signage.Renderer.Fonts.Bitmaps;
using Signage.Renderer.Fonts.Coverage;

namespace Signage.Cli.Json;

/// <summary>The answer of <c>font list --json</c>.</summary>
/// <param name="Folder">The folder of the user's fonts; null when there is none.</param>
/// <param name="Fonts">The user's fonts and then those of the program.</param>
/// <param name="Mistakes">What is wrong with the folder and its files, a line each.</param>
internal sealed record FontListAnswer(string? Folder, IReadOnlyList<FontRow> Fonts, IReadOnlyList<string> Mistakes);

/// <summary>One font in <c>font list --json</c>, and the answer of <c>font check --json</c>.</summary>
/// <param name="File">Its file; null for a font of the program.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Rows of a character.</param>
/// <param name="Charset">The character set of its codes; null for a font of the program.</param>
/// <param name="Characters">How many characters it has, lit or not; null for a font of the program.</param>
/// <param name="Faces">The faces it is used on.</param>
/// <param name="Coverage">What it lights.</param>
internal sealed record FontRow(string? File, string Name, int Rows, string? Charset, int? Characters, FacesRow? Faces, IReadOnlyList<CoverageRow> Coverage)
{
    /// <summary>The row of a font of the user's.</summary>
    /// <param name="shelf">The font and its file.</param>
    /// <param name="used">False when another file of the same size comes before it.</param>
    /// <param name="inFull">With every code point that is not lit.</param>
    public static FontRow Of(ShelfFont shelf, bool used, bool inFull)
    {
        using var font = new LedFont(shelf.Font);
        var rows = font.File.Cell;
        var faces = used && rows >= FontShelf.LeastRows && rows <= FontShelf.MostRows ? FacesRow.Of(rows) : null;
        return new FontRow(shelf.File, font.File.Name, rows, shelf.Font.Charset, shelf.Font.Count, faces, CoverageRow.All(font, inFull));
    }

    /// <summary>The row of a font of the program.</summary>
    public static FontRow Of(FontFile file)
    {
        using var font = new LedFont(file);
        return new FontRow(null, file.Name, file.Cell, null, null, FacesRow.Of(file.Cell), CoverageRow.All(font, inFull: false));
    }
}

/// <summary>Faces by their rows.</summary>
/// <param name="From">The lowest.</param>
/// <param name="To">The highest; null for no end.</param>
internal sealed record FacesRow(int From, int? To)
{
    /// <summary>The faces that a font of so many rows is used on.</summary>
    public static FacesRow Of(int rows) => new(rows, rows < FontFile.Unifont.Cell ? FontFile.Unifont.Cell - 1 : null);

    /// <summary>For people.</summary>
    public override string ToString() => To is { } to ? $"{From}–{to}" : $"{From}–";
}

/// <summary>What a font lights of a list.</summary>
/// <param name="List">The list: ascii, gb2312, general, general-1, general-2, general-3.</param>
/// <param name="Total">Its characters.</param>
/// <param name="Lit">Those that are lit.</param>
/// <param name="Missing">The others by code point, such as <c>U+4E02</c>; only where they were asked for.</param>
internal sealed record CoverageRow(
    string List, int Total, int Lit, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Missing)
{
    /// <summary>All lists.</summary>
    public static IReadOnlyList<CoverageRow> All(LedFont font, bool inFull) =>
    [
        .. FontCoverage.Of(font).Select(coverage => new CoverageRow(
            coverage.List.Id, coverage.List.CodePoints.Count, coverage.Lit, inFull ? [.. coverage.Missing.Select(code => $"U+{code:X4}")] : null)),
    ];
}
