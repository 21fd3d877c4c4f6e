using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;

namespace Signage.Controller.Control;

/// <summary>
/// A show on its way over the control socket: its pages as the renderer made them, cells packed as in <see cref="PixelFrame"/> and written in base64, strips in a
/// row joined. Whoever reads it reckons the digest anew, so what is looked at is what the site would light.
/// </summary>
public static class ShowForm
{
    /// <summary>The most bytes of cells in one answer.</summary>
    public const int MostBytes = MessageLimit.MostBytes;

    /// <summary>Writes a show.</summary>
    public static JsonObject Write(Show show)
    {
        ArgumentNullException.ThrowIfNull(show);
        return new JsonObject
        {
            ["face"] = show.Face.ToString(),
            ["pages"] = new JsonArray([.. PageRun.Join(show.Loop).Select(page => (JsonNode)new JsonObject
            {
                ["effect"] = Word(page.Effect),
                ["stepMicroseconds"] = (long)page.Step.TotalMicroseconds,
                ["stayMilliseconds"] = (long)page.Stay.TotalMilliseconds,
                ["repeat"] = page.Repeat,
                ["width"] = page.Picture.Size.Width,
                ["cells"] = Convert.ToBase64String(page.Picture.Cells.Span),
            })]),
        };
    }

    /// <summary>Reads a show back.</summary>
    /// <param name="form">What was written.</param>
    /// <param name="digest">What it is said to be, in hex.</param>
    /// <exception cref="FormatException">It is no show, or another one.</exception>
    public static (PanelFace Face, IReadOnlyList<Page> Loop) Read(JsonNode? form, string? digest)
    {
        try
        {
            var face = PanelFace.Parse((string)form!["face"]!);
            Page[] loop = [.. form["pages"]!.AsArray().Select(page => ReadPage(page!, face))];
            return loop.Length > 0 && ShowDigest.Of(loop).Hex == digest ? (face, loop) : throw new FormatException(Words.ShowOther);
        }
        catch (Exception wrong) when (wrong is NullReferenceException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(Words.ShowOther, wrong);
        }
    }

    /// <summary>Writes one picture of a glass.</summary>
    public static JsonObject Write(PixelFrame glass, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(glass);
        ArgumentNullException.ThrowIfNull(face);
        return new JsonObject { ["face"] = face.ToString(), ["cells"] = Convert.ToBase64String(glass.Cells.Span) };
    }

    /// <summary>Reads one picture of a glass back.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static (PanelFace Face, PixelFrame Glass) ReadGlass(JsonNode? form)
    {
        try
        {
            var face = PanelFace.Parse((string)form!["face"]!);
            return (face, Frame((string)form["cells"]!, face.Size, face.Layout));
        }
        catch (Exception wrong) when (wrong is NullReferenceException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(Words.ShowOther, wrong);
        }
    }

    /// <summary>How many bytes of cells a show has.</summary>
    internal static long BytesOf(Show show) => show.Loop.Sum(page => (long)page.Picture.Cells.Length);

    private static Page ReadPage(JsonNode page, PanelFace face) => new(
        Frame((string)page["cells"]!, new PixelSize((int)page["width"]!, face.Size.Height), face.Layout),
        Enum.GetValues<Effect>().First(effect => Word(effect) == (string?)page["effect"]),
        TimeSpan.FromMicroseconds((long)page["stepMicroseconds"]!),
        TimeSpan.FromMilliseconds((long)page["stayMilliseconds"]!),
        (int)page["repeat"]!);

    private static PixelFrame Frame(string cells, PixelSize size, PixelLayout layout)
    {
        var bytes = Convert.FromBase64String(cells);
        return bytes.Length == PixelFrame.LengthOf(size, layout) ? PixelFrame.Create(size, layout, bytes, static (to, from) => from.CopyTo(to)) : throw new FormatException(Words.ShowOther);
    }

    private static string Word(Effect effect) => JsonNamingPolicy.CamelCase.ConvertName(effect.ToString());
}
