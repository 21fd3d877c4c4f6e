using System.Text;
using Signage.Core.Text;
using Signage.Renderer.Boards.Looks;
using Signage.Renderer.Boards.Setting;
using Signage.Renderer.Boards.Typefaces;
using SkiaSharp;

namespace Signage.Renderer.Boards.Files;

/// <summary>Draws a set board on any canvas. Owns a small native font for each font of the board.</summary>
internal sealed class BoardPainter : IDisposable
{
    private readonly SetBoard _board;
    private readonly BoardLook _look;
    private readonly Dictionary<BoardFontFile, Subset> _subsets;

    /// <summary>Makes the fonts of a board.</summary>
    public BoardPainter(SetBoard board, BoardLook look, BoardFonts fonts)
    {
        _board = board;
        _look = look;
        _subsets = board.Lines.GroupBy(line => line.Font).ToDictionary(group => group.Key, group => Subset.Of(fonts[group.Key], group.Select(line => line.Text)));
    }

    /// <summary>Draws everything.</summary>
    /// <param name="canvas">Counts in the unit of the board from its trimmed corner.</param>
    public void Draw(SKCanvas canvas)
    {
        _look.DrawGround(canvas, _board.Size);
        _look.DrawDivider(canvas, _board.Size, _board.Room, _board.Divider);
        if (_board.Code is { } code)
        {
            DrawCode(canvas, code);
        }

        foreach (var line in _board.Lines)
        {
            DrawLine(canvas, line);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var subset in _subsets.Values)
        {
            subset.Typeface.Dispose();
        }
    }

    // Runs of dark modules without smoothed edges: neighbours meet without a seam whatever draws them.
    private static void DrawCode(SKCanvas canvas, SetCode code)
    {
        using var white = new SKPaint { Color = SKColors.White, IsAntialias = false };
        using var black = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        canvas.DrawRect(code.Card.Left, code.Card.Top, code.Card.Width, code.Card.Height, white);
        var (left, top, module) = (code.Card.Left + (QrMark.Quiet * code.Module), code.Card.Top + (QrMark.Quiet * code.Module), code.Module);
        using var modules = new SKPathBuilder();
        for (var y = 0; y < code.Mark.Modules; y++)
        {
            var row = code.Mark.Rows[y];
            for (var x = 0; x < row.Count; x++)
            {
                var first = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                if (x > first)
                {
                    modules.AddRect(new SKRect(left + (first * module), top + (y * module), left + (x * module), top + ((y + 1) * module)));
                }
            }
        }

        using var path = modules.Detach();
        canvas.DrawPath(path, black);
    }

    private void DrawLine(SKCanvas canvas, TextLine line)
    {
        var subset = _subsets[line.Font];
        using var font = new SKFont(subset.Typeface, line.Size)
        {
            Edging = SKFontEdging.Antialias,
            Hinting = SKFontHinting.None,
            Subpixel = true,
            LinearMetrics = true,
        };
        using var paint = new SKPaint { Color = _look.Ink(line.Voice), IsAntialias = true };
        Rune[] characters = [.. line.Text.EnumerateRunes()];
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocateHorizontalRun(font, characters.Length, line.Top + (line.Size * TextLine.Ascent));
        var x = line.Left;
        for (var at = 0; at < characters.Length; at++)
        {
            run.Glyphs[at] = subset.Glyphs[characters[at]];
            run.Positions[at] = x;
            x += (subset.Font.Advance(characters[at]) * line.Size / BoardFont.Em) + line.Spacing;
        }

        using var blob = builder.Build();
        canvas.DrawText(blob, 0, 0, paint);
    }

    private sealed record Subset(BoardFont Font, SKTypeface Typeface, IReadOnlyDictionary<Rune, ushort> Glyphs)
    {
        public static Subset Of(BoardFont font, IEnumerable<string> texts)
        {
            Rune[] characters = [.. texts.SelectMany(text => text.EnumerateRunes()).Distinct().OrderBy(character => character.Value)];
            using var data = SKData.CreateCopy(FontSubset.Make(font, characters));
            var typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException(Words.BoardFontMissing.With(font.File.Name));
            return new Subset(font, typeface, characters.Select((character, at) => (character, Glyph: (ushort)(at + 1))).ToDictionary(pair => pair.character, pair => pair.Glyph));
        }
    }
}
