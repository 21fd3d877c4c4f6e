using Signage.Core.Truth;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>
/// What a card reports of itself, held against what it was told. It is believed as far as that goes: a state that fits is no proof of pixels, but one that does
/// not fit takes every stronger claim away. On what a report does not speak of, the one before it stands.
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

        // Sending the same again does not change a face, so nothing is sent anew for that.
        var faced = CardFit.Tells(reading)
            ? state with { Objections = state.Objections with { Face = string.Join("; ", CardFit.Differences(state.Panel, reading)) is { Length: > 0 } other ? other : null } }
            : state;
        return state.IsDarkened ? Dark(faced, reading) : Lit(faced, reading, now);
    }

    private static (PanelState State, bool Refuted) Dark(PanelState state, PanelReading reading)
    {
        var lights = state.IsSwitchedOff ? reading.PoweredOn == true : reading.PlaysOurs == false && reading.PoweredOn != false;
        if (lights)
        {
            var why = reading.WhyNotOurs is { } reason ? $"{Words.LitAgain}; {reason}" : Words.LitAgain;
            return (Nothing(state) with { IsDarkened = false, IsSwitchedOff = false, Objections = state.Objections with { Lit = why, Content = null } }, true);
        }

        return (reading.PlaysOurs == true || reading.PoweredOn == false ? state with { Objections = state.Objections with { Lit = null, Content = null } } : state, false);
    }

    private static (PanelState State, bool Refuted) Lit(PanelState state, PanelReading reading, DateTimeOffset now)
    {
        // Ours, but not the show that it was given last, is as wrong as a stranger's.
        var other = state.Plays is { } given && reading.Plays is { } playing && given != playing;
        var told = state with { Objections = Darkness(state, reading) };
        if (reading.PlaysOurs == false || other)
        {
            return (Nothing(told) with { Objections = told.Objections with { Content = reading.WhyNotOurs ?? Words.PlaysOthers } }, true);
        }

        if (reading.PlaysOurs == true)
        {
            told = told with { Objections = told.Objections with { Content = null } };
        }

        // A panel that waits for what it is to show anyway is not told it twice.
        if (state.Truth.Sent is null)
        {
            return (told, false);
        }

        if (told.Objections is { Power: not null } or { Brightness: not null })
        {
            return (told.Fallen(), reading.PoweredOn == false || reading.BrightnessPercent == 0);
        }

        return (reading.PlaysOurs == true && state.Truth.Seen.Evidence < Evidence.Pixels
            ? told with { Truth = state.Truth with { Seen = new Seen(Evidence.Status, null, now) } }
            : told, false);
    }

    /// <summary>A card that is off, or at no brightness, lights nothing whatever it plays; where nothing is to be lit that is no objection.</summary>
    private static CardObjections Darkness(PanelState state, PanelReading reading)
    {
        var mayBeDark = state.Desired is { IsDark: true };
        return state.Objections with
        {
            Power = mayBeDark ? null : Said(reading.PoweredOn, Words.CardSaysDark, state.Objections.Power),
            Brightness = mayBeDark ? null : Said(reading.BrightnessPercent is { } percent ? percent > 0 : null, Words.CardSaysDimmed, state.Objections.Brightness),
        };
    }

    private static string? Said(bool? lit, string words, string? before) => lit switch
    {
        true => null,
        false => words,
        null => before,
    };

    private static PanelState Nothing(PanelState state) => state with { Truth = state.Truth with { Sent = null, Seen = Seen.Nothing } };
}
