using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>What cannot be said to a card is refused with the reason, and nothing is sent.</summary>
public sealed class Bx6RefusalTests
{
    private static readonly PanelFace Face = PanelFace.Parse("16x8x1");

    private static readonly Page Good = new(PixelFrame.Dark(Face.Size, Face.Layout), Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(4));

    private static readonly DeviceProfile WithoutBlink = TestCards.Q2 with { Effects = [.. TestCards.Q2.Effects.Where(mapping => mapping.Effect != Effect.Blink)] };

    private static readonly (string Name, PanelCommand Command, string Reason)[] Rows =
    [
        ("kept in flash, effect that the card lacks", new PanelCommand.LoadPages(ShowOf(Good with { Effect = Effect.Blink }), Keep: true), "no effect Blink"),
        ("stored for another face", new PanelCommand.StoreShow(ShowFor(PanelFace.Parse("32x8x1"), Dark(32, 8)), []), "made for the face 32x8x1"),
        ("effect that the card lacks", new PanelCommand.LoadPages(ShowOf(Good with { Effect = Effect.Blink })), "no effect Blink"),
        ("step between two levels", new PanelCommand.LoadPages(ShowOf(Good with { Step = TimeSpan.FromMilliseconds(3) })), "no speed of 3 ms"),
        ("stay between two units", new PanelCommand.LoadPages(ShowOf(Good with { Stay = TimeSpan.FromMilliseconds(15) })), "no stay of 0.015 s"),
        ("stay too long", new PanelCommand.LoadPages(ShowOf(Good with { Stay = TimeSpan.FromMilliseconds(655_360) })), "no stay of 655.36 s"),
        ("played 256 times", new PanelCommand.LoadPages(ShowOf(Good with { Repeat = 256 })), "256 times"),
        ("never played", new PanelCommand.LoadPages(ShowOf(Good with { Repeat = 0 })), "0 times"),
        ("second page played too often", new PanelCommand.LoadPages(ShowOf(Good, Good with { Repeat = 1000 })), "1000 times"),
        ("made for another face", new PanelCommand.LoadPages(ShowFor(PanelFace.Parse("32x8x1"), Dark(32, 8))), "made for the face 32x8x1"),
        ("area 256", new PanelCommand.DeleteAreas(256), "area 256"),
        ("area -1", new PanelCommand.DeleteAreas(-1), "area -1"),
        ("brightness 101", new PanelCommand.SetBrightness(101), "Brightness 101"),
        ("brightness -1", new PanelCommand.SetBrightness(-1), "Brightness -1"),
    ];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Begin_WhenItCannotBeSaid_IsUnsupportedAndSaysWhy(string name)
    {
        var row = Rows.Single(row => row.Name == name);
        var done = Assert.IsType<DialogueStep.Done>(new Bx6Adapter().Begin(row.Command, WithoutBlink, Face).Start(LineHistory.Unknown));

        Assert.Equal(PanelOutcome.Unsupported, done.Outcome);
        Assert.Contains(row.Reason, done.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Encode_WhenItCannotBeSaid_SaysWhy(string name)
    {
        var row = Rows.Single(row => row.Name == name);
        var refused = Assert.Throws<NotSupportedException>(() => new Bx6Adapter().Encode(row.Command, WithoutBlink, Face, new Dictionary<string, string>()));

        Assert.Contains(row.Reason, refused.Message, StringComparison.Ordinal);
    }

    public static TheoryData<PanelCommand> OfFlash =>
        [new PanelCommand.LoadPages(ShowOf(Good), Keep: true), new PanelCommand.StoreShow(ShowOf(Good), []), new PanelCommand.ClearStored([]), new PanelCommand.ListStored()];

    [Theory]
    [MemberData(nameof(OfFlash))]
    public void Begin_WhenTheModelDoesNotStore_IsUnsupported(PanelCommand command)
    {
        var without = TestCards.Q2 with { Capabilities = TestCards.Q2.Capabilities with { Keep = false } };
        var done = Assert.IsType<DialogueStep.Done>(new Bx6Adapter().Begin(command, without, Face).Start(LineHistory.Unknown));

        Assert.Equal(PanelOutcome.Unsupported, done.Outcome);
        Assert.Contains("onbon/bx-6q2", done.Detail, StringComparison.Ordinal);
    }

    private static Show ShowOf(params Page[] pages) => ShowFor(Face, pages);

    private static Show ShowFor(PanelFace face, params Page[] pages) => new(face, "onbon/bx-6q2", [.. pages.Select(page => new ShowPage(page, Revision.Blank))]);

    private static Page Dark(int width, int height) => Good with { Picture = PixelFrame.Dark(new PixelSize(width, height), Face.Layout) };
}
