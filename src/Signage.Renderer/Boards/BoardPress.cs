using System.Text;
using Signage.Core.Text;
using Signage.Renderer.Boards.Files;
using Signage.Renderer.Boards.Looks;
using Signage.Renderer.Boards.Setting;
using Signage.Renderer.Boards.Typefaces;
using Signage.Renderer.Shows;

namespace Signage.Renderer.Boards;

/// <summary>
/// Makes boards (宣传栏): posters as PDF for a printer, any board as PNG. The same item gives the same bytes. Thread-safe; keeps the fonts that it has opened, tens
/// of megabytes, as long as it lives.
/// </summary>
public sealed class BoardPress
{
    // Of one part of an item; what comes after them is counted.
    private const int MostComplaints = 10;

    private readonly BoardFonts _fonts = new();

    /// <summary>A poster as PDF with bleed, crop marks, and boxes for trim and bleed.</summary>
    /// <param name="item">What stands on it.</param>
    /// <param name="size">A size of paper.</param>
    /// <param name="template">How it looks.</param>
    /// <exception cref="ArgumentException">The size is not one of paper.</exception>
    public BoardAnswer Pdf(BoardItem item, BoardSize size, BoardTemplate template)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(size);
        return size.Medium == BoardMedium.Paper
            ? Make(item, size, template, PosterPdf.Write)
            : throw new ArgumentException($"{size.Name} is no size of paper.", nameof(size));
    }

    /// <summary>A board as PNG: a screen pixel for pixel, electronic paper in exactly black, white and red, paper as a preview of 100 dots per inch.</summary>
    /// <param name="item">What stands on it.</param>
    /// <param name="size">Its size.</param>
    /// <param name="template">How it looks.</param>
    public BoardAnswer Png(BoardItem item, BoardSize size, BoardTemplate template)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(size);
        return Make(item, size, template, (board, painter, _) => BoardPng.Write(board, painter));
    }

    private BoardAnswer Make(BoardItem item, BoardSize size, BoardTemplate template, Func<SetBoard, BoardPainter, string, byte[]> write)
    {
        var look = BoardLook.Of(template, size.Medium);
        var whole = Normalised(item);

        // What is far too long is refused for that alone: nobody reads a line for each of its characters.
        string[] complaints = [.. TooMany(whole)];
        complaints = complaints.Length > 0 ? complaints : [.. Complaints(whole, look)];
        if (complaints.Length > 0)
        {
            return new BoardAnswer.Refused(complaints);
        }

        if (new BoardSetter(_fonts, size, look).Set(whole, out var refusal) is not { } board)
        {
            return new BoardAnswer.Refused([refusal!]);
        }

        using var painter = new BoardPainter(board, look, _fonts);
        return new BoardAnswer.Made(write(board, painter, whole.Title), Facts(board, template));
    }

    private static IEnumerable<string> TooMany(BoardItem item)
    {
        if (item.Title.EnumerateRunes().Count() is var title && title > BoardItem.MostTitle)
        {
            yield return Words.BoardTitleTooMany.With(title, BoardItem.MostTitle);
        }

        if (item.Body.Sum(paragraph => paragraph.EnumerateRunes().Count()) is var body && (body > BoardItem.MostBody || item.Body.Count > BoardItem.MostParagraphs))
        {
            yield return Words.BoardBodyTooMany.With(body, item.Body.Count, BoardItem.MostBody, BoardItem.MostParagraphs);
        }

        foreach (var line in new[] { item.Place, item.Signer }.OfType<string>().Select(line => line.EnumerateRunes().Count()).Where(line => line > BoardItem.MostLine))
        {
            yield return Words.BoardLineTooMany.With(line, BoardItem.MostLine);
        }
    }

    /// <summary>Everything that cannot be set whatever the size, each complaint with the part that it is about.</summary>
    private IEnumerable<string> Complaints(BoardItem item, BoardLook look)
    {
        foreach (var complaint in About(item.Title, look.TitleFont))
        {
            yield return Words.BoardTitlePart.With(complaint);
        }

        foreach (var (paragraph, number) in item.Body.Select((paragraph, at) => (paragraph, at + 1)))
        {
            foreach (var complaint in About(paragraph, look.BodyFont))
            {
                yield return Words.BoardBodyPart.With(number, complaint);
            }
        }

        foreach (var complaint in new[] { item.Place, item.Signer }.OfType<string>().SelectMany(line => About(line, look.BodyFont)))
        {
            yield return Words.BoardLinePart.With(complaint);
        }
    }

    private IEnumerable<string> About(string text, BoardFontFile font)
    {
        if (ShowRequests.TextComplaint(text) is { } broken)
        {
            return [broken];
        }

        var complaints = _fonts[font].Complaints(text);
        return complaints.Count <= MostComplaints ? complaints : [.. complaints.Take(MostComplaints), Words.BoardMoreOfThem.With(complaints.Count - MostComplaints)];
    }

    // A text that is no text stays as it is, for its complaint to name the place.
    private static BoardItem Normalised(BoardItem item) => item with
    {
        Title = Normalised(item.Title),
        Body = [.. item.Body.Select(Normalised)],
        Place = item.Place is { } place ? Normalised(place) : null,
        Signer = item.Signer is { } signer ? Normalised(signer) : null,
    };

    private static string Normalised(string text) => ShowRequests.TextComplaint(text) is null ? text.Normalize(NormalizationForm.FormC).Trim() : text;

    private static BoardFacts Facts(SetBoard board, BoardTemplate template)
    {
        var title = board.Lines.Where(line => line.Voice == Voice.Title).ToArray();
        var body = board.Lines.Where(line => line.Voice == Voice.Body).ToArray();
        return new BoardFacts(
            board.Size,
            template,
            [.. title.Select(line => line.Text)],
            title[0].Size,
            [.. body.Select(line => line.Text)],
            body.Length > 0 ? body[0].Size : 0,
            board.Code is { } code ? code.Module * code.Mark.Modules : 0,
            [.. title.Concat(board.Lines).Select(line => line.Font.Name).Distinct()]);
    }
}
