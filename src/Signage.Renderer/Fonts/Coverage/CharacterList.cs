namespace Signage.Renderer.Fonts.Coverage;

/// <summary>A list of characters that a font is held against.</summary>
/// <param name="Id">Its name for scripts, such as <c>gb2312</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="CodePoints">Its characters in its own order.</param>
public sealed record CharacterList(string Id, string Name, IReadOnlyList<int> CodePoints);
