using Signage.Core.Shows;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Shows;

/// <summary>What came of rendering.</summary>
public abstract record RenderAnswer
{
    private RenderAnswer()
    {
    }

    /// <summary>The show, and how each text was laid out.</summary>
    /// <param name="Show">The show.</param>
    /// <param name="Layouts">One for each text, in loop order.</param>
    public sealed record Rendered(Show Show, IReadOnlyList<TextLayout> Layouts) : RenderAnswer;

    /// <summary>It cannot be rendered right, so it is not rendered at all.</summary>
    /// <param name="Reasons">One line each: which character (code point and position), which effect, which face.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : RenderAnswer;
}
