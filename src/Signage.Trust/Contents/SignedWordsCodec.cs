using System.Text;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Review.Drawings;
using Signage.Trust.Envelopes;
using static Signage.Trust.Contents.SignedWordsRules;

namespace Signage.Trust.Contents;

/// <summary>The one form of signed words in bytes: the body of an approval, see docs/trust.md.</summary>
public static class SignedWordsCodec
{
    private const string Tag = "signage.words.1";

    /// <summary>Writes them.</summary>
    /// <exception cref="ArgumentException">A field is beyond its bounds; ask <see cref="CanWrite"/> first.</exception>
    public static byte[] Write(SignedWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return CanWrite(words) ? Bytes(words) : throw new ArgumentException("A field of the signed words is beyond its bounds.", nameof(words));
    }

    /// <summary>True when they have a form: every field is within its bounds and what has an order is in it.</summary>
    public static bool CanWrite(SignedWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return AreKept(words) && IsOrdered(words.Drawings.Select(Bytes));
    }

    /// <summary>Reads them out of the body of an approval; null when they are not the one form of any.</summary>
    public static SignedWords? Read(ReadOnlySpan<byte> body)
    {
        var reader = new FieldReader(body);
        if (!reader.Raw(Tag.Length).SequenceEqual(Encoding.ASCII.GetBytes(Tag)))
        {
            return null;
        }

        var words = new SignedWords(reader.Text(MostId), reader.Text(MostText), reader.Text(MostId), (ReviewMode)reader.Byte())
        {
            LayoutRules = (int)reader.Number(1, int.MaxValue),
            Style = ReadStyle(ref reader),
            From = reader.Instant(),
            Variables = ReadVariables(ref reader),
            Panels = ReadPanels(ref reader),
            Drawings = ReadDrawings(ref reader),
        };

        // The order is a rule as well; writing it again proves that there is no other form.
        return reader.IsWhole && CanWrite(words) && Bytes(words).AsSpan().SequenceEqual(body) ? words : null;
    }

    /// <summary>Drawings in the order that their form asks for, each once.</summary>
    public static IReadOnlyList<Drawing> InOrder(IEnumerable<Drawing> drawings) =>
        [.. drawings.Distinct().OrderBy(Bytes, Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)))];

    private static byte[] Bytes(SignedWords words)
    {
        var writer = new FieldWriter().Tag(Tag).Text(words.ItemId).Text(words.Template).Text(words.AuthorId).Byte((byte)words.Mode).Number((uint)words.LayoutRules);
        var (style, colour) = (words.Style, words.Style.Colour);
        writer.Byte((byte)(style.Effect ?? 0)).Number((uint)(style.Step ?? TimeSpan.Zero).TotalMicroseconds).Number((uint)(style.Stay ?? TimeSpan.Zero).TotalMilliseconds)
            .Raw(colour is { } wished ? [1, wished.R, wished.G, wished.B] : [0, 0, 0, 0]).Instant(words.From).Number((uint)words.Variables.Count);
        foreach (var variable in words.Variables)
        {
            writer.Text(variable.Name).Text(variable.Value);
        }

        writer.Number((uint)words.Panels.Count);
        foreach (var panel in words.Panels)
        {
            writer.Text(panel);
        }

        writer.Number((uint)words.Drawings.Count);
        foreach (var drawing in words.Drawings)
        {
            writer.Raw(Bytes(drawing));
        }

        return writer.ToArray();
    }

    private static byte[] Bytes(Drawing drawing)
    {
        var writer = new FieldWriter().Text(drawing.Face.ToString()).Number((uint)drawing.Pages.Count);
        foreach (var page in drawing.Pages)
        {
            writer.Raw(Convert.FromHexString(page.Frame.Hex)).Byte((byte)page.Effect);
        }

        return writer.ToArray();
    }

    private static ShowStyle ReadStyle(ref FieldReader reader)
    {
        var (effect, step, stay) = (reader.Byte(), reader.Number(), reader.Number());
        var (hasColour, red, green, blue) = (reader.Byte() != 0, reader.Byte(), reader.Byte(), reader.Byte());
        return new ShowStyle(
            effect == 0 ? null : (Effect)effect, step == 0 ? null : TimeSpan.FromMicroseconds(step), stay == 0 ? null : TimeSpan.FromMilliseconds(stay))
        {
            Colour = hasColour ? new LedColour(red, green, blue) : null,
        };
    }

    private static List<WordVariable> ReadVariables(ref FieldReader reader)
    {
        var variables = new List<WordVariable>();
        for (var left = reader.Number(0, MostVariables); left > 0 && !reader.Failed; left--)
        {
            variables.Add(new WordVariable(reader.Text(MostId), reader.Text(MostValue)));
        }

        return variables;
    }

    private static List<string> ReadPanels(ref FieldReader reader)
    {
        var panels = new List<string>();
        for (var left = reader.Number(0, MostPanels); left > 0 && !reader.Failed; left--)
        {
            panels.Add(reader.Text(MostId));
        }

        return panels;
    }

    private static List<Drawing> ReadDrawings(ref FieldReader reader)
    {
        var drawings = new List<Drawing>();
        for (var left = reader.Number(1, MostDrawings); left > 0 && !reader.Failed; left--)
        {
            if (!PanelFace.TryParse(reader.Text(MostFace), out var face))
            {
                // Whoever writes these words again gets other bytes.
                break;
            }

            drawings.Add(new Drawing(face, ReadPages(ref reader)));
        }

        return drawings;
    }

    private static List<DrawnPage> ReadPages(ref FieldReader reader)
    {
        var pages = new List<DrawnPage>();
        for (var left = reader.Number(1, MostPages); left > 0 && !reader.Failed; left--)
        {
            pages.Add(new DrawnPage(new FrameDigest(Convert.ToHexStringLower(reader.Raw(DigestSize))), (Effect)reader.Byte()));
        }

        return pages;
    }
}
