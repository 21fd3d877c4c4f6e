using System.Text.Json.Nodes;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Controller.Control;
using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Renderer.Previews;

namespace Signage.Cli.Panels;

/// <summary>Pictures of what a site would light at an instant, drawn from the very pages that it sent.</summary>
/// <param name="drawing">Draws.</param>
internal sealed class PlanPictures(IDrawingRoom drawing)
{
    /// <summary>The members of a row that are pictures, and nothing to read.</summary>
    public static IReadOnlyList<string> Members { get; } = ["pages", "glass"];

    /// <summary>All pages of one panel, one under the other, as <c>signage render --led</c> draws them.</summary>
    /// <exception cref="UserError">Nothing can be sent to the panel, or the drawing would be too large.</exception>
    public byte[] Still(JsonObject row)
    {
        var (_, loop) = ShowOf(row);
        return Fitting(() => drawing.LedPng(PageSheet.Of(loop)));
    }

    /// <summary>The loop of one panel from its start.</summary>
    /// <exception cref="UserError">Nothing can be sent to the panel.</exception>
    public LedAnimation Moving(JsonObject row)
    {
        var (size, loop) = ShowOf(row);
        return drawing.LedGif(loop, size);
    }

    /// <summary>All panels, one under the other.</summary>
    /// <param name="rows">The panels; at least one.</param>
    /// <param name="heading">What stands above them.</param>
    /// <exception cref="UserError">The drawing would be too large, or the site has no panel.</exception>
    public byte[] Sheet(IReadOnlyList<JsonObject> rows, string heading) => rows.Count == 0
        ? throw new UserError(Words.NoPanels)
        : Fitting(() => drawing.Sheet([new SheetColumn(heading, "")], [.. rows.Select((row, at) => Row(row, at + 1))]));

    private static SheetRow Row(JsonObject row, int number)
    {
        var name = $"{row["name"] ?? row["panel"]}";
        if (row["glass"] is null)
        {
            return new SheetRow(number, Words.SheetUnsent.With(name), [new SheetPicture(PixelFrame.Dark(new PixelSize(1, 1), PixelLayout.Mono), SheetRest.None)]);
        }

        var (_, glass) = Whole(() => ShowForm.ReadGlass(row["glass"]));
        var rest = Enum.TryParse<SheetRest>((string?)row["rest"], ignoreCase: true, out var known) ? known : SheetRest.None;
        var told = glass.IsDark && rest == SheetRest.None ? Words.SheetDark.With(name)
            : row["refusal"] is not null ? Words.SheetBase.With(name)
            : Words.SheetPlays.With(name, string.Join('、', (row["why"] as JsonArray ?? []).Select(slot => $"{slot}")));
        return new SheetRow(number, told, [new SheetPicture(glass, rest)]);
    }

    private static (PixelSize Size, IReadOnlyList<Core.Shows.Page> Loop) ShowOf(JsonObject row)
    {
        if (row["pages"] is not { } pages)
        {
            throw new UserError((string?)row["refusal"] ?? Words.RefusedWithoutReason);
        }

        var (face, loop) = Whole(() => ShowForm.Read(pages, (string?)row["digest"]));
        return (face.Size, loop);
    }

    private static T Whole<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException wrong)
        {
            throw new UserError(wrong.Message, wrong);
        }
    }

    private static byte[] Fitting(Func<byte[]> draw)
    {
        try
        {
            return draw();
        }
        catch (ArgumentException large)
        {
            throw new UserError(Words.PlanPictureTooLarge, large);
        }
    }
}
