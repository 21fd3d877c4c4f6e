using Signage.Controller.Blanking;
using Signage.Controller.Dispatch;
using Signage.Core.Ports;
using Signage.Core.Truth;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Watching;

/// <summary>The site as pages see it, put together from the board of panels at the moment of asking.</summary>
/// <param name="board">What is known of the panels.</param>
/// <param name="blanks">一键黑屏.</param>
/// <param name="catalog">Names of card models.</param>
/// <param name="zone">Site time.</param>
/// <param name="notes">What is to be known of the site as a whole.</param>
public sealed class SiteWindow(PanelBoard board, BlankSwitch blanks, ProfileCatalog catalog, TimeZoneInfo zone, SiteNotes notes) : ISiteWindow
{
    /// <inheritdoc />
    public SiteView Now => new([.. board.Now.Select(View)], zone, blanks.Now is { On: true } blank ? blank.Number : null) { Notes = notes.Now };

    /// <inheritdoc />
    public IDisposable OnChange(Action changed) => new Both(board.OnChange(changed), blanks.OnChange(changed));

    /// <summary>The one word for a panel, no stronger than the evidence.</summary>
    public static PanelLight LightOf(PanelState state, bool blanked)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state switch
        {
            { Reached: false } => PanelLight.Lost,
            _ when blanked => Darkness(state),
            { Objections.AgainstLight: true } => PanelLight.Differs,
            { Outcome: PanelOutcome.Rejected or PanelOutcome.Unsupported } or { Refusal: not null } => PanelLight.Differs,
            { IsSent: true, Truth.Seen.Evidence: >= Evidence.Pixels } => state.Truth.Seen.Digest == state.Truth.Desired ? PanelLight.Seen : PanelLight.Differs,
            { IsSent: true, Truth.Seen.Evidence: Evidence.Status } => PanelLight.Sent,
            { IsSent: true, Outcome: PanelOutcome.SentUnverified } => PanelLight.SentUnverified,
            { IsSent: true } => PanelLight.Sent,
            _ => PanelLight.Waiting,
        };
    }

    /// <summary>Confirmed darkness and darkness that was only sent are two things, and neither is claimed against the word of the card.</summary>
    private static PanelLight Darkness(PanelState state) => state switch
    {
        { Objections.AgainstDarkness: true } => PanelLight.Differs,
        { IsDarkened: true } => state.IsDarkUnverified ? PanelLight.BlankedUnverified : PanelLight.Blanked,
        { IsSent: true, Desired.IsDark: true } => state.Outcome == PanelOutcome.SentUnverified ? PanelLight.BlankedUnverified : PanelLight.Blanked,
        _ => PanelLight.Waiting,
    };

    private PanelView View(PanelState state) => new(state.Panel, state.Truth, LightOf(state, blanks.Covers(state.Panel.Id)))
    {
        Model = catalog.TryFind(state.Panel.ProfileId, out var profile) ? profile!.Names.Zh : state.Panel.ProfileId,
        Desired = state.Desired,
        Playing = state.IsSent ? state.Desired : null,
        LoopStart = state.IsSent ? state.SentAt : null,
        Since = state.IsSent ? state.Since : null,
        Decision = state.Decision,
        IsBlanked = blanks.Covers(state.Panel.Id),
        Refusal = state.Refusal,
        Ruling = state.Ruling,
        Trouble = state.Trouble,
        HeardAt = state.HeardAt,
        SightedAt = state.SightedAt,
    };

    private sealed class Both(IDisposable one, IDisposable other) : IDisposable
    {
        public void Dispose()
        {
            one.Dispose();
            other.Dispose();
        }
    }
}
