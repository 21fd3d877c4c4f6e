using System.Globalization;
using Microsoft.Extensions.Logging;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>Writes down what came of the clocks inside the cards, and of the timers that go by them. It says nothing of what is lit, so no round is asked for.</summary>
/// <param name="board">Where states stand.</param>
/// <param name="days">Stamps what was read.</param>
/// <param name="log">Tells a technician.</param>
internal sealed partial class ClockRecord(PanelBoard board, SiteDays days, ILogger log)
{
    /// <summary>The clock was read.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="done">What came of it. A card that does not answer this question may be there all the same: its heartbeats say so.</param>
    /// <param name="wall">What the clock should have shown.</param>
    public void Read(Panel panel, DialogueStep.Done done, DateTimeOffset wall) =>
        board.Change(panel, state => state with
        {
            Clock = state.Clock.Read(done.Outcome == PanelOutcome.Accepted ? done.Reading?.Clock : null, wall, days.Now),
            Timer = done.Reading?.HasTimer == (state.Timer is { IsNone: true }) ? null : state.Timer,
        });

    /// <summary>The card was lost: nobody knows any more whether it darkens its panel by itself.</summary>
    public void Lost(Panel panel) => board.Change(panel, state => state.Timer is null ? state : state with { Timer = null });

    /// <summary>The clock was set, or that was given up.</summary>
    public void Set(Panel panel, DialogueStep.Done done)
    {
        if (IsTaken(done))
        {
            var off = board.Change(panel, state => state with { Clock = state.Clock.Set(days.Now) }).After.Clock.FoundSeconds;
            Log.Set(log, panel.Id.Value, off?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of");
            return;
        }

        var why = OutcomeWords.Of(done);
        Log.NotSet(log, panel.Id.Value, why);
        board.Change(panel, state => state with { Clock = state.Clock with { Refusal = why } });
    }

    /// <summary>The card was told when to darken its panel by itself, or that was given up.</summary>
    public void Timed(Panel panel, CardTimer timer, DialogueStep.Done done)
    {
        if (IsTaken(done))
        {
            Log.Timed(log, panel.Id.Value, timer);
        }
        else
        {
            Log.NotTimed(log, panel.Id.Value, timer, OutcomeWords.Of(done));
        }

        board.Change(panel, state => state with { Timer = IsTaken(done) ? timer : null });
    }

    private static bool IsTaken(DialogueStep.Done done) => done.Outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified;

    private static partial class Log
    {
        [LoggerMessage(3107, LogLevel.Information, "panel {Panel}: the clock of its card was {Seconds} s off and was set")]
        public static partial void Set(ILogger logger, string panel, string seconds);

        [LoggerMessage(3108, LogLevel.Warning, "panel {Panel}: the clock of its card could not be set: {Why}")]
        public static partial void NotSet(ILogger logger, string panel, string why);

        [LoggerMessage(3109, LogLevel.Information, "panel {Panel}: its card darkens it by itself, every day: {Timer}")]
        public static partial void Timed(ILogger logger, string panel, CardTimer timer);

        [LoggerMessage(3110, LogLevel.Warning, "panel {Panel}: its card was not told when to darken it by itself ({Timer}): {Why}")]
        public static partial void NotTimed(ILogger logger, string panel, CardTimer timer, string why);
    }
}
