using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using static Signage.Protocols.Tests.Vendors.Colorlight.ScriptedPlayer;

namespace Signage.Protocols.Tests.Vendors.Colorlight;

/// <summary>Delivery: what is asked in which order, and what has to come back before anybody says that it is up.</summary>
public sealed class PlayerShowTests
{
    private const string Programs =
        """{"playing":{"type":"lan","name":"x"},"contents":[{"type":"lan","content":[{"name":"sg_000000000000.vsn"},{"name":"party.vsn"},{"name":"sg_party.vsn"}]},{"type":"usb","content":[{"name":"sg_111111111111.vsn"}]}]}""";

    private static PanelCommand.LoadPages Load { get; } = new(TestPlayers.Show(Face, PixelFrame.ParseRgb("RGBY\n....")));

    [Fact]
    public void Show_WhenThePlayerObeys_IsUploadedCheckedAndClearedUpAfterwards()
    {
        var player = Obedient(out var name);
        var done = player.Talk(Load);

        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.Equal(
            [$"POST /api/program/{name()}", "GET /api/powerstatus.json", "GET /api/info.json", "GET /api/vsns.json", "DELETE /api/vsns/sources/lan/vsns/sg_000000000000.vsn"],
            player.Heard);
        Assert.Equal(name(), done.Reading!.Values.Single(value => value.Key == "playing").Value);
    }

    [Fact]
    public void Show_WhenSentTwice_IsTheSameBytesUnderTheSameName()
    {
        var (first, second) = (Obedient(out _), Obedient(out _));
        first.Talk(Load);
        second.Talk(Load);
        Assert.Equal(first.Requests[0].Path, second.Requests[0].Path);
        Assert.Equal(first.Requests[0].Body.ToArray(), second.Requests[0].Body.ToArray());
    }

    [Fact]
    public void Show_WhenTheContentDiffersInOnePixel_HasAnotherName()
    {
        var (first, second) = (Obedient(out _), Obedient(out _));
        first.Talk(Load);
        second.Talk(new PanelCommand.LoadPages(TestPlayers.Show(Face, PixelFrame.ParseRgb("RGBY\n...R"))));
        Assert.NotEqual(first.Requests[0].Path, second.Requests[0].Path);
    }

    [Fact]
    public void Show_WhenThePlayerSleeps_IsUploadedBeforeItIsWoken()
    {
        var awake = false;
        var player = Obedient(out var name, request =>
        {
            awake |= request.Path == "/api/action";
            return request.Path == "/api/powerstatus.json" ? Yes($$"""{"powerstatus":{{(awake ? 1 : 0)}}}""") : null;
        });

        Assert.Equal(PanelOutcome.Accepted, player.Talk(Load).Outcome);
        Assert.Equal(
            [$"POST /api/program/{name()}", "GET /api/powerstatus.json", "POST /api/action", "GET /api/powerstatus.json", "GET /api/info.json"],
            player.Heard.Take(5));
    }

    [Fact]
    public void Show_WhenTheScreenIsSwitchedOff_IsSwitchedOnAgain()
    {
        var lit = 0;
        var player = Obedient(out _, request =>
        {
            lit = request.Path == "/api/screenstatus" ? 1 : lit;
            return request.Path == "/api/screenstatus.json" ? Yes($$"""{"screenstatus":{{lit}}}""") : null;
        });

        Assert.Equal(PanelOutcome.Accepted, player.Talk(Load, TestPlayers.Newer).Outcome);
        Assert.Equal(1, lit);
    }

    [Fact]
    public void Show_WhenThePlayerDoesNotWake_IsNotUp()
    {
        var player = Obedient(out _, request => request.Path == "/api/powerstatus.json" ? Yes("""{"powerstatus":0}""") : null);
        var done = player.Talk(Load);
        Assert.Equal(PanelOutcome.Busy, done.Outcome);
        Assert.Contains("still reports that it is dark", done.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_WhenThePlayerNeedsSomeSeconds_IsLookedAtAgainEveryTwo()
    {
        var looks = 0;
        var player = Obedient(out _, request => request.Path == "/api/info.json" && ++looks < 4 ? Yes("""{"info":{"model":"c4","playing":{"name":"party.vsn"}}}""") : null);

        Assert.Equal(PanelOutcome.Accepted, player.Talk(Load).Outcome);
        Assert.Equal(4, looks);
        Assert.All(player.Heard.Zip(player.Patience).Where(ask => ask.First == "GET /api/info.json"), ask => Assert.Equal(TimeSpan.FromSeconds(2), ask.Second));
    }

    [Fact]
    public void Show_WhenThePlayerGoesOnPlayingAnother_IsPlayedByNameThenNotCalledUp()
    {
        var player = Obedient(out var name, request => request.Path == "/api/info.json" ? Yes("""{"info":{"model":"c4","playing":{"name":"party.vsn"}}}""") : null);
        var done = player.Talk(Load);

        Assert.Equal(PanelOutcome.Busy, done.Outcome);
        Assert.Contains("'party.vsn'", done.Detail, StringComparison.Ordinal);
        Assert.Equal(1, player.Heard.Count(ask => ask == $"PUT /api/vsns/sources/lan/vsns/{name()}/activated"));
        Assert.Equal(10, player.Heard.Count(ask => ask == "GET /api/info.json"));
        Assert.DoesNotContain(player.Heard, ask => ask.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public void Show_WhenOldOnesCannotBeDeleted_IsUpNevertheless()
    {
        var player = Obedient(out _, request => request.Method == "DELETE" ? No(500) : null);
        Assert.Equal(PanelOutcome.Accepted, player.Talk(Load).Outcome);
    }

    [Fact]
    public void Show_WhenAPageRepeats_NamesItsFileAsOften()
    {
        var page = Load.Show.Pages[0];
        var player = Obedient(out _);
        player.Talk(new PanelCommand.LoadPages(new Core.Shows.Show(Face, "colorlight/c4", [page with { Page = page.Page with { Repeat = 3 } }, page])));
        var body = System.Text.Encoding.Latin1.GetString(player.Requests[0].Body.Span);
        Assert.Equal(3, body.Split(@".files\\p1-").Length - 1);
        Assert.Equal(1, body.Split(@".files\\p2-").Length - 1);
        Assert.Equal(2, body.Split("filename=\"p").Length - 1);
    }

    /// <summary>The name comes of the content, so a programme of that name is this one: writing it again would wear the storage for nothing.</summary>
    [Theory]
    [InlineData(StorageUse.WriteMissing)]
    [InlineData(StorageUse.Spare)]
    public void Show_WhenThePlayerHoldsIt_IsPlayedAndNotWritten(StorageUse use)
    {
        var name = NameOf(Load);
        var player = Obedient(out _, request => request.Path switch
        {
            "/api/vsns.json" => Yes($$"""{"contents":[{"type":"lan","content":[{"name":"{{name}}"},{"name":"sg_000000000000.vsn"}]}]}"""),
            "/api/info.json" => Yes($$$"""{"info":{"model":"c4","playing":{"name":"{{{name}}}"} } }"""),
            _ => null,
        });
        var done = player.Talk(Load with { Storage = use });
        Assert.Equal((PanelOutcome.Accepted, false, name), (done.Outcome, done.Reading!.WroteStorage, done.Reading.Plays));
        Assert.Equal(["GET /api/vsns.json", $"PUT /api/vsns/sources/lan/vsns/{name}/activated", "GET /api/powerstatus.json"], player.Heard.Take(3));
        Assert.DoesNotContain(player.Heard, ask => ask.StartsWith("POST /api/program", StringComparison.Ordinal));
    }

    [Fact]
    public void Show_WhenThePlayerDoesNotHoldIt_IsWritten()
    {
        var player = Obedient(out var name);
        var done = player.Talk(Load with { Storage = StorageUse.WriteMissing });
        Assert.Equal((PanelOutcome.Accepted, true), (done.Outcome, done.Reading!.WroteStorage));
        Assert.Equal(["GET /api/vsns.json", $"POST /api/program/{name()}"], player.Heard.Take(2));
    }

    [Fact]
    public void Show_WhenThePlayerHoldsItAndWillNotPlayIt_IsWritten()
    {
        var name = NameOf(Load);
        var player = Obedient(out _, request => request.Path switch
        {
            "/api/vsns.json" => Yes($$"""{"contents":[{"type":"lan","content":[{"name":"{{name}}"}]}]}"""),
            _ => request.Method == "PUT" ? No(500) : null,
        });
        Assert.True(player.Talk(Load with { Storage = StorageUse.WriteMissing }).Reading!.WroteStorage);
    }

    [Fact]
    public void Show_WhenItMayNotBeWrittenAndIsNotHeld_SaysWhy()
    {
        var player = Obedient(out _);
        var done = player.Talk(Load with { Storage = StorageUse.Spare });
        Assert.Equal((PanelOutcome.Busy, 1), (done.Outcome, player.Heard.Count));
        Assert.Contains("written often enough today", done.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, PanelOutcome.Rejected, "http://name:word@192.168.1.40:8989")]
    [InlineData(404, PanelOutcome.Rejected, "status 404")]
    [InlineData(400, PanelOutcome.Rejected, "status 400")]
    [InlineData(201, PanelOutcome.Rejected, "status 201")]
    [InlineData(503, PanelOutcome.Busy, "status 503")]
    [InlineData(507, PanelOutcome.Busy, "status 507")]
    public void Show_WhenRefused_SaysWhy(int status, PanelOutcome outcome, string reason)
    {
        var done = new ScriptedPlayer(_ => No(status)).Talk(Load);
        Assert.Equal(outcome, done.Outcome);
        Assert.Contains(reason, done.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_WhenNobodyAnswers_IsTriedTwiceAndGivesUp()
    {
        var player = new ScriptedPlayer(_ => null);
        var done = player.Talk(Load);
        Assert.Equal((PanelOutcome.NoAnswer, true, 2), (done.Outcome, done.LinkSpoiled, player.Heard.Count));
    }

    [Fact]
    public void Show_WhenItIsLarge_IsGivenMoreTime()
    {
        var face = PanelFace.Parse("512x256xrgb");
        var step = new Protocols.Vendors.Colorlight.ColorlightAdapter()
            .Begin(new PanelCommand.LoadPages(TestPlayers.Show(face, PixelFrame.Dark(face.Size, face.Layout))), TestPlayers.C4, face).Start(LineHistory.InStep);
        Assert.InRange(Assert.IsType<DialogueStep.Send>(step).AnswerWithin, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Show_WhenItDoesNotFit_IsRefusedWithoutAWord()
    {
        var small = TestPlayers.C4 with { Packets = TestPlayers.C4.Packets with { MaxBytes = 500 } };
        var player = new ScriptedPlayer(_ => Yes());
        Assert.Equal(PanelOutcome.Unsupported, player.Talk(Load, small).Outcome);
        Assert.Equal(PanelOutcome.Unsupported, player.Talk(Load with { Keep = true }).Outcome);
        Assert.Empty(player.Heard);
    }

    private static string NameOf(PanelCommand.LoadPages load)
    {
        _ = Obedient(out var name).Talk(load);
        return name();
    }

    // A player that plays what it was sent last; what the test says goes first.
    private static ScriptedPlayer Obedient(out Func<string> name, Func<WireMessage.Request, WireAnswer.Reply?>? first = null)
    {
        var file = "";
        name = () => file;
        return new ScriptedPlayer(request =>
        {
            file = request.Path.StartsWith("/api/program/", StringComparison.Ordinal) ? request.Path["/api/program/".Length..] : file;
            return first?.Invoke(request) ?? request.Path switch
            {
                "/api/info.json" => Yes($$$"""{"info":{"model":"c4","playing":{"name":"{{{file}}}"} } }"""),
                "/api/powerstatus.json" => Yes("""{"powerstatus":1}"""),
                "/api/screenstatus.json" => Yes("""{"screenstatus":1}"""),
                "/api/vsns.json" => Yes(Programs),
                _ => Yes(),
            };
        });
    }
}
