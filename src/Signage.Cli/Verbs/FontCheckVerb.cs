using System.CommandLine;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Renderer.Fonts.Bitmaps;
using Signage.Renderer.Fonts.Coverage;

namespace Signage.Cli.Verbs;

/// <summary><c>signage font check FILE</c>: whether a font file can be used, on which faces, and which characters it does not light, by code point.</summary>
internal sealed class FontCheckVerb : Verb
{
    // As many as are told to a person; --json has all.
    private const int MostTold = 64;
    private const int OnALine = 16;

    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public FontCheckVerb(VerbRooms rooms)
        : base("check", Words.VerbFontCheck, "signage font check /usr/share/fonts/X11/misc/b12.pcf.gz")
    {
        _rooms = rooms;
        var file = new Argument<string>("FILE") { Description = Words.ArgumentFontFile };
        Add(file);
        SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                throw new UserError(Words.NoSuchFile.With(path));
            }

            var font = BitmapFontFile.ReadFile(path) switch
            {
                BitmapFontAnswer.Read read => read.Font,
                BitmapFontAnswer.Refused refused => throw new UserError(Words.FontUnusable.With(path, refused.Reason)),
                var other => throw new InvalidOperationException($"The reader of fonts answered {other}."),
            };
            var row = FontRow.Of(new ShelfFont(path, font), used: true, inFull: true);
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(row, CliJson.Readable.FontRow);
            }
            else
            {
                Tell(row, font);
            }

            return ExitCode.Done;
        });
    }

    private void Tell(FontRow row, BitmapFont font)
    {
        _rooms.Output.Line(Words.FontTold.With(row.File, row.Name, row.Rows, row.Charset, row.Characters));
        _rooms.Output.Line(row.Faces is { } faces ? Words.FontServes.With(faces) : Words.FontServesNone.With(FontShelf.LeastRows, FontShelf.MostRows));
        if (font.Unmapped > 0)
        {
            _rooms.Output.Line(Words.FontUnmapped.With(font.Unmapped, font.Charset));
        }

        foreach (var (part, list) in row.Coverage.Zip(CharacterLists.All))
        {
            _rooms.Output.Line($"{list.Name}: {part.Lit}/{part.Total}");
            foreach (var line in part.Missing!.Take(MostTold).Chunk(OnALine))
            {
                _rooms.Output.Line($"  {string.Join(' ', line)}");
            }

            if (part.Missing!.Count > MostTold)
            {
                _rooms.Output.Line(Words.FontMoreMissing.With(part.Missing.Count - MostTold));
            }
        }
    }
}
