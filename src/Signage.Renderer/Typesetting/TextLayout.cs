namespace Signage.Renderer.Typesetting;

/// <summary>How a text was fitted to a face, for people and for <c>render --explain</c>.</summary>
/// <param name="Kind">Static, lines, scroll or pages.</param>
/// <param name="Font">Name of the font.</param>
/// <param name="Size">Character cell height in pixels.</param>
/// <param name="Pages">The lines as set, page by page; one page but for pages, one line for static and scroll.</param>
/// <param name="SecondsToRead">Seconds until everything was readable once.</param>
/// <param name="Reasons">Why this layout and not a larger one, a sentence each, in Chinese.</param>
public sealed record TextLayout(
    LayoutKind Kind,
    string Font,
    int Size,
    IReadOnlyList<IReadOnlyList<string>> Pages,
    double SecondsToRead,
    IReadOnlyList<string> Reasons)
{
    /// <summary>The lines of all pages in order.</summary>
    public IReadOnlyList<string> Lines => [.. Pages.SelectMany(lines => lines)];
}

/// <summary>The ways to fit a text to a face.</summary>
public enum LayoutKind
{
    /// <summary>一屏可见: one line that stands still.</summary>
    Static,

    /// <summary>Two or more lines that stand still.</summary>
    Lines,

    /// <summary>滚动: a strip that moves.</summary>
    Scroll,

    /// <summary>分页: several pages one after the other, each of one or more lines that stand still.</summary>
    Pages,
}
