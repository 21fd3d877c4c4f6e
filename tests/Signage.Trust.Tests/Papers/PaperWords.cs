using System.Security.Cryptography;
using System.Text;

namespace Signage.Trust.Tests.Papers;

/// <summary>A second reader of the body of an approval, from docs/trust.md, "Signed words".</summary>
internal sealed record PaperWords(
    string Item, string Words, string Author, uint Mode, uint Layout, PaperWish Wish, long From, List<(string Name, string Value)> Variables, List<string> Panels,
    List<PaperDrawing> Drawings)
{
    /// <summary>The series that an approval of this item has to have.</summary>
    public string Series => $"words/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Item)))[..32]}";

    /// <summary>What is lit, in normal form C.</summary>
    public string Lit => Filled.Normalize(NormalizationForm.FormC);

    private string Filled => Variables.Aggregate(Words, (text, one) => text.Replace($"{{{one.Name}}}", one.Value, StringComparison.Ordinal));

    public static PaperWords? Read(byte[] body) => PaperCursor.OrNo(() =>
    {
        var cursor = new PaperCursor(body);
        cursor.Tag("signage.words.1");
        var (item, words, author) = (Seen(cursor, 64), Seen(cursor, 4_000), Seen(cursor, 64));
        var (mode, layout) = (cursor.U8(1, 3), cursor.U32(1, int.MaxValue));
        var (effect, step, stay) = (cursor.U8(0, 5), cursor.U32(0, uint.MaxValue), cursor.U32(0, uint.MaxValue));
        var (coloured, colour) = (cursor.U8(0, 1), Convert.ToHexString(cursor.Bytes(3)));
        PaperCursor.Rule(coloured == 1 || colour == "000000");
        var from = cursor.Instant();
        var variables = cursor.Ascending(0, 16, () => (Name: Unbraced(cursor, 64), Value: Unbraced(cursor, 200)), one => Encoding.UTF8.GetBytes(one.Name));
        var panels = cursor.Ascending(0, 1_000, () => Seen(cursor, 64), Encoding.UTF8.GetBytes);
        var drawings = cursor.Ascending(1, 500, () => PaperDrawing.Read(cursor, body), drawing => drawing.Whole);
        cursor.End();
        var all = new PaperWords(item, words, author, mode, layout, new(effect, step, stay, coloured == 1 ? colour : ""), from, variables, panels, drawings);
        PaperCursor.Rule(Encoding.UTF8.GetByteCount(all.Filled) <= 4_000 && PaperSigns.AreLetIn(all.Filled));
        return all;
    });

    private static string Seen(PaperCursor cursor, uint most)
    {
        var text = cursor.Text(1, most);
        PaperCursor.Rule(PaperSigns.AreLetIn(text));
        return text;
    }

    private static string Unbraced(PaperCursor cursor, uint most)
    {
        var text = Seen(cursor, most);
        PaperCursor.Rule(!text.Contains('{', StringComparison.Ordinal) && !text.Contains('}', StringComparison.Ordinal));
        return text;
    }
}

/// <summary>How words are wished to be shown; the colour is empty where none is wished for.</summary>
internal sealed record PaperWish(uint Effect, uint Step, uint Stay, string Colour);

/// <summary>One drawing of the words for a face: its pages by the hex of their digest and their effect, and all of its bytes.</summary>
internal sealed record PaperDrawing(string Face, List<(string Frame, uint Effect)> Pages, byte[] Whole)
{
    public static PaperDrawing Read(PaperCursor cursor, byte[] body)
    {
        var start = cursor.At;
        var face = cursor.Text(1, 13);
        var parts = face.Split('x');
        PaperCursor.Rule(parts.Length == 3 && IsNumber(parts[0]) && IsNumber(parts[1]) && parts[2] is "1" or "2" or "3" or "rgb");
        var pages = new List<(string, uint)>();
        for (var left = cursor.U32(1, 64); left > 0; left--)
        {
            pages.Add((Convert.ToHexStringLower(cursor.Bytes(32)), cursor.U8(1, 5)));
        }

        return new(face, pages, body[start..cursor.At]);
    }

    private static bool IsNumber(string digits) => digits is [>= '1' and <= '9', ..] and { Length: <= 4 } && digits.All(char.IsAsciiDigit) && string.CompareOrdinal(digits.PadLeft(4, '0'), "8192") <= 0;
}
