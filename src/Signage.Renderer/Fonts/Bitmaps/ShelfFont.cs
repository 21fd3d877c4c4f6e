namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>A font on the user's shelf.</summary>
/// <param name="File">The name of its file, without the folder.</param>
/// <param name="Font">The font.</param>
public sealed record ShelfFont(string File, BitmapFont Font);
