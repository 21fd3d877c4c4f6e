using Signage.Core.Planning;
using Signage.Core.Ports;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Core.Truth;

namespace Signage.Web.Wording;

/// <summary>What plays and why, in words that claim no more than the evidence.</summary>
internal static class PlayWords
{
    /// <summary>The texts that the page names, each once, in loop order: what the card took, or else what is decided.</summary>
    public static IReadOnlyList<string> Texts(PanelView panel) =>
        LightWords.MayPlay(panel) ? Lit(panel.Playing!.Pages.Select(page => page.Revision)) : Decided(panel);

    /// <summary>The texts of the decision.</summary>
    public static IReadOnlyList<string> Decided(PanelView panel) => Lit(panel.Decision?.Loop.Select(item => item.Revision) ?? []);

    /// <summary>What stands before the texts: 正在播放 only where somebody has seen it.</summary>
    public static string Heading(PanelView panel) => panel.Light switch
    {
        PanelLight.Seen => Words.PlaysSeen,
        _ when LightWords.MayPlay(panel) => Words.PlaysSent,
        _ => Words.PlaysDesired,
    };

    /// <summary>Why it is these words: the slots that won, or what took their place because they may not be lit.</summary>
    public static string Why(PanelView panel) => panel switch
    {
        { Decision: null } => Words.NotDecided,
        { Refusal: { } refusal, Desired.IsDark: true } => Words.WhyDark.With(refusal),

        // Which rule stands in a line of its own.
        { Ruling: not null, Desired.IsDark: true } => Words.WhyRuled,
        { Refusal: not null, Decision: var decision } => Words.WhyInstead.With(Slots(decision.Basis.Select(item => item.SlotId)), Slots(decision.Why)),
        { Decision.Why.Count: 0 } => Words.WhyNothing,
        { Decision: var decision } => Words.WhyWho.With(Who(decision.Level), Slots(decision.Why)),
    };

    /// <summary>Until when: of a blanked panel until the release, whatever the plan says.</summary>
    public static string Until(PanelView panel, TimeWords times) => panel switch
    {
        { IsBlanked: true } => Words.UntilReleased,
        { Decision: null } => Words.Nothing,
        { Decision: { AtLeast: true } decision } => Words.UntilAtLeast.With(times.Until(decision.Until)),
        { Decision: var decision } => times.Until(decision.Until),
    };

    /// <summary>The slots that give way. A base slot that plays in the place of refused words does not.</summary>
    public static IReadOnlyList<string> Lost(PanelView panel) => panel switch
    {
        { Decision: null } => [],
        { Refusal: not null, Desired.IsDark: not true, Decision: var decision } => [.. decision.Lost.Except(decision.Basis.Select(item => item.SlotId), StringComparer.Ordinal)],
        { Decision: var decision } => decision.Lost,
    };

    /// <summary>On whose level the winners stand.</summary>
    private static string Who(Priority? level) => level switch
    {
        Priority.Base => Words.WhoBase,
        Priority.Community => Words.WhoCommunity,
        Priority.Centre => Words.WhoCentre,
        Priority.Technician => Words.WhoTechnician,
        Priority.Urgent => Words.WhoUrgent,
        Priority.Emergency => Words.WhoEmergency,
        Priority.Blank => Words.WhoBlank,
        _ => Words.WhoNobody,
    };

    /// <summary>Slots by name.</summary>
    public static string Slots(IEnumerable<string> ids) => Words.WhySlots.With(string.Join("、", ids.Distinct()));

    /// <summary>What the knowledge of the glass rests on.</summary>
    public static string Proof(Evidence evidence) => evidence switch
    {
        Evidence.None => Words.EvidenceNone,
        Evidence.Acknowledged => Words.EvidenceAcknowledged,
        Evidence.Status => Words.EvidenceStatus,
        Evidence.Pixels => Words.EvidencePixels,
        _ => Words.EvidencePhoto,
    };

    /// <summary>What 已发 rests on: an answer, or no more than that everything was written to the line.</summary>
    public static string ProofSent(PanelView panel) => panel switch
    {
        { Truth.Sent: null } => Words.EvidenceNone,
        { Light: PanelLight.SentUnverified or PanelLight.BlankedUnverified } => Words.EvidenceWritten,
        _ => Words.EvidenceAcknowledged,
    };

    private static string Text(Revision revision) => TestPicture.Of(revision) switch
    {
        null => revision.Text,
        TestPattern.Full => Words.PatternFull,
        TestPattern.Red => Words.PatternRed,
        TestPattern.Green => Words.PatternGreen,
        TestPattern.Blue => Words.PatternBlue,
        TestPattern.Edges => Words.PatternEdges,
        TestPattern.Grid => Words.PatternGrid,
        _ => Words.PatternRamp,
    };

    private static IReadOnlyList<string> Lit(IEnumerable<Revision> revisions) => [.. revisions.Select(Text).Where(text => text.Length > 0).Distinct()];
}
