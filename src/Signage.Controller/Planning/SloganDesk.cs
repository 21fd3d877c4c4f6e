using Signage.Controller.Dispatch;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;
using Signage.Storage;
using Signage.Trust.Screening;

namespace Signage.Controller.Planning;

/// <summary>
/// Where slogans of this site are taken in. Words that no font here can draw are refused at once, not when their hour has come; panels that cannot show
/// the words are named. The machine's owner approves here, and the record says so; reviews by people are not asked yet.
/// </summary>
/// <param name="book">Where they are kept.</param>
/// <param name="renderer">Knows what can be drawn.</param>
/// <param name="rules">The card models and what they can be told.</param>
/// <param name="siteTime">Stamps approvals.</param>
/// <param name="screen">Looks at the words.</param>
public sealed class SloganDesk(SiteBook book, IShowRenderer renderer, PanelRules rules, TimeProvider siteTime, SloganScreen screen)
{
    /// <summary>The most slogans taken in at once.</summary>
    public const int MostAtOnce = 1000;

    /// <summary>What the screening says of slogans, a line each.</summary>
    public IReadOnlyList<ScreenLine> Screened(IEnumerable<Slogan> slogans) => [.. slogans.SelectMany(screen.Look)];

    /// <summary>Takes in slogans: all or nothing. Words that the screening refuses are not even stored; those that a person must decide are not approved before somebody did.</summary>
    /// <param name="actor">Who brings them.</param>
    /// <param name="slogans">The words.</param>
    /// <param name="approvedBy">Who lets them onto the panels; null while nobody does.</param>
    /// <param name="decided">True when that person has read what must be decided, and lets the words pass all the same.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> TakeAsync(Actor actor, IReadOnlyList<Slogan> slogans, string? approvedBy, bool decided, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slogans);
        string[] refusals = slogans.Count is 0 or > MostAtOnce
            ? [Words.SlogansTooMany.With(slogans.Count, MostAtOnce)]
            : [.. slogans.SelectMany((slogan, at) => Complaints(slogan, approvedBy is not null && !decided).Select(complaint => $"slogans[{at}] {complaint}"))];
        var now = siteTime.GetUtcNow();
        return refusals.Length > 0
            ? Task.FromResult<StoreAnswer>(new StoreAnswer.Refused(string.Join("; ", Mistakes.Bounded(refusals))))
            : book.As(actor).AddSlogansAsync(
                [.. slogans.Select(slogan => (slogan, approvedBy is null ? null : SloganApproval.Of(slogan.ToRevision(), approvedBy, now)))],
                decided ? Decided(slogans) : null,
                cancellationToken);
    }

    /// <summary>The enrolled panels that could not show a slogan, each with the reason.</summary>
    public IReadOnlyList<string> Misfits(Slogan slogan)
    {
        ArgumentNullException.ThrowIfNull(slogan);
        LoopItem[] loop = [new(slogan.ToRevision(), ShowStyle.Automatic, slogan.Id)];
        return
        [
            .. from panel in book.Now.Panels
               let misfit = rules.Profile(panel) is { } model ? Misfit(panel, renderer.Render(loop, panel.Face, model.ToAbilities())) : null
               where misfit is not null
               select $"{panel.Id}: {misfit}",
        ];
    }

    private string? Decided(IReadOnlyList<Slogan> slogans) => string.Join("; ", Screened(slogans).Where(line => line.Severity is FindingSeverity.MustDecide).Select(line => line.Text)) is { Length: > 0 } found ? found : null;

    /// <summary>Why a slogan may not be taken in: signs that no text may hold come first, because nothing else can be asked of such words.</summary>
    private string[] Complaints(Slogan slogan, bool mustBeDecided)
    {
        var lines = screen.Look(slogan);
        string[] refused = [.. lines.Where(line => line.Severity is FindingSeverity.Refused).Select(line => line.Text)];
        return refused.Length > 0 ? refused :
        [
            .. renderer.Complaints(slogan.Text).Select(complaint => $"{slogan.Id}: {complaint}"),
            .. lines.Where(line => mustBeDecided && line.Severity is FindingSeverity.MustDecide).Select(line => Words.ScreenMustDecide.With(line.Text)),
        ];
    }

    private string? Misfit(Panel panel, RenderAnswer answer) => answer switch
    {
        RenderAnswer.Refused refused => string.Join("; ", refused.Reasons),
        RenderAnswer.Rendered rendered => rules.Misfit(panel, rendered.Show),
        _ => null,
    };
}
