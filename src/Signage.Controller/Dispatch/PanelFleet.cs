using Signage.Controller.Blanking;
using Signage.Core.Panels;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
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
        ArgumentNullException.ThrowIfNull(panel);
        if (!wires.Catalog.TryFind(panel.ProfileId, out var model) || wires.Adapters.Find(model!.Protocol) is not { } adapter)
        {
            return Words.NoSuchModel.With(panel.Id, panel.ProfileId);
        }

        var transport = wires.Transports.Find(panel.Endpoint.Scheme);
        string[] reasons =
        [
            .. PanelFit.Complaint(model, panel.Face) is { } unfit ? (string[])[unfit] : [],
            .. transport is null
                ? [Words.NoSuchLink.With(panel.Endpoint.Scheme, string.Join(", ", wires.Transports.Schemes))]
                : transport.Validate(panel.Endpoint),
        ];
        if (reasons.Length == 0)
        {
            var profile = model.AtAddress(PanelAddress.Of(panel.Endpoint).Card);
            reasons = [.. adapter.Validate(profile), .. adapter.Complaints(profile, panel.Face)];
        }

        return reasons.Length == 0 ? null : $"{panel.Id}: {string.Join("; ", reasons)}";
    }

    /// <summary>How a panel and those enrolled already would overwrite each other; null when they do not.</summary>
    public string? Conflict(Panel panel, IReadOnlyList<Panel> others)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return Conflicts([.. others.Where(other => other.Id != panel.Id), panel]).GetValueOrDefault(panel.Id);
    }

    /// <summary>The panels of a site that would overwrite each other, and how; nothing may be sent to them until it is resolved.</summary>
    public IReadOnlyDictionary<PanelId, string> Conflicts(IReadOnlyList<Panel> panels)
    {
        ArgumentNullException.ThrowIfNull(panels);
        return PanelPlaces.ByPanel(panels.Select(Place).OfType<PanelPlace>());
    }

    /// <summary>Asks the card of a panel something, in its turn on the line; an endpoint that no panel uses yet is opened for this one question.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<DialogueStep.Done> AskAsync(Panel panel, PanelCommand command, CancellationToken cancellationToken)
    {
        if (Complaint(panel) is { } complaint)
        {
            return new DialogueStep.Done(PanelOutcome.Unsupported, Detail: complaint);
        }

        var (profile, adapter) = Speaks(panel);
        var dialogue = adapter.Begin(command, profile, panel.Face);
        if (Known(panel.Endpoint) is { } line)
        {
            return await line.AskAsync(dialogue, cancellationToken).ConfigureAwait(false);
        }

        var address = PanelAddress.Of(panel.Endpoint);
        using var held = EndpointLock.TryTake(wires.RuntimeFolder, address.Line, Holder, out var heldBy);
        if (held is null)
        {
            return new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: Words.EndpointHeld.With(panel.Id, heldBy));
        }

        var fresh = new PanelLine(address.Line, wires.Transports.Find(address.Line.Scheme)!, new DialoguePump(lineTime));
        await using (fresh.ConfigureAwait(false))
        {
            return await fresh.AskAsync(dialogue, cancellationToken).ConfigureAwait(false);
        }
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

            var (profile, adapter) = Speaks(panel);
            var post = new PanelPost(panel, profile, adapter, line);
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

    private static string Holder => $"signage site, process {Environment.ProcessId}";

    private PanelLine? Line(Uri endpoint, out string heldBy)
    {
        heldBy = "";
        lock (_lines)
        {
            var address = PanelAddress.Of(endpoint);
            if (Known(endpoint) is { } known)
            {
                return known;
            }

            if (EndpointLock.TryTake(wires.RuntimeFolder, address.Line, Holder, out heldBy) is not { } held)
            {
                return null;
            }

            var line = new PanelLine(address.Line, wires.Transports.Find(address.Line.Scheme)!, new DialoguePump(lineTime));
            _lines[address.Identity] = (line, held);
            return line;
        }
    }

    /// <summary>The line of an endpoint. An adapter that was plugged in again may have another device behind its name by now: the name counts first.</summary>
    private PanelLine? Known(Uri endpoint)
    {
        var address = PanelAddress.Of(endpoint);
        lock (_lines)
        {
            return _lines.Values.Select(known => known.Line).FirstOrDefault(line => line.Endpoint.OriginalString == address.Line.OriginalString)
                ?? (_lines.TryGetValue(address.Identity, out var same) ? same.Line : null);
        }
    }

    private (DeviceProfile Profile, IPanelAdapter Adapter) Speaks(Panel panel)
    {
        var profile = Profile(panel)!.AtAddress(PanelAddress.Of(panel.Endpoint).Card);
        return (profile, wires.Adapters.Find(profile.Protocol)!);
    }

    private PanelPlace? Place(Panel panel)
    {
        if (Complaint(panel) is not null)
        {
            return null;
        }

        var (profile, adapter) = Speaks(panel);
        var address = PanelAddress.Of(panel.Endpoint);
        return new PanelPlace(panel.Id, address.Identity, adapter.Address(profile), address.Baud);
    }
}
