using Signage.Controller.Dispatch;
using Signage.Controller.Watching;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Tests.Watching;

/// <summary>The one word for a panel is never stronger than what is known of it.</summary>
public sealed class SiteWindowTests
{
    private static readonly PanelFace Face = PanelFace.Parse("8x2x1");
    private static readonly Show Words = Still("########\n########");
    private static readonly Show Dark = Still("........\n........");

    private static readonly PanelState Fresh = PanelState.Fresh(new Panel(new PanelId("gate"), "东门", "test", Face, new Uri("loopback:gate")));
    private static readonly PanelState Sent = Fresh with
    {
        Desired = Words,
        Truth = new PanelTruth(Words.Digest, Words.Digest, new Seen(Evidence.Acknowledged, null, null)),
        Reached = true,
        Outcome = PanelOutcome.Accepted,
    };

    public static TheoryData<string, PanelState, PanelLight> Lit => new()
    {
        { "nothing known", Fresh, PanelLight.Waiting },
        { "decided", Fresh with { Truth = new PanelTruth(Words.Digest, null, Seen.Nothing) }, PanelLight.Waiting },
        { "acknowledged", Sent, PanelLight.Sent },
        { "a state that fits", Looks(Evidence.Status, null), PanelLight.Sent },
        { "pixels that fit", Looks(Evidence.Pixels, Words.Digest), PanelLight.Seen },
        { "pixels that differ", Looks(Evidence.Pixels, null), PanelLight.Differs },
        { "pixels of another show", Looks(Evidence.Pixels, Dark.Digest), PanelLight.Differs },
        { "pixels of what is desired no longer", Looks(Evidence.Pixels, Words.Digest) with { Truth = new PanelTruth(Dark.Digest, Words.Digest, new Seen(Evidence.Pixels, Words.Digest, null)) }, PanelLight.Waiting },
        { "silent after pixels", Looks(Evidence.Pixels, Words.Digest) with { Reached = false }, PanelLight.Lost },
        { "never answers", Sent with { Truth = Sent.Truth with { Seen = Seen.Nothing }, Outcome = PanelOutcome.SentUnverified, Reached = null }, PanelLight.SentUnverified },
        { "refused by the card", Sent with { Outcome = PanelOutcome.Rejected }, PanelLight.Differs },
        { "dark by a policy", Sent with { Ruling = "quiet" }, PanelLight.Sent },
        { "refused by the gate", Sent with { Refusal = "not approved" }, PanelLight.Differs },
    };

    [Theory]
    [MemberData(nameof(Lit))]
    public void Light_WhenSomethingIsKnown_SaysNoMore(string what, PanelState state, PanelLight light) =>
        Assert.Equal((what, light), (what, SiteWindow.LightOf(state, blanked: false)));

    public static TheoryData<string, PanelState, PanelLight> Blanked => new()
    {
        { "not darkened yet", Sent, PanelLight.Waiting },
        { "darkened", Sent with { IsDarkened = true }, PanelLight.Blanked },
        { "a dark show, acknowledged", Sent with { Desired = Dark, Truth = new PanelTruth(Dark.Digest, Dark.Digest, new Seen(Evidence.Acknowledged, null, null)) }, PanelLight.Blanked },
        { "silent", Sent with { IsDarkened = true, Reached = false }, PanelLight.Lost },
        { "darkness sent to a card that never answers", Sent with { IsDarkened = true, IsDarkUnverified = true, Reached = null }, PanelLight.BlankedUnverified },
        {
            "a dark show sent to a card that never answers",
            Sent with { Desired = Dark, Truth = new PanelTruth(Dark.Digest, Dark.Digest, Seen.Nothing), Outcome = PanelOutcome.SentUnverified, Reached = null },
            PanelLight.BlankedUnverified
        },
    };

    [Theory]
    [MemberData(nameof(Blanked))]
    public void Light_WhenBlanked_SaysNoMore(string what, PanelState state, PanelLight light) =>
        Assert.Equal((what, light), (what, SiteWindow.LightOf(state, blanked: true)));

    private static PanelState Looks(Evidence evidence, ShowDigest? digest) => Sent with { Truth = Sent.Truth with { Seen = new Seen(evidence, digest, null) } };

    private static Show Still(string drawing) => new(
        Face, "test", [new ShowPage(new Page(PixelFrame.ParseMono(drawing), Effect.Static, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(5)), Revision.Blank)]);
}
