using System.Diagnostics;
using System.Diagnostics.Metrics;
using Signage.Controller.Dispatch;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;
using Signage.Transports.Streaming;

namespace Signage.Controller.Health;

/// <summary>
/// What a site counts, for OpenTelemetry: meter and activity source are both called <see cref="Name"/>. No text of a slogan is ever in a name or a tag.
/// </summary>
public sealed class SiteMeter : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Signage.Site";

    private readonly Meter _meter = new(Name);
    private readonly ActivitySource _activities = new(Name);
    private readonly StreamLedger _streams = new();
    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _rounds;

    /// <summary>Begins to count.</summary>
    /// <param name="board">What is known of the panels.</param>
    /// <param name="pulses">The heartbeats.</param>
    public SiteMeter(PanelBoard board, Pulses pulses)
    {
        _attempts = _meter.CreateCounter<long>("signage.panel.attempts", description: "Conversations with cards, by outcome and need");
        _rounds = _meter.CreateHistogram<double>("signage.round.duration", "ms", "How long a round takes");
        _meter.CreateObservableGauge("signage.panels", () => board.Now.Count, description: "Enrolled panels");
        _meter.CreateObservableGauge("signage.panels.sent", () => board.Now.Count(state => state.IsSent), description: "Panels whose card acknowledged what is desired");
        _meter.CreateObservableGauge("signage.panels.lost", () => board.Now.Count(state => state.Reached == false), description: "Panels that do not answer");
        _meter.CreateObservableGauge("signage.parts.hung", () => pulses.Hung.Count, description: "Parts of the site that hang");
        _meter.CreateObservableGauge("signage.panel.clock.offset", () => Offsets(board), "s", "How far the clock of a card was off when it was read last; positive when it is fast");
        CountFrames("signage.frames.sent", "Pictures that were streamed, those sent again to keep a card awake included", sum => sum.Sent);
        CountFrames("signage.frames.dropped", "Pictures whose moment had passed before they could be sent", sum => sum.Dropped);
        CountFrames("signage.frames.late", "Pictures that left more than half a period after their moment", sum => sum.Late);
    }

    /// <summary>Begins to trace one conversation with a card; null when nobody listens.</summary>
    public Activity? Talk(PanelId panel, string need) => _activities.StartActivity("panel.talk")?.SetTag("panel", panel.Value).SetTag("need", need);

    /// <summary>Counts a conversation that ended.</summary>
    public void Count(string need, PanelOutcome outcome) =>
        _attempts.Add(1, new KeyValuePair<string, object?>("need", need), new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    /// <summary>Counts the pictures of a stream from now on.</summary>
    /// <param name="panel">The panel that is streamed to.</param>
    /// <param name="report">How the stream has gone so far; neither waits nor throws.</param>
    /// <returns>Dispose it when the stream has ended.</returns>
    public IDisposable Follow(PanelId panel, Func<FrameReport> report) => _streams.Follow(panel, report);

    /// <summary>Counts a round.</summary>
    public void Round(TimeSpan took) => _rounds.Record(took.TotalMilliseconds);

    /// <inheritdoc />
    public void Dispose()
    {
        _meter.Dispose();
        _activities.Dispose();
    }

    private static IEnumerable<Measurement<long>> Offsets(PanelBoard board) => board.Now
        .Where(state => state.Clock.OffSeconds is not null)
        .Select(state => new Measurement<long>(state.Clock.OffSeconds!.Value, new KeyValuePair<string, object?>("panel", state.Panel.Id.Value)));

    // Read only when somebody collects: a picture costs nothing more than it did.
    private void CountFrames(string name, string description, Func<StreamSum, long> count) => _meter.CreateObservableCounter(
        name, () => _streams.Now.Select(panel => new Measurement<long>(count(panel.Sum), new KeyValuePair<string, object?>("panel", panel.Panel))), description: description);
}
