using Signage.Core.Truth;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>
/// What a card reports of itself, held against what it was told. It is believed as far as that goes: a state that fits is no proof of pixels, but one that does
/// not fit takes every stronger claim away.
/// </summary>
internal static class CardReport
{
    /// <summary>The state after a report.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="reading">What the card said; null when it said nothing of itself.</param>
    /// <param name="now">Site time.</param>
    /// <returns>The state, and whether the card shows something else than it was told.</returns>
    public static (PanelState State, bool Refuted) Take(PanelState state, PanelReading? reading, DateTimeOffset now)
    {
        if (reading is null)
        {
            return (state, false);
        }

        return state.IsDarkened ? Dark(state, reading) : Lit(state, reading, now);
    }

    /// <summary>Why what a card showed was not ours, in a sentence; null when it was, or it did not say.</summary>
    public static string? WhyNotOurs(PanelReading? reading) => reading?.PlaysOurs == false ? reading.WhyNotOurs ?? Words.PlaysOthers : null;

    private static (PanelState State, bool Refuted) Dark(PanelState state, PanelReading reading)
    {
        var lights = state.IsSwitchedOff ? reading.PoweredOn == true : reading.PlaysOurs == false && reading.PoweredOn != false;
        return lights
            ? (Nothing(state) with { IsDarkened = false, IsSwitchedOff = false, Trouble = Words.LitAgain }, true)
            : (state, false);
    }

    private static (PanelState State, bool Refuted) Lit(PanelState state, PanelReading reading, DateTimeOffset now)
    {
        // Ours, but not the show that it was given last, is as wrong as a stranger's.
        var other = state.Plays is { } given && reading.Plays is { } playing && given != playing;
        if (reading.PlaysOurs == false || other)
        {
            return (Nothing(state) with { Trouble = reading.WhyNotOurs ?? Words.PlaysOthers }, true);
        }

        if (state.Truth.Sent is null)
        {
            return (state, false);
        }

        if (reading.PoweredOn == false && state.Desired is not { IsDark: true })
        {
            return (state.Fallen() with { Trouble = Words.CardSaysDark }, false);
        }

        var well = state with { Trouble = state.Trouble == Words.CardSaysDark ? null : state.Trouble };
        return (reading.PlaysOurs == true && state.Truth.Seen.Evidence < Evidence.Pixels
            ? well with { Truth = state.Truth with { Seen = new Seen(Evidence.Status, null, now) } }
            : well, false);
    }

    private static PanelState Nothing(PanelState state) => state with { Truth = state.Truth with { Sent = null, Seen = Seen.Nothing } };
}
