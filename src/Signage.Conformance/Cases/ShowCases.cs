using Signage.Conformance.Panels;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Conformance.Cases;

/// <summary>Pictures, and content that a panel must refuse in words.</summary>
internal static class ShowCases
{
    // Twice what one packet of any family holds, and more pages than the smallest of them keeps.
    private const int ManyPages = 300;
    private const int SomePages = 60;

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
    [
        new("show-lights", Words.TitleShow, Excuses.None, ShowAsync),
        new("blank-and-show", Words.TitleBlank, Excuses.None, BlankAsync),
        new("same-show-twice", Words.TitleTwice, Excuses.None, TwiceAsync),
        new("ten-shows", Words.TitleTen, Excuses.None, TenAsync),
        new("read-back", Words.TitleReadBack, panel => panel.ReadsBack ? null : Words.NotInProfile, ReadBackAsync),
        new("large-content", Words.TitleLarge, Excuses.None, LargeAsync),
        new("wrong-face", Words.TitleFace, Excuses.None, WrongFaceAsync),
        new("forbidden-content", Words.TitleForbidden, Excuses.None, ForbiddenAsync),
        new("unsupported-commands", Words.TitleUnsupported, panel => Unsupported(panel).Any() ? null : Words.CanAll, UnsupportedAsync),
    ];

    private static async IAsyncEnumerable<string?> ShowAsync(PanelOnTest panel)
    {
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> BlankAsync(PanelOnTest panel)
    {
        var picture = panel.NewPicture();
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
        yield return await panel.WorksAsync(new PanelCommand.Blank()).ConfigureAwait(false);
        yield return await panel.LitAsync(PixelFrame.Dark(panel.Face.Size, panel.Face.Layout)).ConfigureAwait(false);
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> TwiceAsync(PanelOnTest panel)
    {
        var picture = panel.NewPicture();
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
        yield return await panel.WorksAsync(panel.Lighting(picture)).ConfigureAwait(false);

        // It is lit already: one look would see the first time.
        yield return await panel.OnlyLitAsync([picture]).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> TenAsync(PanelOnTest panel)
    {
        for (var i = 0; i < 10; i++)
        {
            yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<string?> ReadBackAsync(PanelOnTest panel)
    {
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        var picture = panel.NewPicture();
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
        yield return await panel.HandsBackAsync(picture).ConfigureAwait(false);
    }

    // A picture of a stream is as large as the face, so there is nothing larger to send; its packets are measured.
    private static async IAsyncEnumerable<string?> LargeAsync(PanelOnTest panel)
    {
        if (panel.IsStreamed)
        {
            panel.Behave();
            yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
            yield return Oversized(panel);
            yield break;
        }

        foreach (var pages in (int[])[SomePages, ManyPages])
        {
            PixelFrame[] pictures = [.. Enumerable.Range(0, pages).Select(_ => panel.NewPicture())];
            panel.Behave();
            var show = TestPictures.Loop(pictures, Effect.Static, panel.Face, panel.Profile);
            var done = await panel.AskAsync(new PanelCommand.LoadPages(show), panel.Profile).ConfigureAwait(false);
            yield return Oversized(panel);
            yield return done.Outcome switch
            {
                PanelOutcome.Accepted or PanelOutcome.SentUnverified => panel.AtHand?.Held is { } held && held != show.Digest ? Words.CutOff.With(pages) : null,
                PanelOutcome.Unsupported or PanelOutcome.Rejected when !string.IsNullOrWhiteSpace(done.Detail) => null,
                _ => Words.NotDone.With(nameof(PanelCommand.LoadPages), done.Outcome, done.Detail ?? "—"),
            };
        }

        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> WrongFaceAsync(PanelOnTest panel)
    {
        var picture = panel.NewPicture();
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
        var wider = new PanelFace(new PixelSize(panel.Face.Size.Width + 8, panel.Face.Size.Height), panel.Face.Colour);
        var other = TestPictures.Of(wider.Size, wider, 1);
        PanelCommand command = panel.IsStreamed ? new PanelCommand.ShowFrame(other, default) : new PanelCommand.LoadPages(TestPictures.Still(other, wider, panel.Profile));
        yield return await panel.FailsAsync(command, panel.Profile).ConfigureAwait(false);
        yield return await panel.LitAsync(picture).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> ForbiddenAsync(PanelOnTest panel)
    {
        var picture = panel.NewPicture();
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
        yield return await panel.FailsAsync(new PanelCommand.LoadPages(TooLong(panel)), panel.Profile).ConfigureAwait(false);
        yield return await panel.LitAsync(picture).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> UnsupportedAsync(PanelOnTest panel)
    {
        foreach (var command in Unsupported(panel))
        {
            var before = panel.Sent;
            yield return await panel.FailsAsync(command, panel.Profile).ConfigureAwait(false);
            yield return panel.Sent == before ? null : Words.SentAllTheSame.With(PanelOnTest.NameOf(command));
        }
    }

    private static string? Oversized(PanelOnTest panel) =>
        panel.Longest > panel.Profile.Packets.MaxBytes ? Words.PacketTooLong.With(panel.Longest, panel.Profile.Packets.MaxBytes) : null;

    // No panel holds a page for longer than its profile says; a panel that pictures are streamed to holds none at all.
    private static Show TooLong(PanelOnTest panel)
    {
        var still = TestPictures.Still(panel.NewPicture(), panel.Face, panel.Profile);
        var stay = TimeSpan.FromMilliseconds(panel.Profile.Stay.UnitMilliseconds) * (panel.Profile.Stay.MaxUnits + 1L);
        return new Show(panel.Face, panel.Profile.Id, [still.Pages[0] with { Page = still.Loop[0] with { Stay = stay } }]);
    }

    private static IEnumerable<PanelCommand> Unsupported(PanelOnTest panel)
    {
        var can = panel.Profile.Capabilities;
        (bool Can, PanelCommand Command)[] commands =
        [
            (can.Answers, new PanelCommand.Ping()),
            (can.Power, new PanelCommand.SetPower(true)),
            (can.Clock, new PanelCommand.SetClock(panel.Now)),
            (can.Status, new PanelCommand.ReadStatus()),
            (can.ReadBack || can.Screenshot, new PanelCommand.ReadPixels()),
            (can.Keep, new PanelCommand.StoreShow(TestPictures.Still(panel.NewPicture(), panel.Face, panel.Profile), [])),
        ];
        return commands.Where(pair => !pair.Can).Select(pair => pair.Command);
    }
}
