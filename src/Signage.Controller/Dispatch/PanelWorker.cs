using Signage.Core.Panels;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Transports.Pumping;

namespace Signage.Controller.Dispatch;

/// <summary>What a worker talks to.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Profile">Its card model.</param>
/// <param name="Adapter">The protocol of the model.</param>
/// <param name="Line">The line, which panels with the same endpoint share.</param>
public sealed record PanelPost(Panel Panel, DeviceProfile Profile, IPanelAdapter Adapter, PanelLine Line);

/// <summary>
/// Brings approved shows to one panel and writes down what came of it. Accepts nothing but <see cref="Approved{T}"/>. A silent card is asked
/// again after a growing pause; a newer show ends every pause at once.
/// </summary>
/// <param name="post">The panel and how it is reached.</param>
/// <param name="board">Where outcomes are written.</param>
/// <param name="pause">How long to wait between tries.</param>
/// <param name="lineTime">The real clock of waiting.</param>
/// <param name="siteTime">Stamps what was seen.</param>
public sealed class PanelWorker(PanelPost post, PanelBoard board, RetryPause pause, TimeProvider lineTime, TimeProvider siteTime)
{
    /// <summary>Where the reconciler puts shows.</summary>
    public PanelMailbox Mailbox { get; } = new();

    /// <summary>Works until told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var show = await Mailbox.TakeAsync(cancellationToken).ConfigureAwait(false);
        var failures = 0;
        while (true)
        {
            (var outcome, show) = await SendAsync(show, cancellationToken).ConfigureAwait(false);
            failures = outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified ? 0 : failures + 1;
            var newer = await Mailbox.TakeNewerAsync(Pause(outcome, failures), lineTime, cancellationToken).ConfigureAwait(false);
            if (newer is not null)
            {
                (show, failures) = (newer, 0);
            }
        }
    }

    /// <summary>Sends a show, or a newer one that came while the line was taken.</summary>
    private async Task<(PanelOutcome Outcome, Approved<Show> Show)> SendAsync(Approved<Show> show, CancellationToken cancellationToken)
    {
        var newest = show;
        var dialogue = new NewestShow(
            () => (newest = Mailbox.TryTake() ?? show).Value,
            chosen => post.Adapter.Begin(new PanelCommand.LoadPages(chosen), post.Profile, post.Panel.Face));
        var done = await post.Line.AskAsync(dialogue, cancellationToken).ConfigureAwait(false);
        if (done.Outcome is PanelOutcome.Unsupported or PanelOutcome.Rejected)
        {
            // What cannot be shown must not leave yesterday's words on the glass.
            var blank = post.Adapter.Begin(new PanelCommand.Blank(), post.Profile, post.Panel.Face);
            await post.Line.AskAsync(blank, cancellationToken).ConfigureAwait(false);
        }

        board.Change(post.Panel, state => After(state, newest.Value, done));
        return (done.Outcome, newest);
    }

    private PanelState After(PanelState state, Show show, DialogueStep.Done done)
    {
        var truth = done.Outcome switch
        {
            PanelOutcome.Accepted => state.Truth with { Sent = show.Digest, Seen = new Seen(Evidence.Acknowledged, null, siteTime.GetUtcNow()) },
            PanelOutcome.SentUnverified => state.Truth with { Sent = show.Digest, Seen = Seen.Nothing },

            // A busy card still shows what it took before; one that was blanked or is silent shows nothing that we could name.
            PanelOutcome.Busy => state.Truth,
            _ => state.Truth with { Sent = null, Seen = Seen.Nothing },
        };

        // What a card said to an older show says nothing about the one that is desired by now.
        return state.Truth.Desired == show.Digest
            ? state with { Truth = truth, Outcome = done.Outcome, Trouble = Trouble(done) }
            : state with { Truth = truth };
    }

    private static string? Trouble(DialogueStep.Done done) =>
        done.Outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified ? null : done.Detail ?? done.Outcome.ToString();

    private TimeSpan? Pause(PanelOutcome outcome, int failures) => outcome switch
    {
        PanelOutcome.Accepted or PanelOutcome.SentUnverified =>
            post.Profile.Timing.RefreshSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        PanelOutcome.Rejected or PanelOutcome.Unsupported => RetryPause.AfterRefusal,
        _ => pause.After(failures),
    };
}
