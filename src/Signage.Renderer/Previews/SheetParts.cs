using Signage.Core.Frames;

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
public sealed record SheetPicture(PixelFrame Glass, SheetRest Rest);

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
