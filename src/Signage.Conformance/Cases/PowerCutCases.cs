using Signage.Conformance.Meddling;
using Signage.Conformance.Panels;
using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Conformance.Cases;

/// <summary>
/// The card restarts while it is told something that takes several packets. What it lights then is the new content whole, or nothing of it: what it had before, what
/// it lights when it restarts with nothing under way, or nothing at all.
/// </summary>
internal static class PowerCutCases
{
    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
    [
        new("power-cut-in-a-show", Words.TitlePowerCutShow, Excuses.Unseen, InAShowAsync),
        new("power-cut-while-storing", Words.TitlePowerCutStoring, panel => Excuses.Unseen(panel) ?? Excuses.Cannot(can => can.Keep)(panel), WhileStoringAsync),
    ];

    private static async IAsyncEnumerable<string?> InAShowAsync(PanelOnTest panel)
    {
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        yield return await panel.LosePowerAsync().ConfigureAwait(false);
        PixelFrame[] nothing = [panel.AtHand!.Glass, PixelFrame.Dark(panel.Face.Size, panel.Face.Layout)];
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        var (whole, before) = (new CutAfter(int.MaxValue), panel.NewPicture());
        panel.Meddle(whole);
        yield return await panel.ShowAsync(before).ConfigureAwait(false);
        foreach (var point in Points(whole))
        {
            var picture = panel.NewPicture();
            yield return await CutAsync(panel, point, panel.Lighting(picture)).ConfigureAwait(false);
            yield return await panel.OnlyLitAsync([picture, before, .. nothing]).ConfigureAwait(false);

            // Seen once more, now that the link is in step: on a fresh one some adapters ask first whether anybody is there, and the cut would come too early.
            yield return await panel.ShowAsync(before = panel.NewPicture()).ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<string?> WhileStoringAsync(PanelOnTest panel)
    {
        try
        {
            // Twice: what an empty card is asked, and what one is that holds a base page, differ.
            var before = panel.NewPicture();
            var whole = new CutAfter(int.MaxValue);
            yield return await panel.WorksAsync(panel.Storing(before)).ConfigureAwait(false);
            panel.Meddle(whole);
            yield return await panel.WorksAsync(panel.Storing(before)).ConfigureAwait(false);
            panel.Behave();
            yield return await PlaysAfterwardsAsync(panel, before).ConfigureAwait(false);
            foreach (var point in Points(whole))
            {
                var picture = panel.NewPicture();
                yield return await CutAsync(panel, point, panel.Storing(picture)).ConfigureAwait(false);
                yield return await panel.OnlyLitAsync([picture, before]).ConfigureAwait(false);
                yield return await panel.WorksAsync(panel.Storing(before = panel.NewPicture())).ConfigureAwait(false);
                yield return await PlaysAfterwardsAsync(panel, before).ConfigureAwait(false);
            }
        }
        finally
        {
            // A base page would be lit wherever a panel is asked to be dark.
            panel.Behave();
            var stored = (await panel.AskAsync(new PanelCommand.ListStored(), panel.Profile).ConfigureAwait(false)).Reading?.Stored?.Names ?? [];
            await panel.AskAsync(new PanelCommand.ClearStored([.. stored]), panel.Profile).ConfigureAwait(false);
        }

        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    // In the middle, and when one packet only is missing.
    private static IEnumerable<int> Points(CutAfter whole) => new[] { whole.Passed / 2, whole.Passed - 1 }.Distinct();

    private static async Task<string?> CutAsync(PanelOnTest panel, int packets, PanelCommand command)
    {
        var cut = new CutAfter(packets);
        panel.Meddle(cut);
        var done = await panel.AskAsync(command, panel.Hasty).ConfigureAwait(false);
        panel.Behave();

        // Pictures of a stream are not acknowledged: that some of it did not arrive cannot be known.
        var wrong = cut.HasCut && !panel.IsStreamed && done.Outcome is (PanelOutcome.Accepted or PanelOutcome.SentUnverified)
            ? Words.CalledDone.With(PanelOnTest.NameOf(command), done.Outcome)
            : null;
        return await panel.LosePowerAsync().ConfigureAwait(false) ?? wrong;
    }

    private static async Task<string?> PlaysAfterwardsAsync(PanelOnTest panel, PixelFrame stored) =>
        await panel.LosePowerAsync().ConfigureAwait(false) ?? await panel.LitAsync(stored).ConfigureAwait(false);
}
