using Signage.Conformance.Meddling;
using Signage.Conformance.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Conformance.Cases;

/// <summary>Bytes in order, whose bounds mean nothing.</summary>
internal static class StreamCases
{
    // A card type that no card has, in the spelling of the protocols that write it into every packet; a protocol without refuses the setting.
    private const string TypeSetting = "deviceType";
    private const string NoType = "7F7F";
    private static readonly byte[] Rubbish = [0x00, 0xFF, 0x13, 0x37, 0x00, 0x80, 0x7F];

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
    [
        new("split-packets", Words.TitleSplit, Excuses.NoLink(LinkShape.Stream), SplitAsync),
        new("merged-packets", Words.TitleMerged, Excuses.NoLink(LinkShape.Stream), panel => UnderAsync(panel, new Twins())),
        new("rubbish-before", Words.TitleRubbish, Excuses.NoLink(LinkShape.Stream), panel => UnderAsync(panel, new Litter(Rubbish))),
        new("spoiled-question", Words.TitleSpoiledQuestion, Excuses.NoLink(LinkShape.Stream), SpoiledQuestionAsync),
        new("spoiled-answer", Words.TitleSpoiledAnswer, Excuses.NoLink(LinkShape.Stream), SpoiledAnswerAsync),
        new("card-says-no", Words.TitleSaysNo, panel => Excuses.NoLink(LinkShape.Stream)(panel) ?? (Mistaken(panel) is null ? Words.NoCardTypes : null), SaysNoAsync),
    ];

    /// <summary>Everything works while something is done to the link, and afterwards.</summary>
    public static async IAsyncEnumerable<string?> UnderAsync(PanelOnTest panel, Mischief mischief)
    {
        panel.Meddle(mischief);
        yield return await panel.WorksAsync(new PanelCommand.Ping()).ConfigureAwait(false);
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> SplitAsync(PanelOnTest panel)
    {
        // What is heard comes byte by byte only on links that are opened now.
        await panel.HangUpAsync().ConfigureAwait(false);
        await foreach (var wrong in UnderAsync(panel, new Crumbs()).ConfigureAwait(false))
        {
            yield return wrong;
        }

        await panel.HangUpAsync().ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> SpoiledQuestionAsync(PanelOnTest panel)
    {
        var picture = panel.NewPicture();
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
        panel.Meddle(new Flip(sent: true));
        yield return await panel.FailsAsync(panel.Lighting(panel.NewPicture()), panel.Hasty).ConfigureAwait(false);
        yield return await panel.OnlyLitAsync([picture]).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> SpoiledAnswerAsync(PanelOnTest panel)
    {
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        panel.Meddle(new Flip(sent: false));
        yield return await panel.FailsAsync(panel.Lighting(panel.NewPicture()), panel.Hasty).ConfigureAwait(false);
        yield return await panel.FailsAsync(new PanelCommand.Ping(), panel.Hasty).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    // Spoken to as a card of another model, it refuses in its own words (BX-6: error 17). A no is an answer: nothing is late, so no other link is needed afterwards.
    private static async IAsyncEnumerable<string?> SaysNoAsync(PanelOnTest panel)
    {
        var picture = panel.NewPicture();
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
        panel.Meddle(new ClosedDoor());
        var mistaken = Mistaken(panel)!;
        yield return await RefusesAsync(panel, panel.Lighting(panel.NewPicture()), mistaken).ConfigureAwait(false);
        yield return await RefusesAsync(panel, new PanelCommand.SetBrightness(100), mistaken).ConfigureAwait(false);
        yield return await panel.OnlyLitAsync([picture]).ConfigureAwait(false);
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        yield return await panel.WorksAsync(new PanelCommand.Ping()).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async Task<string?> RefusesAsync(PanelOnTest panel, PanelCommand command, DeviceProfile mistaken)
    {
        var done = await panel.AskAsync(command, mistaken).ConfigureAwait(false);
        return done.Outcome != PanelOutcome.Rejected ? Words.NotRefused.With(PanelOnTest.NameOf(command), done.Outcome, done.Detail ?? "—")
            : string.IsNullOrWhiteSpace(done.Detail) ? Words.NoReason.With(PanelOnTest.NameOf(command), done.Outcome)
            : null;
    }

    private static DeviceProfile? Mistaken(PanelOnTest panel)
    {
        var other = panel.Profile with { Settings = new Dictionary<string, string>(panel.Profile.Settings) { [TypeSetting] = NoType } };
        return panel.Adapter.Validate(other).Any() ? null : other;
    }
}
