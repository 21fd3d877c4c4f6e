using Signage.Core.Text;
using Signage.Core.Truth;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Dispatch;

/// <summary>
/// What time alone does to what is known of a panel. A sighting has an age: when no further one has come for three times as long as it takes until the next, it is history and no
/// evidence of now. A pure rule, looked at in every round.
/// </summary>
internal static class PanelAgeing
{
    // One look may be lost and one may come late; a third that is missing is a reason.
    private const int LooksMissed = 3;

    // What refuses datagrams says so within a second; a machine that is busy may take longer to hear it.
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);

    /// <summary>How long pixels that were seen stand for what is lit now.</summary>
    public static TimeSpan Holds(ReadBackRules rules) => Longer(Least, LooksMissed * TimeSpan.FromSeconds(rules.EverySeconds));

    /// <summary>How long a state that was reported stands for now.</summary>
    public static TimeSpan Holds(ProfileTiming timing) => Longer(Least, LooksMissed * TimeSpan.FromSeconds(timing.HeartbeatSeconds ?? 0));

    /// <summary>The state as of a moment.</summary>
    /// <param name="state">As it was written down.</param>
    /// <param name="profile">The card model.</param>
    /// <param name="now">Site time.</param>
    public static PanelState At(PanelState state, DeviceProfile profile, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(profile);
        return Unrefused(Unseen(state, profile, now), profile, now);
    }

    private static PanelState Unseen(PanelState state, DeviceProfile profile, DateTimeOffset now)
    {
        var seen = state.Truth.Seen;
        if (seen is { Evidence: Evidence.Status, At: { } reported } && IsOld(now - reported, Holds(profile.Timing)))
        {
            return state.Fallen();
        }

        var isOld = seen is { Evidence: Evidence.Pixels, Digest: not null, At: { } at } && profile.ReadBack is { } rules && IsOld(now - at, Holds(rules));
        return (isOld || state.Troubles.Unseen is not null) && (state.SightedAt ?? seen.At) is { } sighted
            ? (isOld ? state.Fallen() : state) with { Troubles = state.Troubles with { Unseen = Words.NotSeenFor.With(Math.Max(0, (int)(now - sighted).TotalMinutes)) } }
            : state;
    }

    // A clock that was set back by more than that leaves nobody to say how old it is.
    private static bool IsOld(TimeSpan age, TimeSpan holds) => age >= holds || age <= -holds;

    /// <summary>
    /// A card that does not acknowledge pictures is lost when its machine refuses our datagrams. It never says that it takes them again, and one that answers questions at another port
    /// does not either; that nothing was refused for a while has to do.
    /// </summary>
    private static PanelState Unrefused(PanelState state, DeviceProfile profile, DateTimeOffset now) =>
        state is { IsSent: true, Outcome: PanelOutcome.SentUnverified, Troubles.Asking: null, SentAt: { } sent }
            && (state.Reached == false || state.Troubles.Sending is not null)
            && now - sent >= Longer(Held, 2 * TimeSpan.FromMilliseconds(profile.Frames?.KeepAliveMilliseconds ?? 0))
            ? state with { Reached = state.Reached == true ? true : null, Troubles = state.Troubles with { Sending = null } }
            : state;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
