using Signage.Controller.Dispatch;
using Signage.Controller.Watching;
using Signage.Core.Truth;

namespace Signage.Cli.Demo;

/// <summary>What the line of a panel in the terminal says of it: the word of the page, no stronger than the evidence.</summary>
internal static class DemoTruth
{
    /// <summary>The word.</summary>
    /// <param name="state">What is known; null before the first round.</param>
    public static string Of(PanelState? state) => state is null ? Words.TruthWaiting : SiteWindow.LightOf(state, blanked: false) switch
    {
        PanelLight.Seen => Words.TruthSeen,
        PanelLight.SentUnverified => Words.TruthUnverified,
        PanelLight.Sent => state.Truth.Seen.Evidence == Evidence.Status ? Words.TruthStatus : Words.TruthSent,
        PanelLight.Differs => state.Refusal ?? state.Detail ?? Words.TruthDiffers,
        _ => state.Detail ?? Words.TruthWaiting,
    };
}
