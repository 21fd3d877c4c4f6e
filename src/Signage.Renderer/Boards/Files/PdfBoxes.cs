using System.Globalization;
using System.Text;

namespace Signage.Renderer.Boards.Files;

/// <summary>
/// Adds the trim box and the bleed box (ISO 32000-1, 14.11.2) to the page of a PDF that the drawing library wrote, which knows neither. The file is left as it is;
/// a newer version of its page object is put behind it with a cross-reference section of its own: an incremental update (7.5.6), as every reader knows it.
/// </summary>
internal static class PdfBoxes
{
    private static ReadOnlySpan<byte> PageMark => "/Type /Page\n"u8;

    /// <summary>The file with the boxes.</summary>
    /// <param name="pdf">A file of one page.</param>
    /// <param name="trim">Left, bottom, right and top of the trimmed page, in points.</param>
    /// <param name="bleed">The same with the bleed.</param>
    /// <exception cref="InvalidDataException">The file is not built as the drawing library of this program builds them.</exception>
    public static byte[] Add(byte[] pdf, float[] trim, float[] bleed)
    {
        var (number, page) = Page(pdf);
        var (start, trailer) = Trailer(pdf);
        var update = new StringBuilder("\n");
        var place = pdf.Length + 1;
        update.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{page[..page.LastIndexOf(">>", StringComparison.Ordinal)].TrimEnd()}\n/TrimBox {Box(trim)}\n/BleedBox {Box(bleed)}>>\nendobj\n");
        var table = pdf.Length + update.Length;
        update.Append(CultureInfo.InvariantCulture, $"xref\n{number} 1\n{place:D10} 00000 n \ntrailer\n");
        update.Append(CultureInfo.InvariantCulture, $"{trailer[..trailer.LastIndexOf(">>", StringComparison.Ordinal)].TrimEnd()}\n/Prev {start}>>\nstartxref\n{table}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    /// <summary>The number of the only page and its dictionary.</summary>
    private static (int Number, string Dictionary) Page(byte[] pdf)
    {
        var mark = pdf.AsSpan().IndexOf(PageMark);
        if (mark < 0 || pdf.AsSpan(mark + 1).IndexOf(PageMark) >= 0)
        {
            throw Unknown("one page");
        }

        var dictionary = pdf.AsSpan(0, mark).LastIndexOf(" 0 obj\n"u8);
        var line = pdf.AsSpan(0, dictionary).LastIndexOf((byte)'\n') + 1;
        var end = pdf.AsSpan(mark).IndexOf("endobj"u8);
        return dictionary < 0 || end < 0 || !int.TryParse(Encoding.ASCII.GetString(pdf.AsSpan(line..dictionary)), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? throw Unknown("the page's object")
            : (number, Encoding.Latin1.GetString(pdf.AsSpan((dictionary + " 0 obj\n".Length)..(mark + end))));
    }

    private static (string Start, string Dictionary) Trailer(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = text.LastIndexOf("trailer\n", StringComparison.Ordinal);
        var start = text.LastIndexOf("startxref\n", StringComparison.Ordinal);
        return trailer < 0 || start < trailer
            ? throw Unknown("a trailer")
            : (text[(start + "startxref\n".Length)..text.LastIndexOf("\n%%EOF", StringComparison.Ordinal)], text[(trailer + "trailer\n".Length)..start]);
    }

    private static string Box(float[] corners) => $"[{string.Join(' ', corners.Select(corner => corner.ToString("0.###", CultureInfo.InvariantCulture)))}]";

    private static InvalidDataException Unknown(string what) => new($"The drawing library's PDF does not show {what} where it used to.");
}
