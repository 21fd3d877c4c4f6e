using Signage.Conformance.Meddling;
using Signage.Conformance.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;

namespace Signage.Conformance.Cases;

/// <summary>What may happen on any link. After each failure the next question is answered right and a new picture is lit.</summary>
internal static class FailureCases
{
    // In the spelling of the protocols that have addresses; a protocol without refuses the setting.
    private static readonly string[] Addresses = ["0200", "0300"];

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
    [
        new("silent-question", Words.TitleSilence, Excuses.Mute, SilentQuestionAsync),
        new("silent-show", Words.TitleSilentShow, Excuses.Unacknowledged, SilentShowAsync),
        new("late-answer", Words.TitleLate, panel => Excuses.Tied(panel) ?? Excuses.Unacknowledged(panel), LateAnswerAsync),
        new("duplicate-answer", Words.TitleDuplicate, panel => Excuses.Tied(panel) ?? Excuses.Mute(panel), DuplicateAnswerAsync),
        new("half-open", Words.TitleHalfOpen, Excuses.None, HalfOpenAsync),
        new("link-refused", Words.TitleRefused, Excuses.None, RefusedAsync),
        new("cut-in-the-middle", Words.TitleCut, Excuses.None, CutAsync),
        new("power-cycle", Words.TitlePowerCycle, Excuses.Unseen, PowerCycleAsync),
        new("two-panels-one-line", Words.TitleAddress, panel => Other(panel) is null ? Words.NoAddresses : null, OtherAddressAsync),
    ];

    private static async IAsyncEnumerable<string?> SilentQuestionAsync(PanelOnTest panel)
    {
        panel.Meddle(new Deafness());
        yield return await panel.FailsAsync(new PanelCommand.Ping(), panel.Hasty).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> SilentShowAsync(PanelOnTest panel)
    {
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        panel.Meddle(new Deafness());
        yield return await panel.FailsAsync(panel.Lighting(panel.NewPicture()), panel.Hasty).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> LateAnswerAsync(PanelOnTest panel)
    {
        // In step first, or some adapters would only ask whether anybody is there, and that answer would be the late one.
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        var kept = new AnswersKeptBack();
        panel.Meddle(kept);
        yield return await panel.FailsAsync(panel.Lighting(panel.NewPicture()), panel.Hasty).ConfigureAwait(false);
        var late = kept.Kept;
        yield return late.IsEmpty ? Words.NothingKept : null;

        // This one never arrives; the yes that is heard belongs to the one before.
        panel.Meddle(new LateAnswers(late, arrives: false));
        yield return await panel.FailsAsync(panel.Lighting(panel.NewPicture()), panel.Hasty).ConfigureAwait(false);
        panel.Meddle(new LateAnswers(late, arrives: true));
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> DuplicateAnswerAsync(PanelOnTest panel)
    {
        panel.Meddle(new Echo());
        yield return await panel.WorksAsync(new PanelCommand.Ping()).ConfigureAwait(false);
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        yield return await panel.WorksAsync(new PanelCommand.Ping()).ConfigureAwait(false);
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> HalfOpenAsync(PanelOnTest panel)
    {
        panel.Meddle(new HalfOpen());
        yield return panel.Profile.Capabilities.Answers ? await panel.FailsAsync(new PanelCommand.Ping(), panel.Hasty).ConfigureAwait(false) : null;
        yield return await FailsToShowAsync(panel).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> RefusedAsync(PanelOnTest panel)
    {
        await panel.HangUpAsync().ConfigureAwait(false);
        panel.Meddle(new ClosedDoor());
        yield return await panel.FailsAsync(panel.Lighting(panel.NewPicture()), panel.Hasty).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> CutAsync(PanelOnTest panel)
    {
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        panel.Meddle(new Cut());
        yield return await FailsToShowAsync(panel).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> PowerCycleAsync(PanelOnTest panel)
    {
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        panel.AtHand!.CutPower();
        var unplugged = panel.Profile.Capabilities.Answers ? await panel.FailsAsync(new PanelCommand.Ping(), panel.Hasty).ConfigureAwait(false) : null;
        panel.AtHand.RestorePower();
        yield return unplugged;
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> OtherAddressAsync(PanelOnTest panel)
    {
        var picture = panel.NewPicture();
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
        var other = Other(panel)!;
        yield return await panel.FailsAsync(new PanelCommand.Ping(), other).ConfigureAwait(false);
        yield return await panel.FailsAsync(panel.Lighting(panel.NewPicture()), other).ConfigureAwait(false);
        yield return await panel.OnlyLitAsync([picture]).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    // Pictures of a stream are not acknowledged: that nothing arrived cannot be known.
    private static async Task<string?> FailsToShowAsync(PanelOnTest panel)
    {
        var lighting = panel.Lighting(panel.NewPicture());
        if (!panel.IsStreamed)
        {
            return await panel.FailsAsync(lighting, panel.Hasty).ConfigureAwait(false);
        }

        await panel.AskAsync(lighting, panel.Hasty).ConfigureAwait(false);
        return null;
    }

    private static DeviceProfile? Other(PanelOnTest panel) => Addresses.Select(panel.Hasty.AtAddress)
        .FirstOrDefault(other => !panel.Adapter.Validate(other).Any() && panel.Adapter.Address(other) is { } address && address != panel.Adapter.Address(panel.Profile));
}
