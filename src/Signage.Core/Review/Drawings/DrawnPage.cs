using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Core.Review.Drawings;

/// <summary>A page as a reviewer saw it. Its timing is not in it: that follows from the author's wish, the card and the policies in force, and says no other words.</summary>
/// <param name="Frame">The picture.</param>
/// <param name="Effect">How it appears: a strip that stands still would be cut off.</param>
public readonly record struct DrawnPage(FrameDigest Frame, Effect Effect)
{
    /// <summary>The page without its timing.</summary>
    public static DrawnPage Of(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new DrawnPage(page.Picture.Digest, page.Effect);
    }
}
