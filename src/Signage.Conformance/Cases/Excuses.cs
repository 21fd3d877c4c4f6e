using Signage.Conformance.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Conformance.Cases;

/// <summary>Why a case does not apply to a panel; null when it does.</summary>
internal static class Excuses
{
    /// <summary>It applies to every panel.</summary>
    public static string? None(PanelOnTest panel) => null;

    /// <summary>For panels that answer.</summary>
    public static string? Mute(PanelOnTest panel) => panel.Profile.Capabilities.Answers ? null : Words.MuteCard;

    /// <summary>For panels that acknowledge their pictures.</summary>
    public static string? Unacknowledged(PanelOnTest panel) => Mute(panel) ?? (panel.IsStreamed ? Words.PicturesUnacknowledged : null);

    /// <summary>For panels that can do something by their profile.</summary>
    public static Func<PanelOnTest, string?> Cannot(Func<ProfileCapabilities, bool> can) => panel => can(panel.Profile.Capabilities) ? null : Words.NotInProfile;

    /// <summary>For panels whose protocol has a word for a command.</summary>
    public static Func<PanelOnTest, string?> NoWord(PanelCommand command) => panel =>
        panel.Adapter.Begin(command, panel.Profile, panel.Face).Start(LineHistory.InStep) is DialogueStep.Done { Outcome: PanelOutcome.Unsupported } done ? done.Detail : null;

    /// <summary>For panels with a link of a shape.</summary>
    public static Func<PanelOnTest, string?> NoLink(LinkShape shape) => panel => panel.Shapes.Contains(shape) ? null : Words.OtherShape.With(shape);

    /// <summary>For panels whose answers are not tied to their questions by the link itself.</summary>
    public static string? Tied(PanelOnTest panel) => panel.Shapes is [.., LinkShape.Exchange] ? Words.AnswersAreTied : null;

    /// <summary>For panels whose glass somebody sees.</summary>
    public static string? Unseen(PanelOnTest panel) => panel.AtHand is null ? Words.NobodyLooks : null;

    /// <summary>For panels whose pictures go out in several datagrams, and are seen.</summary>
    public static string? Whole(PanelOnTest panel) => NoLink(LinkShape.Datagram)(panel) ?? Unseen(panel)
        ?? (DatagramsOf(panel) > 1 ? null : Words.OneDatagram);

    private static int DatagramsOf(PanelOnTest panel) =>
        panel.Adapter.Begin(panel.Lighting(panel.NewPicture()), panel.Profile, panel.Face).Start(LineHistory.InStep) is DialogueStep.Send { Message: WireMessage.Datagrams(var packets) }
            ? packets.Count
            : 0;
}
