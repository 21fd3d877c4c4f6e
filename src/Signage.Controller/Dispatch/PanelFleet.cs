using System.Collections.Concurrent;
using Signage.Controller.Blanking;
using Signage.Controller.Health;
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

/// <summary>How workers keep time.</summary>
/// <param name="LineTime">The clock of waiting.</param>
/// <param name="Jitter">Keeps retries of many panels apart.</param>
/// <param name="Pulses">Their heartbeats.</param>
public sealed record WorkerPace(TimeProvider LineTime, Random Jitter, Pulses Pulses)
{
    /// <summary>What a clock on the wall of the site shows; null while nobody knows what time it is, and then no card is told any.</summary>
    public Func<DateTimeOffset?> Wall { get; init; } = static () => null;
}

/// <summary>
/// One worker for each panel, one line for each endpoint. Owns the workers' tasks, the lines and the locks on the endpoints, and ends them in
/// that order.
/// </summary>
/// <param name="wires">How panels are reached.</param>
/// <param name="record">Where outcomes are written.</param>
/// <param name="blanks">Which panels must be dark.</param>
/// <param name="pace">How workers keep time.</param>
public sealed class PanelFleet(FleetWires wires, PanelRecord record, IBlankSwitch blanks, WorkerPace pace) : IAsyncDisposable
{
    private static readonly TimeSpan FlashStep = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, (PanelLine Line, EndpointLock Lock)> _lines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PanelId, (PanelWorker Worker, Task Task, PanelHolding Holds)> _workers = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly RetryPause _pause = new(pace.Jitter);
    private readonly Pulse _asking = pace.Pulses.Of("questions to cards");

    /// <summary>What panels must be to be reached at all.</summary>
    public PanelRules Rules { get; } = new(wires);

    /// <summary>Where outcomes are written.</summary>
    public PanelRecord Record => record;

    /// <summary>What the worker of a panel was given last and looks after; null when it has nothing, or broke.</summary>
    public PanelHolding? Holds(Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return _workers.TryGetValue(panel.Id, out var worker) && !worker.Task.IsCompleted ? worker.Holds : null;
    }

    /// <summary>
    /// Asks the card of a panel something, in its turn on the line; an endpoint that no panel uses yet is opened for this one question. Content does not
    /// go this way: it has to be approved.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<DialogueStep.Done> AskAsync(Panel panel, PanelCommand command, CancellationToken cancellationToken) =>
        command is PanelCommand.LoadPages or PanelCommand.StoreShow or PanelCommand.ShowFrame
            ? throw new ArgumentException("Content goes to a panel only when it is approved.", nameof(command))
            : TalkAsync(panel, command, dialogue => dialogue, cancellationToken);

    /// <summary>Has the clocks of all cards that have one read and set. Never waits.</summary>
    public void SetClocks()
    {
        foreach (var (worker, _, _) in _workers.Values)
        {
            worker.Clock.SetSoon();
        }
    }

    /// <summary>Has the clock of a panel's card read, and set as well, by the worker of the panel, when its turn comes.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="set">True to set it.</param>
    /// <param name="within">How long to wait for that.</param>
    /// <param name="cancellationToken">Gives up waiting; it is done all the same.</param>
    /// <returns>Why nothing is known of it; null when it was done or tried.</returns>
    public async Task<string?> TendClockAsync(Panel panel, bool set, TimeSpan within, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(panel);
        if (Rules.Complaint(panel) is { } complaint)
        {
            return complaint;
        }

        if (!Rules.Speaks(panel).Profile.Capabilities.Clock)
        {
            return Words.CardHasNoClock.With(panel.ProfileId);
        }

        if (pace.Wall() is null)
        {
            return Words.CardClockUntrusted;
        }

        if (blanks.Covers(panel.Id))
        {
            return Words.CardClockBlanked;
        }

        if (!_workers.TryGetValue(panel.Id, out var worker) || worker.Task.IsCompleted)
        {
            return Words.CardClockUnreached;
        }

        try
        {
            await worker.Worker.Clock.AskAsync(set).WaitAsync(within, pace.LineTime, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            return Words.CardClockLate.With(within.TotalSeconds);
        }
    }

    /// <summary>Stores an approved page in the flash of a panel's card. Ends early when the panel is blanked. Afterwards the worker sends its show anew.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="page">The page.</param>
    /// <param name="removes">The stored programmes that may be removed for it.</param>
    /// <param name="cancellationToken">Gives up; the flash may be left with half a programme.</param>
    public Task<DialogueStep.Done> StoreAsync(Panel panel, Approved<Show> page, IReadOnlyList<string> removes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        return WriteFlashAsync(panel, new PanelCommand.StoreShow(page.Value, removes), cancellationToken);
    }

    /// <summary>Removes stored programmes from the flash of a panel's card.</summary>
    public Task<DialogueStep.Done> ClearAsync(Panel panel, IReadOnlyList<string> removes, CancellationToken cancellationToken) =>
        WriteFlashAsync(panel, new PanelCommand.ClearStored(removes), cancellationToken);

    private async Task<DialogueStep.Done> WriteFlashAsync(Panel panel, PanelCommand command, CancellationToken cancellationToken)
    {
        record.Storing(panel);
        try
        {
            return await TalkAsync(panel, command, dialogue => new UnlessBlanked(dialogue, () => blanks.Covers(panel.Id)), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (_workers.TryGetValue(panel.Id, out var worker))
            {
                worker.Worker.Doubt();
            }
        }
    }

    private async Task<DialogueStep.Done> TalkAsync(
        Panel panel, PanelCommand command, Func<IPanelDialogue, IPanelDialogue> guard, CancellationToken cancellationToken)
    {
        if (Rules.Complaint(panel) is { } complaint)
        {
            return new DialogueStep.Done(PanelOutcome.Unsupported, Detail: complaint);
        }

        var (profile, adapter) = Rules.Speaks(panel);

        // A question that hangs on a line keeps the line's workers waiting, so it has a heartbeat too; a step that writes flash is waited for longest.
        using var dialogue = new PulsedDialogue(guard(adapter.Begin(command, profile, panel.Face)), _asking, PanelPost.LongestStepOf(panel, profile) + FlashStep);
        var endpoint = command is PanelCommand.Blank or PanelCommand.ShowFrame ? PanelRules.ContentEndpoint(panel) : PanelRules.CommandEndpoint(panel, profile);
        var (address, line, heldBy) = (PanelAddress.Of(endpoint), Known(endpoint), "");
        using var held = line is null ? EndpointLock.TryTake(wires.RuntimeFolder, address.Line, Holder, out heldBy) : null;

        // The worker of a panel that was enrolled just now may have opened its line in between.
        if ((line ?? (held is null ? Known(endpoint) : null)) is { } known)
        {
            return await known.AskAsync(dialogue, cancellationToken).ConfigureAwait(false);
        }

        if (held is null)
        {
            return new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: Words.EndpointHeld.With(panel.Id, heldBy));
        }

        var fresh = new PanelLine(address.Line, wires.Transports.Find(address.Line.Scheme, profile)!, new DialoguePump(pace.LineTime));
        await using (fresh.ConfigureAwait(false))
        {
            return await fresh.AskAsync(dialogue, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Hands a show and its brightness to the worker of a panel, starting one when there is none yet.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="show">The show.</param>
    /// <param name="brightnessPercent">1 to 100, darkness is a blank's affair; null leaves the brightness of the card alone. Without effect where the card model takes none.</param>
    /// <param name="timer">When the card is to darken the panel by itself; null leaves its timer alone. Without effect where the card model has none.</param>
    /// <returns>Why the panel cannot be reached; null when the show is on its way.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The brightness is none.</exception>
    public string? Post(Panel panel, Approved<Show> show, int? brightnessPercent, CardTimer? timer = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(show);
        if (brightnessPercent is < 1 or > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(brightnessPercent), brightnessPercent, message: null);
        }

        var holds = new PanelHolding(show.Value.Digest, brightnessPercent, timer);
        if (!_workers.TryGetValue(panel.Id, out var worker) || worker.Task.IsCompleted)
        {
            if (Rules.Complaint(panel) is { } complaint)
            {
                return complaint;
            }

            var (profile, adapter) = Rules.Speaks(panel);
            if (Line(PanelRules.ContentEndpoint(panel), profile, adapter, out var heldBy) is not { } content
                || Line(PanelRules.CommandEndpoint(panel, profile), profile, adapter, out heldBy) is not { } commands)
            {
                return Words.EndpointHeld.With(panel.Id, heldBy);
            }

            var post = new PanelPost(panel, profile, adapter, new PanelLines(commands, content), new PanelPulses(panel.Id, pace.Pulses)) { Wall = pace.Wall };
            var fresh = new PanelWorker(post, record, blanks, _pause, pace.LineTime);
            worker = (fresh, WorkAsync(fresh, post), holds);
        }

        _workers[panel.Id] = worker with { Holds = holds };
        worker.Worker.Mailbox.Post(new PanelOrder(show, brightnessPercent) { Timer = timer });
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

    /// <summary>Whatever ends a worker is written down, and its heartbeats end with it: a fresh one brings its own.</summary>
    private async Task WorkAsync(PanelWorker worker, PanelPost post)
    {
        using var pulses = post.Pulses;
        try
        {
            await worker.RunAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (!_stop.IsCancellationRequested)
        {
            record.Broken(post.Panel, failure);
            throw;
        }
    }

    private static string Holder => Words.HolderSite.With(Environment.ProcessId);

    private PanelLine? Line(Uri endpoint, DeviceProfile profile, IPanelAdapter adapter, out string heldBy)
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

            var transport = new WireLog(wires.Transports.Find(address.Line.Scheme, profile)!, adapter, pace.LineTime, wires.Wire);
            var line = new PanelLine(address.Line, transport, new DialoguePump(pace.LineTime));
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
}
