using Signage.Conformance.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Conformance.Cases;

/// <summary>Commands, each done and, where the card can be asked, confirmed.</summary>
internal static class CommandCases
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly DateTimeOffset LeapDay = new(2028, 2, 29, 23, 59, 58, China);

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
    [
        new("ping", Words.TitlePing, Excuses.Mute, PingAsync),
        new("status", Words.TitleStatus, Excuses.Cannot(can => can.Status), StatusAsync),
        new("clock", Words.TitleClock, Excuses.Cannot(can => can.Clock), ClockAsync),
        new("power-off-on", Words.TitlePower, Excuses.Cannot(can => can.Power), PowerAsync),
        new("brightness-ends", Words.TitleBrightness, Excuses.NoWord(new PanelCommand.SetBrightness(100)), BrightnessAsync),
    ];

    private static async IAsyncEnumerable<string?> PingAsync(PanelOnTest panel)
    {
        yield return await panel.WorksAsync(new PanelCommand.Ping()).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> StatusAsync(PanelOnTest panel)
    {
        var done = await panel.AskAsync(new PanelCommand.ReadStatus(), panel.Profile).ConfigureAwait(false);
        yield return done.Outcome == PanelOutcome.Accepted && done.Reading is { Values.Count: > 0 } ? null
            : Words.NotDone.With(nameof(PanelCommand.ReadStatus), done.Outcome, done.Detail ?? "—");
        yield return OtherFace(panel, done.Reading);
        if (panel.Profile.Capabilities.Answers)
        {
            // Some cards say it in the answer to a ping alone, which is also what is looked at when a panel is enrolled.
            var ping = await panel.AskAsync(new PanelCommand.Ping(), panel.Profile).ConfigureAwait(false);
            yield return ping.Outcome == PanelOutcome.Accepted ? null : Words.NotDone.With(nameof(PanelCommand.Ping), ping.Outcome, ping.Detail ?? "—");
            yield return OtherFace(panel, ping.Reading);
        }
    }

    private static string? OtherFace(PanelOnTest panel, PanelReading? said) =>
        said?.ScreenConfigured == false ? Words.NoScreenParameters
        : said?.Face is { } face && face != panel.Face ? Words.OtherFace.With(face, panel.Face)
        : null;

    private static async IAsyncEnumerable<string?> ClockAsync(PanelOnTest panel)
    {
        yield return await panel.WorksAsync(new PanelCommand.SetClock(LeapDay)).ConfigureAwait(false);
        yield return await panel.WorksAsync(new PanelCommand.SetClock(panel.Now)).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> PowerAsync(PanelOnTest panel)
    {
        var picture = panel.NewPicture();
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
        try
        {
            yield return await SwitchesAsync(panel, on: false).ConfigureAwait(false);
        }
        finally
        {
            await panel.AskAsync(new PanelCommand.SetPower(true), panel.Profile).ConfigureAwait(false);
        }

        yield return await SwitchesAsync(panel, on: true).ConfigureAwait(false);
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> BrightnessAsync(PanelOnTest panel)
    {
        try
        {
            yield return await ShinesAsync(panel, 0).ConfigureAwait(false);
        }
        finally
        {
            await panel.AskAsync(new PanelCommand.SetBrightness(100), panel.Profile).ConfigureAwait(false);
        }

        yield return await ShinesAsync(panel, 100).ConfigureAwait(false);
    }

    private static async Task<string?> ShinesAsync(PanelOnTest panel, int percent)
    {
        var done = await panel.AskAsync(new PanelCommand.SetBrightness(percent), panel.Profile).ConfigureAwait(false);
        if (done.Outcome is not (PanelOutcome.Accepted or PanelOutcome.SentUnverified))
        {
            return Words.NotDone.With($"{nameof(PanelCommand.SetBrightness)} {percent}", done.Outcome, done.Detail ?? "—");
        }

        // A card whose darkest is "off" goes on telling the brightness that it had.
        var said = await SaidAsync(panel, done).ConfigureAwait(false);
        return said?.BrightnessPercent is { } level && level != percent && !(percent == 0 && said.PoweredOn == false) ? Words.OtherBrightness.With(level, percent) : null;
    }

    private static async Task<string?> SwitchesAsync(PanelOnTest panel, bool on)
    {
        var done = await panel.AskAsync(new PanelCommand.SetPower(on), panel.Profile).ConfigureAwait(false);
        if (done.Outcome is not (PanelOutcome.Accepted or PanelOutcome.SentUnverified))
        {
            return Words.NotDone.With(nameof(PanelCommand.SetPower), done.Outcome, done.Detail ?? "—");
        }

        var said = await SaidAsync(panel, done).ConfigureAwait(false);
        return said?.PoweredOn is { } lit && lit != on ? Words.OtherPower.With(lit, on) : await panel.IsPoweredAsync(on).ConfigureAwait(false);
    }

    // A card that did not say yes is not asked: over MQTT it tells its state when it likes, and waiting for that takes longer than the case.
    private static async Task<PanelReading?> SaidAsync(PanelOnTest panel, DialogueStep.Done done) =>
        done.Outcome == PanelOutcome.Accepted && panel.Profile.Capabilities.Status
            ? (await panel.AskAsync(new PanelCommand.ReadStatus(), panel.Profile).ConfigureAwait(false)).Reading
            : null;
}
