using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Renderer.Previews;

/// <summary>A column of a contact sheet: one panel.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Facts">How it is reached and how large it is.</param>
public sealed record SheetColumn(string Name, string Facts);

/// <summary>A row of a contact sheet: one text on every panel.</summary>
/// <param name="Number">Counts the texts.</param>
/// <param name="Text">The words.</param>
/// <param name="Pictures">What each panel lights, in the order of the columns.</param>
public sealed record SheetRow(int Number, string Text, IReadOnlyList<SheetPicture> Pictures);

/// <summary>One panel with one text.</summary>
/// <param name="Glass">The lit pixels at the start.</param>
/// <param name="Rest">How the rest of a text is shown that is longer than the panel, so that a picture shows its beginning only.</param>
public sealed record SheetPicture(PixelFrame Glass, SheetRest Rest)
{
    /// <summary>A show at the first moment at which its first page is there.</summary>
    public static SheetPicture Of(Show show)
    {
        ArgumentNullException.ThrowIfNull(show);
        return new SheetPicture(Effects.FrameAt(show.Loop, show.Face.Size, FirstSight.Of(show.Loop[0])), RestOf(show));
    }

    /// <summary>How the rest of a show goes on after its first page.</summary>
    public static SheetRest RestOf(Show show)
    {
        ArgumentNullException.ThrowIfNull(show);
        return show.Loop.Any(page => page.Effect == Effect.ContinuousLeft) ? SheetRest.Moves : show.Loop.Count > 1 ? SheetRest.Pages : SheetRest.None;
    }
}

/// <summary>How the rest of a text is shown.</summary>
public enum SheetRest
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It moves in.</summary>
    Moves,

    /// <summary>It follows on further pages.</summary>
    Pages,
}
