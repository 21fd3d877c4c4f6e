using Signage.Controller.Dispatch;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Simulator.Cards;

namespace Soak.Tests.Rig;

/// <summary>Whether a glass is lit as it should be.</summary>
internal static class PanelGlass
{
    // A stamp of an older stream lies before the beginning, which on the circle of stamps is hours ahead.
    private static readonly TimeSpan OfThisStream = TimeSpan.FromHours(1);

    /// <summary>What is wrong with a panel that has to show a slogan; null when the site says that it was sent and the pixels are those of that very moment.</summary>
    public static string? Complaint(PanelState? state, ISimulatedCard card, string due)
    {
        if (state is not { IsSent: true, Decision.Loop: [var item], Desired: { } show })
        {
            return $"not sent: {state?.Outcome}, {state?.Detail}";
        }

        var text = CharityPack.Instance.Slogans.Single(slogan => slogan.Id == due).Text;
        if (item.Revision.ItemId != due || show.Pages.Any(page => page.Revision.ItemId != due || page.Revision.Text != text))
        {
            return $"the site shows {item.Revision.ItemId}";
        }

        return state.StreamStart is { } start ? Streamed(show, card.Read(), start) : Played(show, card.Read());
    }

    private static string? Played(Show show, GlassReading card) =>
        card.Digest != show.Digest ? "the card holds other pages"
        : !card.Glass.Equals(Effects.FrameAt(show.Loop, show.Face.Size, card.SinceStart)) ? $"other pixels at {card.SinceStart}"
        : null;

    private static string? Streamed(Show show, GlassReading card, FrameStamp start) =>
        card.Stamp is not { } stamp || stamp.Since(start) >= OfThisStream ? "no picture of this show has come"
        : !card.Glass.Equals(new LoopPlayer(show.Loop, show.Face.Size).FrameAt(stamp.Since(start))) ? $"other pixels at {stamp.Since(start)}"
        : null;
}
