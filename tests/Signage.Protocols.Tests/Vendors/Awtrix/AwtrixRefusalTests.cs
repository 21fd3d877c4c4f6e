using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Awtrix;
using static Signage.Protocols.Tests.Vendors.Awtrix.TestClocks;

namespace Signage.Protocols.Tests.Vendors.Awtrix;

/// <summary>What cannot be said is refused in words, before anything is sent.</summary>
public sealed class AwtrixRefusalTests
{
    private static readonly AwtrixAdapter Adapter = new();

    public static TheoryData<string, PanelCommand, string> Refused => new()
    {
        { "moving page", Load(Page(Dot(0), 5) with { Effect = Effect.Blink }), "Blink" },
        { "repeated page", Load(Page(Dot(0), 5) with { Repeat = 2 }), "2" },
        { "half a second", Load(Page(Dot(0), 5) with { Stay = TimeSpan.FromMilliseconds(1500) }), "1.5" },
        { "no stay", Load(Page(Dot(0), 0)), "1000" },
        { "too long", Load(Page(Dot(0), 61)), "61" },
        { "21 pages", Load([.. Enumerable.Range(0, 21).Select(place => Page(Dot(place), 1))]), "21" },
        { "kept", new PanelCommand.LoadPages(Show(1), Keep: true), "flash" },
        { "other face", new PanelCommand.LoadPages(new Show(PanelFace.Parse("16x8xrgb"), "x", [new ShowPage(new Page(PixelFrame.Dark(new PixelSize(16, 8), PixelLayout.Rgb), Effect.Static, TimeSpan.FromTicks(10), TimeSpan.FromSeconds(1)), Revision.Blank)])), "16x8xrgb" },
        { "clock", new PanelCommand.SetClock(DateTimeOffset.UnixEpoch), "NTP" },
        { "brightness", new PanelCommand.SetBrightness(101), "101" },
        { "frame", new PanelCommand.ShowFrame(Dot(0), default), "ShowFrame" },
        { "areas", new PanelCommand.DeleteAreas(null), "DeleteAreas" },
        { "stored", new PanelCommand.ListStored(), "ListStored" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Begin_WhenItCannotBeSaid_EndsAtOnceAndSaysWhy(string situation, PanelCommand command, string word)
    {
        foreach (var profile in new[] { Mqtt, Http })
        {
            var done = Assert.IsType<DialogueStep.Done>(Adapter.Begin(command, profile, Face).Start(LineHistory.Unknown));
            Assert.Equal(PanelOutcome.Unsupported, done.Outcome);
            Assert.Contains(word, done.Detail, StringComparison.Ordinal);
            Assert.Throws<NotSupportedException>(() => Adapter.Encode(command, profile, Face, new Dictionary<string, string>()));
        }

        Assert.NotEmpty(situation);
    }

    [Fact]
    public void Begin_WhenTheProfileTakesFewerPages_KeepsToIt()
    {
        var few = Mqtt with { Settings = new Dictionary<string, string> { ["maxPages"] = "2" } };
        Assert.IsType<DialogueStep.Send>(Adapter.Begin(new PanelCommand.LoadPages(Show(1, 2)), few, Face).Start(LineHistory.InStep));
        Assert.IsType<DialogueStep.Done>(Adapter.Begin(new PanelCommand.LoadPages(Show(1, 2, 3)), few, Face).Start(LineHistory.InStep));
    }

    [Fact]
    public void Begin_WhenAPageDoesNotFitThePacket_IsRefusedWithTheSizes()
    {
        var bright = PixelFrame.Create(Face.Size, Face.Layout, 0, static (cells, _) => cells.Fill(255));
        var small = Mqtt with { Packets = Mqtt.Packets with { MaxBytes = 2000 } };
        var done = Assert.IsType<DialogueStep.Done>(Adapter.Begin(new PanelCommand.LoadPages(Show("x", [Page(bright, 1)])), small, Face).Start(LineHistory.InStep));
        Assert.Contains("2000", done.Detail, StringComparison.Ordinal);
        Assert.Contains(Adapter.Complaints(small, Face), complaint => complaint.Contains("2000", StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_WhenCommitted_HasNothingToSay()
    {
        Assert.Empty(Adapter.Validate(Mqtt));
        Assert.Empty(Adapter.Validate(Http));
        Assert.Empty(Adapter.Complaints(Mqtt, Face));
        Assert.Empty(Adapter.Complaints(Http, Face));
        Assert.Null(Adapter.Address(Mqtt));
    }

    [Fact]
    public void Validate_WhenEverythingIsWrong_SaysItAllAtOnce()
    {
        var wrong = Mqtt with
        {
            Links = [.. Mqtt.Links, .. Http.Links],
            Effects = [.. Mqtt.Effects, new EffectMapping(Effect.Blink, 7, EffectFidelity.Exact)],
            Brightness = new BrightnessScale(0, 256),
            Stay = new StayScale(100, 60),
            Capabilities = Mqtt.Capabilities with { Clock = true, Keep = true },
            Settings = new Dictionary<string, string> { ["maxPages"] = "21", ["address"] = "1" },
        };
        Assert.Equal(8, Adapter.Validate(wrong).Count());
    }

    [Theory]
    [InlineData("32x8x1")]
    [InlineData("64x8xrgb")]
    public void Complaints_WhenAnotherFace_NamesTheOnlyOne(string face) =>
        Assert.Contains(Adapter.Complaints(Mqtt, PanelFace.Parse(face)), complaint => complaint.Contains("32x8xrgb", StringComparison.Ordinal));

    private static PanelCommand.LoadPages Load(params Page[] pages) => new(Show("x", pages));
}
