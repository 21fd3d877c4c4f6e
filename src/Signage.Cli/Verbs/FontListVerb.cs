using System.CommandLine;
using Signage.Cli.Arguments;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Renderer.Fonts;
using Signage.Renderer.Fonts.Bitmaps;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary><c>signage font list</c>: the fonts of the user's folder and those of the program, the faces they serve, what they light.</summary>
internal sealed class FontListVerb : Verb
{
    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public FontListVerb(VerbRooms rooms)
        : base("list", Words.VerbFontList, "signage font list --fonts ./fonts")
    {
        _rooms = rooms;
        var folder = WordOptions.Path("--fonts", Words.OptionFonts, "DIR");
        Add(folder);
        SetAction(parsed =>
        {
            var named = parsed.GetValue(folder) ?? rooms.Rooms.FontFolder;
            var shelf = named is null ? FontShelf.Empty : FontShelf.Read(named);
            var sizes = new HashSet<int>();
            FontRow[] rows =
            [
                .. shelf.Fonts.Select(font => FontRow.Of(font, sizes.Add(font.Font.PixelSize), inFull: false)),
                FontRow.Of(FontFile.Unifont),
                FontRow.Of(FontFile.FusionPixel),
            ];
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(new FontListAnswer(named, rows, shelf.Mistakes), CliJson.Readable.FontListAnswer);
            }
            else
            {
                Tell(named, rows);
                foreach (var mistake in shelf.Mistakes)
                {
                    rooms.Output.Note(mistake);
                }
            }

            return shelf.Mistakes.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        });
    }

    private void Tell(string? folder, IReadOnlyList<FontRow> rows)
    {
        var table = new Table().AddColumns(Words.LabelFont, Words.LabelFontFile, Words.LabelFontRows, Words.LabelFaces, "ASCII", "GB2312", Words.LabelGeneral);
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Name),
                Markup.Escape(row.File ?? Words.FontOfProgram),
                $"{row.Rows}",
                row.Faces?.ToString() ?? Words.FontNotUsed,
                Told(row, "ascii"),
                Told(row, "gb2312"),
                Told(row, "general"));
        }

        _rooms.Output.Draw(table);
        _rooms.Output.Line(folder is null ? Words.NoFontFolder : Words.FontFolder.With(Path.GetFullPath(folder)));
    }

    private static string Told(FontRow row, string list) => row.Coverage.Where(part => part.List == list).Select(part => $"{part.Lit}/{part.Total}").Single();
}
