using Signage.Core.Ports;
using Signage.Core.Truth;

namespace Signage.Web.Wording;

/// <summary>The word and the colour of a light; the colour never stands alone.</summary>
internal static class LightWords
{
    /// <summary>The word.</summary>
    public static string Of(PanelLight light) => light switch
    {
        PanelLight.Waiting => Words.LightWaiting,
        PanelLight.Sent => Words.LightSent,
        PanelLight.SentUnverified => Words.LightSentUnverified,
        PanelLight.Seen => Words.LightSeen,
        PanelLight.Differs => Words.LightDiffers,
        PanelLight.Lost => Words.LightLost,
        PanelLight.BlankedUnverified => Words.LightBlankedUnverified,
        _ => Words.LightBlanked,
    };

    /// <summary>One sentence that says what the word means, and what it does not.</summary>
    public static string Meaning(PanelLight light) => light switch
    {
        PanelLight.Waiting => Words.MeaningWaiting,
        PanelLight.Sent => Words.MeaningSent,
        PanelLight.SentUnverified => Words.MeaningSentUnverified,
        PanelLight.Seen => Words.MeaningSeen,
        PanelLight.Differs => Words.MeaningDiffers,
        PanelLight.Lost => Words.MeaningLost,
        PanelLight.BlankedUnverified => Words.MeaningBlankedUnverified,
        _ => Words.MeaningBlanked,
    };

    /// <summary>The name of the colour in the style sheet.</summary>
    public static string Style(PanelLight light) => light switch
    {
        PanelLight.Waiting => "waiting",
        PanelLight.Sent or PanelLight.SentUnverified or PanelLight.BlankedUnverified => "sent",
        PanelLight.Seen => "seen",
        PanelLight.Differs => "differs",
        PanelLight.Lost => "lost",
        _ => "blanked",
    };

    /// <summary>True when the picture of what the card took may be drawn: nobody has darkened it and it answers.</summary>
    public static bool MayPlay(PanelView panel) => panel is { Playing: not null, LoopStart: not null, Light: not (PanelLight.Lost or PanelLight.Blanked or PanelLight.BlankedUnverified or PanelLight.Waiting) };
}
