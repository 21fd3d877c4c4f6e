using Signage.Controller.Blanking;
using Signage.Core.Panels;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;
using Signage.Transports.Locks;
using Signage.Transports.Pumping;

namespace Signage.Controller.Dispatch;

/// <summary>The languages and wires that panels are reached by.</summary>
/// <param name="Catalog">The card models.</param>
/// <param name="Adapters">The protocols.</param>
/// <param name="Transports">The links.</param>
/// <param name="RuntimeFolder">Where programs of this machine leave their locks.</param>
public sealed record FleetWires(ProfileCatalog Catalog, PanelAdapters Adapters, PanelTransports Transports, string RuntimeFolder);

/// <summary>
/// One worker for each panel, one line for each endpoint. Owns the workers' tasks, the lines and the locks on the endpoints, and ends them in
/// that order.
/// </summary>
/// <param name="wires">How panels are reached.</param>
/// <param name="record">Where outcomes are written.</param>
/// <param name="blanks">Which panels must be dark.</param>
/// <param name="lineTime">The clock of waiting.</param>
/// <param name="random">The jitter of retries.</param>
public sealed class PanelFleet(FleetWires wires, PanelRecord record, IBlankSwitch blanks, TimeProvider lineTime, Random random) : IAsyncDisposable
{
    private readonly Dictionary<string, (PanelLine Line, EndpointLock Lock)> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<PanelId, (PanelWorker Worker, Task Task, ShowDigest Holds)> _workers = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly RetryPause _pause = new(random);

    /// <summary>Where outcomes are written.</summary>
    public PanelRecord Record => record;

    /// <summary>The show that the worker of a panel was given last and looks after; null when it has none, or broke.</summary>
    public ShowDigest? Holds(Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return _workers.TryGetValue(panel.Id, out var worker) && !worker.Task.IsCompleted ? worker.Holds : null;
    }

    /// <summary>The card model of a panel; null when there is none of that name.</summary>
    public DeviceProfile? Profile(Panel panel) => wires.Catalog.TryFind(panel.ProfileId, out var profile) ? profile : null;

    /// <summary>Everything that keeps a panel from being reached at all; null when it can be tried.</summary>
    public string? Complaint(Panel panel)
    {
        if (Profile(panel) is not { } profile)
        {
            return Words.NoSuchModel.With(panel.Id, panel.ProfileId);
        }

        if (PanelFit.Complaint(profile, panel.Face) is { } unfit)
        {
            return $"{panel.Id}: {unfit}";
        }

        var transport = wires.Transports.Find(panel.Endpoint.Scheme);
        var reasons = transport is null
            ? [Words.NoSuchLink.With(panel.Endpoint.Scheme, string.Join(", ", wires.Transports.Schemes))]
            : transport.Validate(panel.Endpoint).ToArray();
        return reasons.Length == 0 ? null : $"{panel.Id}: {string.Join("; ", reasons)}";
    }

    /// <summary>Hands a show to the worker of a panel, starting one when there is none yet.</summary>
    /// <returns>Why the panel cannot be reached; null when the show is on its way.</returns>
    public string? Post(Panel panel, Approved<Show> show)
    {
        if (!_workers.TryGetValue(panel.Id, out var worker) || worker.Task.IsCompleted)
        {
            if (Complaint(panel) is { } complaint)
            {
                return complaint;
            }

            if (Line(panel.Endpoint, out var heldBy) is not { } line)
            {
                return Words.EndpointHeld.With(panel.Id, heldBy);
            }

            var profile = Profile(panel)!;
            var post = new PanelPost(panel, profile, wires.Adapters.Find(profile.Protocol)!, line);
            var fresh = new PanelWorker(post, record, blanks, _pause, lineTime);
            worker = (fresh, fresh.RunAsync(_stop.Token), show.Value.Digest);
        }

        _workers[panel.Id] = worker with { Holds = show.Value.Digest };
        worker.Worker.Mailbox.Post(show);
        return null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_workers.Values.Select(worker => worker.Task)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (line, held) in _lines.Values)
        {
            await line.DisposeAsync().ConfigureAwait(false);
            held.Dispose();
        }

        _stop.Dispose();
    }

    private PanelLine? Line(Uri endpoint, out string heldBy)
    {
        heldBy = "";
        if (_lines.TryGetValue(endpoint.AbsoluteUri, out var known))
        {
            return known.Line;
        }

        if (EndpointLock.TryTake(wires.RuntimeFolder, endpoint, $"signage site, process {Environment.ProcessId}", out heldBy) is not { } held)
        {
            return null;
        }

        var line = new PanelLine(endpoint, wires.Transports.Find(endpoint.Scheme)!, new DialoguePump(lineTime));
        _lines[endpoint.AbsoluteUri] = (line, held);
        return line;
    }
}
