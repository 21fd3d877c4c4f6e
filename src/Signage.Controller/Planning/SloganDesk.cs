using Signage.Controller.Dispatch;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;
using Signage.Storage;

namespace Signage.Controller.Planning;

/// <summary>
/// Where slogans of this site are taken in. Words that no font here can draw are refused at once, not when their hour has come; panels that cannot show
/// the words are named. Until people have accounts the machine's owner approves, and the record says so.
/// </summary>
/// <param name="book">Where they are kept.</param>
/// <param name="renderer">Knows what can be drawn.</param>
/// <param name="rules">The card models and what they can be told.</param>
/// <param name="siteTime">Stamps approvals.</param>
public sealed class SloganDesk(SiteBook book, IShowRenderer renderer, PanelRules rules, TimeProvider siteTime)
{
    /// <summary>The most slogans taken in at once.</summary>
    public const int MostAtOnce = 1000;

    /// <summary>Takes in slogans: all or nothing.</summary>
    /// <param name="slogans">The words.</param>
    /// <param name="approvedBy">Who lets them onto the panels; null while nobody does.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> TakeAsync(IReadOnlyList<Slogan> slogans, string? approvedBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slogans);
        string[] refusals = slogans.Count is 0 or > MostAtOnce
            ? [Words.SlogansTooMany.With(slogans.Count, MostAtOnce)]
            : [.. slogans.SelectMany((slogan, at) => renderer.Complaints(slogan.Text).Select(complaint => $"slogans[{at}] {slogan.Id}: {complaint}"))];
        var now = siteTime.GetUtcNow();
        return refusals.Length > 0
            ? Task.FromResult<StoreAnswer>(new StoreAnswer.Refused(string.Join("; ", Mistakes.Bounded(refusals))))
            : book.AddSlogansAsync(
                [.. slogans.Select(slogan => (slogan, approvedBy is null ? null : SloganApproval.Of(slogan.ToRevision(), approvedBy, now)))], cancellationToken);
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

    private string? Misfit(Panel panel, RenderAnswer answer) => answer switch
    {
        RenderAnswer.Refused refused => string.Join("; ", refused.Reasons),
        RenderAnswer.Rendered rendered => rules.Misfit(panel, rendered.Show),
        _ => null,
    };
}
