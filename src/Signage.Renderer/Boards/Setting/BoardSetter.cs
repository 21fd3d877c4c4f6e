using Signage.Core.Text;
using Signage.Renderer.Boards.Looks;
using Signage.Renderer.Boards.Typefaces;

namespace Signage.Renderer.Boards.Setting;

/// <summary>
/// Puts an item on a board by rules that hold for every size: the place above, the signature below, the QR code at the lower left of an upright board and at the
/// right of a lying one, title and body in what is left. Nothing is made smaller than can be read; what does not fit is refused.
/// </summary>
/// <param name="fonts">The fonts.</param>
/// <param name="size">The board.</param>
/// <param name="look">How it looks.</param>
internal sealed class BoardSetter(BoardFonts fonts, BoardSize size, BoardLook look)
{
    // All in hundredths of the board.
    private const float MostTitle = 17;
    private const float MostTitleWithBody = 12;
    private const float LeastTitle = 4;
    private const float MostBody = 4.2f;
    private const float EasyBody = 3.2f;
    private const float Small = 2.7f;
    private const float LeastSmall = 2;
    private const float GapOnPaper = 4;
    private const float GapOnEPaper = 2.6f;

    // From the top of one line to the top of the next, in sizes.
    private const float LeadingAlone = 1.4f;
    private const float LeadingWithBody = 1.28f;
    private const float BodyLeading = 1.62f;
    private const float BodyLeadingOnEPaper = 1.4f;

    // A body is at most this part of its title, so that one sees which is which.
    private const float BodyToTitle = 0.56f;

    // Parts of the height that a title may take above a body, tried in this order.
    private static readonly float[] TitleShares = [0.42f, 0.34f, 0.26f, 0.18f];

    private float Module => size.Module;

    private float Gap => Module * (size.Medium == BoardMedium.EPaper ? GapOnEPaper : GapOnPaper);

    private BoardFont TitleFont => fonts[look.TitleFont];

    private BoardFont BodyFont => fonts[look.BodyFont];

    /// <summary>Sets an item whose characters were checked.</summary>
    /// <param name="item">The item.</param>
    /// <param name="refusal">Why it cannot be set.</param>
    public SetBoard? Set(BoardItem item, out string? refusal)
    {
        var whole = Area.Of(size).Inside(size.Margin);
        whole = whole with { Top = whole.Top + (look.RoomAbove * Module), Bottom = whole.Bottom - (look.RoomBelow * Module) };
        var (room, lines) = (whole, new List<TextLine>());
        if (Code(item.Link, whole, out refusal) is var code && refusal is not null)
        {
            return null;
        }

        if (code is not null && size.IsLying)
        {
            room = room with { Right = code.Card.Left - Beside(code) - Gap };
        }

        if (item.Place is { } place)
        {
            if (OneLine(place, room, look.Centred ? 0.5f : 0) is not { } line)
            {
                refusal = Words.BoardLineTooLong.With(place);
                return null;
            }

            lines.Add(line);
            room = room with { Top = line.Top + line.Size + Gap };
        }

        if (Signature(item, code is null || size.IsLying ? room : room with { Left = code.Card.Right + Beside(code) + Gap }, out refusal) is not { } signature)
        {
            return null;
        }

        var below = signature.Select(line => line.Top).Append(code is not null && !size.IsLying ? code.Card.Top : room.Bottom).Min();
        room = room with { Bottom = below < room.Bottom ? below - Gap : room.Bottom };
        if (Middle(item, room, out var divider, out refusal) is not { } middle)
        {
            return null;
        }

        return new SetBoard(size, room, [.. lines, .. middle, .. signature, .. Caption(code)], divider, code);
    }

    private SetCode? Code(Uri? link, Area whole, out string? refusal)
    {
        refusal = null;
        if (link is null || QrMark.Of(link, out refusal) is not { } mark)
        {
            return null;
        }

        if (mark.ModuleOn(size) is not { } module)
        {
            refusal = Words.BoardLinkDoesNotFit.With(mark.Modules, size.Name);
            return null;
        }

        var side = module * (mark.Modules + (2 * QrMark.Quiet));
        var bottom = whole.Bottom - (CaptionSize * 1.6f);

        // What is written below may be wider than the code, and stays inside as well.
        var column = Math.Max(side, Width(Words.BoardScan, CaptionSize));
        var left = (size.IsLying ? whole.Right - column : whole.Left) + ((column - side) / 2);

        // Whole pixels on screens, so that every module is as wide as the next.
        if (size.Medium != BoardMedium.Paper)
        {
            (left, bottom) = (size.IsLying ? MathF.Floor(left) : MathF.Ceiling(left), MathF.Floor(bottom));
        }

        return new SetCode(mark, new Area(left, bottom - side, left + side, bottom), module);
    }

    /// <summary>By how much the words below a code stand out on each side.</summary>
    private float Beside(SetCode code) => Math.Max(0, (Width(Words.BoardScan, CaptionSize) - code.Card.Width) / 2);

    private float CaptionSize => Math.Max(LeastSmall * Module, size.Medium == BoardMedium.Paper ? 0 : 20);

    private IEnumerable<TextLine> Caption(SetCode? code)
    {
        if (code is null)
        {
            yield break;
        }

        var width = Width(Words.BoardScan, CaptionSize);
        yield return new TextLine(
            Words.BoardScan, code.Card.Left + ((code.Card.Width - width) / 2), code.Card.Bottom + (CaptionSize * 0.5f), CaptionSize, 0, look.BodyFont, Voice.Small);
    }

    private List<TextLine>? Signature(BoardItem item, Area room, out string? refusal)
    {
        refusal = null;
        var lines = new List<TextLine>();
        string[] texts = [.. new[] { item.Day is { } day ? Words.BoardDay.With(day.Year, day.Month, day.Day) : null, item.Signer }.OfType<string>()];

        // A lying board has width to spare and no height.
        texts = size.IsLying && texts.Length > 1 ? [string.Join('\u3000', texts.Reverse())] : texts;
        var bottom = room.Bottom;
        foreach (var text in texts)
        {
            if (OneLine(text, room, 1) is not { } line)
            {
                refusal = Words.BoardLineTooLong.With(text);
                return null;
            }

            // From the lowest up.
            lines.Insert(0, line with { Top = bottom - line.Size });
            bottom -= line.Size * 1.5f;
        }

        return lines;
    }

    private TextLine? OneLine(string text, Area room, float at)
    {
        var most = Math.Max(Small * Module, size.LeastBody);
        var fitting = Math.Min(most, room.Width / Width(text, 1));
        return fitting < CaptionSize ? null : new TextLine(text, room.Left + ((room.Width - Width(text, fitting)) * at), room.Top, fitting, 0, look.BodyFont, Voice.Small);
    }

    private float Width(string text, float textSize) => BodyFont.Advances(text).Sum() * textSize / BoardFont.Em;

    private List<TextLine>? Middle(BoardItem item, Area room, out float divider, out string? refusal)
    {
        var leastTitle = Math.Max(LeastTitle * Module, size.LeastBody * 1.3f);
        return item.Body.Count == 0 ? Alone(item.Title, room, leastTitle, out divider, out refusal) : WithBody(item, room, leastTitle, out divider, out refusal);
    }

    private List<TextLine>? Alone(string text, Area room, float least, out float divider, out string? refusal)
    {
        (divider, refusal) = (0, null);
        var below = Gap * 1.5f;
        if (new TitleSetting(TitleFont, text, LeadingAlone).Set(room with { Bottom = room.Bottom - below }, MostTitle * Module, least, look.Centred) is not { } title)
        {
            refusal = Words.BoardTitleTooLong.With(size.Name);
            return null;
        }

        // A little above the middle looks like the middle.
        var down = (room.Height - title.Height - below) * 0.44f;
        divider = room.Top + down + title.Height + below;
        return Moved(title.Lines, down);
    }

    private List<TextLine>? WithBody(BoardItem item, Area room, float least, out float divider, out string? refusal)
    {
        (divider, refusal) = (0, null);
        var title = new TitleSetting(TitleFont, item.Title, LeadingWithBody);
        var body = new BodySetting(BodyFont, item.Body, size.Medium == BoardMedium.EPaper ? BodyLeadingOnEPaper : BodyLeading);
        var between = Gap * 1.5f;
        var (best, fits) = (((TitleBlock Title, BodyBlock Body)?)null, false);
        foreach (var share in TitleShares)
        {
            if (title.Set(room with { Bottom = room.Top + (room.Height * share) }, MostTitleWithBody * Module, least, look.Centred) is not { } above)
            {
                continue;
            }

            fits = true;
            var most = Math.Max(Math.Min(MostBody * Module, above.Size * BodyToTitle), size.LeastBody);
            if (body.Set(room with { Top = room.Top + above.Height + between }, most, size.LeastBody) is { } below && (best is null || below.Size > best.Value.Body.Size))
            {
                best = (above, below);
                if (below.Size >= Math.Min(most, EasyBody * Module))
                {
                    break;
                }
            }
        }

        if (best is not { } set)
        {
            refusal = fits
                ? Words.BoardBodyTooLong.With(size.Name, body.Holds(room with { Top = room.Top + (room.Height * TitleShares[^1]) + between }, size.LeastBody))
                : Words.BoardTitleTooLong.With(size.Name);
            return null;
        }

        // What is left over goes above the title, between both and below, most of it below.
        var spare = room.Height - set.Title.Height - between - set.Body.Height;
        divider = room.Top + (spare * 0.25f) + set.Title.Height + ((between + (spare * 0.1f)) / 2);
        return [.. Moved(set.Title.Lines, spare * 0.25f), .. Moved(set.Body.Lines, spare * 0.35f)];
    }

    private static List<TextLine> Moved(IEnumerable<TextLine> lines, float down) => [.. lines.Select(line => line with { Top = line.Top + down })];
}
