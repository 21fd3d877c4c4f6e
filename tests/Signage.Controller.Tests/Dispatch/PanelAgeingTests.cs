using Signage.Controller.Dispatch;
using Signage.Controller.Watching;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>A sighting has an age.</summary>
public sealed class PanelAgeingTests
{
    private static readonly DateTimeOffset Seen = DateTimeOffset.Parse("2026-09-05T00:00:00Z", null);
    private static readonly PanelFace Face = PanelFace.Parse("32x8xrgb");
    private static readonly Show Words = new(
        Face, "test", [new ShowPage(new Page(PixelFrame.Dark(Face.Size, Face.Layout), Effect.Static, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), Revision.Blank)]);

    private static readonly PanelState Sighted = new(
        new Panel(new PanelId("gate"), "东门", "test", Face, new Uri("loopback:gate")), new PanelTruth(Words.Digest, Words.Digest, new Seen(Evidence.Pixels, Words.Digest, Seen)))
    {
        SightedAt = Seen,
        SentAt = Seen,
        Reached = true,
    };

    public static TheoryData<string, int> ReadBackModels => new()
    {
        { "awtrix/awtrix3-http", 60 },
        { "awtrix/awtrix3-mqtt", 180 },
        { "colorlight/a-series", 90 },
        { "colorlight/c4", 90 },
    };

    [Theory]
    [MemberData(nameof(ReadBackModels))]
    public void Seen_WhenNothingNewWasSeenForLong_FallsToSentAndSaysForHowLong(string model, int seconds)
    {
        var profile = TestProfiles.Find(model);
        Assert.Same(Sighted, PanelAgeing.At(Sighted, profile, Seen.AddSeconds(seconds - 1)));
        var old = PanelAgeing.At(Sighted, profile, Seen.AddSeconds(seconds));
        Assert.Equal((PanelLight.Sent, Evidence.Acknowledged), (SiteWindow.LightOf(old, blanked: false), old.Truth.Seen.Evidence));
        Assert.Contains($"{seconds / 60} 分钟没有再看到", old.Trouble, StringComparison.Ordinal);
        Assert.Contains("90 分钟", PanelAgeing.At(old, profile, Seen.AddMinutes(90)).Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryModelThatIsReadBack_IsInTheTable() =>
        Assert.Equal(TestProfiles.All.Where(profile => profile.ReadBack is not null).Select(profile => profile.Id).Order(), ReadBackModels.Select(row => row.Data.Item1).Order());

    [Fact]
    public void AReport_WhenNoFurtherOneCame_FallsToo()
    {
        var told = Sighted with { SightedAt = null, Truth = Sighted.Truth with { Seen = new Seen(Evidence.Status, null, Seen) } };
        var profile = TestProfiles.Find("wled/esp32");
        Assert.Equal(Evidence.Status, PanelAgeing.At(told, profile, Seen.AddSeconds(59)).Truth.Seen.Evidence);
        Assert.Equal(Evidence.Acknowledged, PanelAgeing.At(told, profile, Seen.AddSeconds(60)).Truth.Seen.Evidence);
    }

    [Fact]
    public void ClockThatWasSetBackALittle_TakesNothingAway() => Assert.Same(Sighted, PanelAgeing.At(Sighted, TestProfiles.Find("colorlight/c4"), Seen.AddSeconds(-30)));

    /// <summary>Nobody can say how old it is, and it must not stay new for a day.</summary>
    [Fact]
    public void ClockThatWasSetBackFar_LeavesNoSighting() =>
        Assert.NotEqual(PanelLight.Seen, SiteWindow.LightOf(PanelAgeing.At(Sighted, TestProfiles.Find("colorlight/c4"), Seen.AddDays(-1)), blanked: false));

    /// <summary>A show that was wanted, given up and wanted again keeps what was seen of it, and the moment of that.</summary>
    [Fact]
    public void SightingWithoutItsMoment_AgesByTheTruth() => Assert.NotEqual(
        PanelLight.Seen, SiteWindow.LightOf(PanelAgeing.At(Sighted with { SightedAt = null }, TestProfiles.Find("colorlight/c4"), Seen.AddMinutes(10)), blanked: false));

    [Fact]
    public void WhatDiffers_DoesNotBecomeRightWithTime()
    {
        var differs = Sighted with
        {
            Truth = Sighted.Truth with { Seen = new Seen(Evidence.Pixels, null, Seen) },
            Objections = new CardObjections { Pixels = "other" },
        };
        Assert.Equal(PanelLight.Differs, SiteWindow.LightOf(PanelAgeing.At(differs, TestProfiles.Find("colorlight/c4"), Seen.AddDays(1)), blanked: false));
    }
}
