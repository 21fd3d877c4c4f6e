using System.Text.Json;
using Signage.Renderer.Boards;

namespace Signage.Cli.Json;

/// <summary>The answer of <c>render --poster --json</c> and <c>render --board --json</c>. Lengths are in the unit that it names.</summary>
/// <param name="Layout">Always board, where a panel has static, lines, scroll or pages.</param>
/// <param name="Size">The word for the size.</param>
/// <param name="Unit">mm or px.</param>
/// <param name="Width">Width after trimming.</param>
/// <param name="Height">Height after trimming.</param>
/// <param name="Template">solemn, light or plain.</param>
/// <param name="Fonts">Names of the fonts, the title's first.</param>
/// <param name="Lines">The lines of the title.</param>
/// <param name="TitleSize">Height of a character of the title.</param>
/// <param name="BodyLines">The lines of the body.</param>
/// <param name="BodySize">Height of a character of the body; 0 without one.</param>
/// <param name="QrSide">Side of the QR code without its quiet zone; 0 without one.</param>
/// <param name="File">The file that was written.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record PosterAnswer(
    string Layout,
    string Size,
    string Unit,
    int Width,
    int Height,
    string Template,
    IReadOnlyList<string> Fonts,
    IReadOnlyList<string> Lines,
    double TitleSize,
    IReadOnlyList<string> BodyLines,
    double BodySize,
    double QrSide,
    string File,
    int Bytes)
{
    /// <summary>The answer for a board that was written to a file.</summary>
    public static PosterAnswer Of(BoardAnswer.Made made, string file) => new(
        "board",
        made.Facts.Size.Name,
        UnitOf(made.Facts.Size),
        made.Facts.Size.Width,
        made.Facts.Size.Height,
        JsonNamingPolicy.CamelCase.ConvertName(made.Facts.Template.ToString()),
        made.Facts.Fonts,
        made.Facts.TitleLines,
        Tenths(made.Facts.TitleSize),
        made.Facts.BodyLines,
        Tenths(made.Facts.BodySize),
        Tenths(made.Facts.QrSide),
        file,
        made.File.Length);

    /// <summary>The unit of a size.</summary>
    public static string UnitOf(BoardSize size) => size.Medium == BoardMedium.Paper ? "mm" : "px";

    private static double Tenths(float length) => Math.Round(length, 1);
}
