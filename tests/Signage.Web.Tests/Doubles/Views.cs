using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Ports;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Transports.Loopback;

namespace Signage.Web.Tests.Doubles;

/// <summary>Panels as a page may find them.</summary>
internal static class Views
{
    public static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2026-09-05T08:00:00+08:00", null);

    public static Panel Gate { get; } = new(
        new PanelId("gate"), "东门条屏", "onbon/bx-6e2", PanelFace.Parse("16x8x1"), new Uri("mqtt://name:secret@192.0.2.7:1884/signage/gate"));

    public static Show Words(string text) => new(Gate.Face, Gate.ProfileId,
    [
        new ShowPage(
            new Page(PixelFrame.Create(Gate.Face.Size, PixelLayout.Mono, 0, static (cells, _) => cells.Fill(0x5A)), Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5)),
            new Revision("charity-01", text)),
    ]);

    public static Show Dark { get; } = new(
        Gate.Face,
        Gate.ProfileId,
        [new ShowPage(new Page(PixelFrame.Dark(Gate.Face.Size, PixelLayout.Mono), Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5)), Revision.Blank)]);

    /// <summary>A panel whose card took what is desired.</summary>
    public static PanelView Sent(string text = "携手做慈善")
    {
        var show = Words(text);
        return new PanelView(Gate, new PanelTruth(show.Digest, show.Digest, new Seen(Evidence.Acknowledged, null, Morning)), PanelLight.Sent)
        {
            Model = "仰邦 BX-6E2",
            Desired = show,
            Playing = show,
            LoopStart = Morning,
            Since = Morning,
            HeardAt = Morning,
            Decision = new Decision(
                Gate.Id, Morning, [new LoopItem(new Revision("charity-01", text), ShowStyle.Automatic, "morning")], ["morning"], ["base"], Morning.AddMinutes(40), false)
            {
                Level = Priority.Community,
            },
        };
    }

    /// <summary>What a link really says when its far end is gone: no double of the words, which would hide words that people cannot read.</summary>
    public static string Gone { get; } = LoopbackLink.CreatePair().Near.WhyClosed;

    /// <summary>The same panel with its plug pulled.</summary>
    public static PanelView Lost()
    {
        var sent = Sent();
        return sent with { Truth = sent.Truth with { Sent = null, Seen = Seen.Nothing }, Light = PanelLight.Lost, Playing = null, LoopStart = null, Since = null, Trouble = Gone };
    }
}
