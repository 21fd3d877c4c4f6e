using System.Globalization;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Faults;

namespace Signage.Transports.Tests.Colorlight;

/// <summary>Every command over real HTTP, to both committed models.</summary>
public sealed class PlayerConversationTests
{
    public static TheoryData<string> Models => ["colorlight/c4", "colorlight/a-series"];

    public static TheoryData<string, string> Faces => new()
    {
        { "colorlight/c4", "64x32x1" }, { "colorlight/c4", "64x32x2" }, { "colorlight/a-series", "64x32x3" }, { "colorlight/a-series", "128x64xrgb" },
    };

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task Show_WhenSent_IsHeldLitAndPhotographedPixelForPixel(string model, string face)
    {
        await using var player = await PlayerOnHttp.StartAsync(model, face);
        var show = player.Show(Page(player.Face, 1), Page(player.Face, 2), Page(player.Face, 2) with { Repeat = 2 });

        Assert.Equal((PanelOutcome.Accepted, null), Told(await player.SayAsync(new PanelCommand.LoadPages(show))));
        Assert.Equal(show.Digest, player.Card.Read().Digest);
        for (var moment = TimeSpan.Zero; moment < TimeSpan.FromSeconds(40); moment += TimeSpan.FromSeconds(4))
        {
            var expected = Effects.FrameAt(show.Loop, player.Face.Size, moment);
            Assert.Equal(expected, player.Card.Read().Glass);
            var done = await player.SayAsync(new PanelCommand.ReadPixels());
            Assert.Equal(PanelOutcome.Accepted, done.Outcome);
            Assert.Equal(Light(expected), Light(PlainPng.Read(done.Reading!.Screenshot.Span)));
            player.Card.Clock.Advance(TimeSpan.FromSeconds(4));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Blank_WhenTold_IsDarkUntilTheNextShow(string model)
    {
        await using var player = await PlayerOnHttp.StartAsync(model, "16x16xrgb");
        var (first, second) = (player.Show(Page(player.Face, 1)), player.Show(Page(player.Face, 2)));
        await player.SayAsync(new PanelCommand.LoadPages(first));

        Assert.Equal((PanelOutcome.Accepted, null), Told(await player.SayAsync(new PanelCommand.Blank())));
        Assert.True(player.Card.Read().Glass.IsDark);
        Assert.False((await player.SayAsync(new PanelCommand.Ping())).Reading!.PoweredOn);
        Assert.Equal(PixelFrame.Dark(player.Face.Size, PixelLayout.Rgb), PlainPng.Read((await player.SayAsync(new PanelCommand.ReadPixels())).Reading!.Screenshot.Span));

        Assert.Equal((PanelOutcome.Accepted, null), Told(await player.SayAsync(new PanelCommand.LoadPages(second))));
        Assert.Equal(second.Loop[0].Picture, player.Card.Read().Glass);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Shows_WhenSentOneAfterTheOther_NeverFillTheStorage(string model)
    {
        await using var player = await PlayerOnHttp.StartAsync(model, "16x16xrgb");
        for (var seed = 0; seed < 5; seed++)
        {
            await player.SayAsync(new PanelCommand.LoadPages(player.Show(Page(player.Face, seed))));
            Assert.Single(player.Card.Read().Stored);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Others_WhenTold_AreObeyedAndToldBack(string model)
    {
        await using var player = await PlayerOnHttp.StartAsync(model, "16x16x2");
        await player.SayAsync(new PanelCommand.LoadPages(player.Show(Page(player.Face, 1))));

        Assert.Equal(PanelOutcome.Accepted, (await player.SayAsync(new PanelCommand.SetBrightness(40))).Outcome);
        Assert.Equal(PanelOutcome.Accepted, (await player.SayAsync(new PanelCommand.SetClock(DateTimeOffset.Parse("2026-11-24T20:15:30+08:00", CultureInfo.InvariantCulture)))).Outcome);
        Assert.Equal(102, player.Card.Read().Brightness);

        var ping = (await player.SayAsync(new PanelCommand.Ping())).Reading!;
        Assert.Equal((player.Face, true), (ping.Face, ping.PoweredOn));
        Assert.Equal(player.Card.Read().Stored.Single(), ping.Values.Single(value => value.Key == "playing").Value);

        Assert.Equal(PanelOutcome.Accepted, (await player.SayAsync(new PanelCommand.SetPower(false))).Outcome);
        Assert.False(player.Card.Read().PoweredOn);
        var status = (await player.SayAsync(new PanelCommand.ReadStatus())).Reading!;
        Assert.Equal((40, false), (status.BrightnessPercent, status.PoweredOn));
        Assert.Equal(PanelOutcome.Accepted, (await player.SayAsync(new PanelCommand.SetPower(true))).Outcome);
        Assert.True(player.Card.Read().PoweredOn);
    }

    [Fact]
    public async Task Show_WhenTheAnswerIsLost_IsReportedAndTakesNoHarmWhenSentAgain()
    {
        await using var player = await PlayerOnHttp.StartAsync("colorlight/c4", "16x16xrgb", new FaultPlan(Packets: [new PacketFault(FaultKind.Mute, From: 1, Times: 1)]));
        var load = new PanelCommand.LoadPages(player.Show(Page(player.Face, 1)));
        Assert.Equal((PanelOutcome.NoAnswer, true), ((await player.SayAsync(load)) is var lost ? lost.Outcome : default, lost.LinkSpoiled));
        Assert.Equal(PanelOutcome.Accepted, (await player.SayAsync(load)).Outcome);
        Assert.Single(player.Card.Read().Stored);
    }

    [Theory]
    [InlineData(FaultKind.Refuse, PanelOutcome.Busy)]
    [InlineData(FaultKind.Rubbish, PanelOutcome.Garbled)]
    [InlineData(FaultKind.Ignore, PanelOutcome.NoAnswer)]
    public async Task Ping_WhenSomethingGoesWrong_SaysWhat(FaultKind kind, PanelOutcome outcome)
    {
        await using var player = await PlayerOnHttp.StartAsync("colorlight/c4", "16x16xrgb", new FaultPlan(Packets: [new PacketFault(kind, From: 1, Times: 1)]));
        Assert.Equal(outcome, (await player.SayAsync(new PanelCommand.Ping())).Outcome);
        Assert.Equal(PanelOutcome.Accepted, (await player.SayAsync(new PanelCommand.Ping())).Outcome);
    }

    [Fact]
    public async Task Player_WhenItWasWithoutPower_PlaysTheSameProgrammeAgain()
    {
        await using var player = await PlayerOnHttp.StartAsync("colorlight/c4", "16x16xrgb");
        var show = player.Show(Page(player.Face, 1));
        await player.SayAsync(new PanelCommand.LoadPages(show));
        player.Card.CutPower();
        Assert.Equal(PanelOutcome.NoAnswer, (await player.SayAsync(new PanelCommand.Ping())).Outcome);
        player.Card.RestorePower();
        var ping = await player.SayAsync(new PanelCommand.Ping());
        Assert.Equal(player.Card.Read().Stored.Single(), ping.Reading!.Values.Single(value => value.Key == "playing").Value);
        Assert.Equal(show.Digest, player.Card.Read().Digest);
    }

    [Theory]
    [InlineData("guard:right word", PanelOutcome.Accepted)]
    [InlineData("guard:wrong", PanelOutcome.Rejected)]
    [InlineData("", PanelOutcome.Rejected)]
    public async Task Password_WhenThePlayerWantsOne_ComesFromTheEndpointAlone(string login, PanelOutcome outcome)
    {
        await using var player = await PlayerOnHttp.StartAsync("colorlight/a-series", "16x16xrgb");
        await using var door = GuardedDoor.Open(player.Endpoint, "guard:right word");
        var endpoint = new UriBuilder(door.Endpoint) { UserName = Uri.EscapeDataString(login.Split(':')[0]), Password = Uri.EscapeDataString(login.Split(':')[^1]) }.Uri;
        await using var line = PlayerOnHttp.Line(login.Length == 0 ? door.Endpoint : endpoint);

        var done = await player.SayAsync(new PanelCommand.LoadPages(player.Show(Page(player.Face, 1))), line);
        Assert.Equal(outcome, done.Outcome);
        Assert.Equal(outcome == PanelOutcome.Accepted, done.Detail is null);
        Assert.DoesNotContain("wrong", done.Detail ?? "", StringComparison.Ordinal);
        Assert.Equal(outcome == PanelOutcome.Accepted ? 1 : 0, player.Card.Read().Stored.Count);
    }

    private static (PanelOutcome Outcome, string? Detail) Told(DialogueStep.Done done) => (done.Outcome, done.Detail);

    private static Page Page(PanelFace face, int seed) => new(
        PixelFrame.Create(face.Size, face.Layout, (face.Colour, seed), (cells, made) =>
        {
            var random = new Random(made.seed);
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = made.Colour == ColourAbility.Seven ? (byte)(random.Next(2) * 255) : (byte)random.Next(256);
            }
        }),
        Effect.Static,
        TimeSpan.FromMilliseconds(20),
        TimeSpan.FromSeconds(5));

    private static IEnumerable<LedColour> Light(PixelFrame frame) =>
        from y in Enumerable.Range(0, frame.Size.Height)
        from x in Enumerable.Range(0, frame.Size.Width)
        select frame[x, y];
}
