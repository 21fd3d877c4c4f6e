using System.Globalization;
using Signage.Core.Review;
using Signage.Core.Review.Drawings;
using Signage.Core.Text;
using Signage.Trust.Contents;
using Signage.Trust.Roots;

namespace Signage.Trust.Approvals;

/// <summary>签过名的审批: an approval that the right people signed. It is made of a verified statement and in no other way. Immutable.</summary>
public sealed class SignedApproval
{
    private SignedApproval(VerifiedStatement statement, SignedWords words) => (Statement, Words) = (statement, words);

    /// <summary>The statement: until when, which version, who signed.</summary>
    public VerifiedStatement Statement { get; }

    /// <summary>What they signed.</summary>
    public SignedWords Words { get; }

    /// <summary>The approval that a statement is; null when it is of another kind.</summary>
    public static SignedApproval? Of(VerifiedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Kind == SignedKind.Approval && SignedWordsCodec.Read(statement.Content.Body.Span) is { } words ? new SignedApproval(statement, words) : null;
    }

    /// <summary>Why words may not be lit by this approval; null when they may.</summary>
    /// <param name="lit">The words.</param>
    /// <param name="policy">How many reviews it takes, by the root in force.</param>
    public ApprovalObjection? Objection(LitWords lit, ReviewPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(lit);
        ArgumentNullException.ThrowIfNull(policy);
        var (item, until) = (lit.Revision.ItemId, Statement.Content.ExpiresAt);

        // Nobody can have approved yet what was issued later than now, but clocks differ a little.
        var issued = Statement.Content.IssuedAt - RootChain.Skew;
        var begins = issued > Words.From ? issued : Words.From;
        return lit.Revision.Digest != Words.Revision.Digest ? new(0, Trust.Words.LitUnknown.With(item))
            : lit.At >= until ? new(1, Trust.Words.LitOver.With(item, Instant(until)))
            : lit.At < begins ? new(2, Trust.Words.LitTooEarly.With(item, Instant(begins)))
            : Words.Panels.Count > 0 && !Words.Panels.Contains(lit.PanelId) ? new(3, Trust.Words.LitOtherPanel.With(item, lit.PanelId))
            : policy.For(lit.IsKey) is var needed && Words.Mode < needed ? new(4, Trust.Words.LitKeyDate.With(item, ReviewWords.Of(needed), ReviewWords.Of(Words.Mode)))
            : lit.Style != Words.Style ? new(5, Trust.Words.LitOtherStyle.With(item))
            : !DrawingCover.IsSeen(lit.Drawing.Face, lit.Drawing.Pages, Words.Drawings) ? new(6, Trust.Words.LitOtherDrawing.With(item, lit.Drawing.Face))
            : null;
    }

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
