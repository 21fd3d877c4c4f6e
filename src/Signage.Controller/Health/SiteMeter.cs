using System.Diagnostics;
using System.Diagnostics.Metrics;
using Signage.Controller.Dispatch;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;

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
    }

    /// <summary>Begins to trace one conversation with a card; null when nobody listens.</summary>
    public Activity? Talk(PanelId panel, string need) => _activities.StartActivity("panel.talk")?.SetTag("panel", panel.Value).SetTag("need", need);

    /// <summary>Counts a conversation that ended.</summary>
    public void Count(string need, PanelOutcome outcome) =>
        _attempts.Add(1, new KeyValuePair<string, object?>("need", need), new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    /// <summary>Counts a round.</summary>
    public void Round(TimeSpan took) => _rounds.Record(took.TotalMilliseconds);

    /// <inheritdoc />
    public void Dispose()
    {
        _meter.Dispose();
        _activities.Dispose();
    }
}
