using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>Whether the face that a card reports is the one that its panel is enrolled with.</summary>
internal static class CardFit
{
    /// <summary>True when the card said anything of its face.</summary>
    public static bool Tells(PanelReading card) => card.Face is not null || card.ScreenConfigured is not null;

    /// <summary>One line for each difference; empty when what it said fits.</summary>
    public static IEnumerable<string> Differences(Panel panel, PanelReading card)
    {
        if (card.ScreenConfigured == false)
        {
            yield return Words.NoScreenParameters;
        }

        if (card.Face is { } face && face.Size != panel.Face.Size)
        {
            yield return Words.OtherSize.With(face, panel.Face);
        }

        if (card.Face is { } lit && lit.Colour != panel.Face.Colour)
        {
            yield return Words.OtherColour.With(lit, panel.Face);
        }
    }
}
