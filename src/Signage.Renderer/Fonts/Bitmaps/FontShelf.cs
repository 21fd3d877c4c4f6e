using Signage.Core.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>
/// The folder into which people put font files of their own. A font is there because its file is: nothing is looked up by the name of a family, so the same files give the same pictures
/// on every machine. Immutable; read once.
/// </summary>
public sealed class FontShelf
{
    /// <summary>Files that a shelf may hold.</summary>
    public const int Most = 16;

    private static readonly string[] Endings = [".bdf", ".pcf", ".bdf.gz", ".pcf.gz"];

    private FontShelf(IReadOnlyList<ShelfFont> fonts, IReadOnlyList<string> mistakes) => (Fonts, Mistakes) = (fonts, mistakes);

    /// <summary>The shelf of somebody who has no fonts of their own.</summary>
    public static FontShelf Empty { get; } = new([], []);

    /// <summary>The least rows that a font of the user's may have: with fewer, the built-in font of 8 rows is there.</summary>
    public static int LeastRows => FontFile.FusionPixel.Cell + 1;

    /// <summary>The most rows.</summary>
    public static int MostRows => BitmapCell.Widest;

    /// <summary>The fonts, by the names of their files.</summary>
    public IReadOnlyList<ShelfFont> Fonts { get; }

    /// <summary>What is wrong with the folder and its files, a line each; whoever is going to light with it should stop then.</summary>
    public IReadOnlyList<string> Mistakes { get; }

    /// <summary>True when a font may be used on a face: it has the rows for it, and no larger built-in font was there anyway.</summary>
    /// <param name="cell">Rows of the font.</param>
    /// <param name="rows">Rows of the face.</param>
    public static bool Serves(int cell, int rows) => cell <= rows && (cell >= FontFile.Unifont.Cell || rows < FontFile.Unifont.Cell);

    /// <summary>Reads a folder: the files that end with .bdf or .pcf, packed with gzip (.gz) or not; folders within it are passed over, and so is everything else.</summary>
    /// <param name="folder">The folder.</param>
    public static FontShelf Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string[] files;
        try
        {
            files = [.. Directory.EnumerateFiles(folder).Where(IsFont).Order(StringComparer.Ordinal)];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new FontShelf([], [Words.FontFolderUnread.With(folder, refused.Message)]);
        }

        var (fonts, mistakes) = (new List<ShelfFont>(), new List<string>());
        if (files.Length is 0 or > Most)
        {
            mistakes.Add(files.Length == 0 ? Words.FontFolderEmpty.With(folder) : Words.FontFolderFull.With(folder, files.Length, Most));
        }

        foreach (var path in files.Take(Most))
        {
            if (Take(path, out var reason) is { } font)
            {
                fonts.Add(font);
            }
            else
            {
                mistakes.Add(Words.FontInFolder.With(path, reason!));
            }
        }

        return new FontShelf(fonts, mistakes);
    }

    private static ShelfFont? Take(string path, out string? reason)
    {
        var answer = BitmapFontFile.ReadFile(path);
        reason = answer switch
        {
            BitmapFontAnswer.Refused refused => refused.Reason,
            BitmapFontAnswer.Read { Font.PixelSize: var rows } when rows < LeastRows || rows > MostRows => Words.FontNotForFaces.With(rows, LeastRows, MostRows),
            _ => null,
        };
        return reason is null && answer is BitmapFontAnswer.Read read ? new ShelfFont(Path.GetFileName(path), read.Font) : null;
    }

    private static bool IsFont(string path) => Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
