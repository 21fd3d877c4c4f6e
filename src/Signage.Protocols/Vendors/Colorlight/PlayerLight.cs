using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Colorlight.Wire;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>How a model is made dark.</summary>
internal enum PlayerDialect
{
    /// <summary>It is put to sleep: older models, the vendor's document.</summary>
    Sleep,

    /// <summary>It has a switch for the screen alone, besides sleep: newer models, one implementation by others.</summary>
    ScreenStatus,
}

/// <summary>Light and dark. What the player says it did is not believed before it says that it is so.</summary>
internal static class PlayerLight
{
    /// <summary>Whether the player says that it is awake; null when the answer is none.</summary>
    public static bool? Power(ReadOnlyMemory<byte> body) => PlayerReplies.Switch(body, "powerstatus");

    /// <summary>Whether the player says that its screen is on; null when the answer is none.</summary>
    public static bool? Screen(ReadOnlyMemory<byte> body) => PlayerReplies.Switch(body, "screenstatus");

    /// <summary>
    /// Makes it dark. A model with a switch for the screen that does not know it, or does not say that it is off, is put to sleep: dark must be certain.
    /// </summary>
    public static IEnumerable<PlayerAsk> Off(PlayerTalk talk, PlayerDialect dialect)
    {
        if (dialect == PlayerDialect.ScreenStatus)
        {
            var off = new PlayerAsk(PlayerRequests.Screen(on: false)) { MayBeRefused = true };
            yield return off;
            if (off.Succeeded)
            {
                var dark = Look(PlayerRequests.ScreenState, body => Screen(body) == false);
                yield return dark;
                if (dark.Holds)
                {
                    talk.End(PanelOutcome.Accepted, new PanelReading([new(PlayerReadings.Screen, "0")]) { PoweredOn = false });
                    yield break;
                }
            }
        }

        foreach (var ask in Power(talk, on: false))
        {
            yield return ask;
        }
    }

    /// <summary>Makes sure that it is lit; ends the conversation only when it is not. One that is awake is not told to wake up.</summary>
    public static IEnumerable<PlayerAsk> On(PlayerTalk talk, PlayerDialect dialect)
    {
        var awake = new PlayerAsk(PlayerRequests.PowerState);
        yield return awake;
        if (Power(awake.Body) != true)
        {
            yield return new PlayerAsk(PlayerRequests.Power(on: true));
            awake = Look(PlayerRequests.PowerState, body => Power(body) == true);
            yield return awake;
            if (!awake.Holds)
            {
                talk.End(PanelOutcome.Busy, detail: CardWords.StillDark.With(awake.Request.Path));
                yield break;
            }
        }

        if (dialect != PlayerDialect.ScreenStatus)
        {
            yield break;
        }

        var lit = new PlayerAsk(PlayerRequests.ScreenState) { MayBeRefused = true };
        yield return lit;
        if (!lit.Succeeded || Screen(lit.Body) == true)
        {
            yield break;
        }

        yield return new PlayerAsk(PlayerRequests.Screen(on: true));
        lit = Look(PlayerRequests.ScreenState, body => Screen(body) == true);
        yield return lit;
        if (!lit.Holds)
        {
            talk.End(PanelOutcome.Busy, detail: CardWords.StillDark.With(lit.Request.Path));
        }
    }

    /// <summary>Puts it to sleep or wakes it, and asks whether it is so.</summary>
    public static IEnumerable<PlayerAsk> Power(PlayerTalk talk, bool on)
    {
        yield return new PlayerAsk(PlayerRequests.Power(on));
        var state = Look(PlayerRequests.PowerState, body => Power(body) == on);
        yield return state;
        if (state.Holds)
        {
            talk.End(PanelOutcome.Accepted, new PanelReading([new(PlayerReadings.Power, on ? "1" : "0")]) { PoweredOn = on });
        }
        else
        {
            talk.End(PanelOutcome.Busy, detail: (on ? CardWords.StillDark : CardWords.StillLit).With(state.Request.Path));
        }
    }

    private static PlayerAsk Look(WireMessage.Request request, Func<ReadOnlyMemory<byte>, bool> until) => new(request) { MayBeRefused = true, Until = until };
}
