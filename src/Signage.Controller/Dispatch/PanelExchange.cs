using Signage.Controller.Blanking;
using Signage.Controller.Dispatch.Delivery;
using Signage.Protocols.Dialogues;
using Signage.Transports.Pumping;

namespace Signage.Controller.Dispatch;

/// <summary>
/// Carries conversations over the lines of one panel, so that darkness never waits for them: an ordinary one makes way, wherever it stands, as soon as somebody presses. Used by one worker.
/// </summary>
/// <param name="post">The panel and how it is reached.</param>
/// <param name="blanks">Says whether the panel must be dark.</param>
internal sealed class PanelExchange(PanelPost post, IBlankSwitch blanks)
{
    private bool _triedForPress;

    /// <summary>True while the panel must be dark.</summary>
    public bool IsCovered => blanks.Covers(post.Panel.Id);

    /// <summary>Runs an ordinary exchange. A blank that is pressed meanwhile does not wait for it: the exchange makes way, also while it stands in the queue.</summary>
    /// <param name="dialogue">What is said.</param>
    /// <param name="line">Over which line.</param>
    /// <param name="isBlanked">True when the panel was darkened already: then it is asked after in peace.</param>
    /// <param name="darken">Darkens the panel.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How the exchange ended, and how the darkening did; null when nobody pressed.</returns>
    public async Task<(DialogueStep.Done Done, PanelOutcome? Darkened)> UnlessPressedAsync(
        IPanelDialogue dialogue, PanelLine line, bool isBlanked, Func<CancellationToken, Task<PanelOutcome>> darken, CancellationToken cancellationToken)
    {
        var pressed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = isBlanked ? null : blanks.OnChange(() => PressIfCovered(pressed));
        if (listening is not null)
        {
            PressIfCovered(pressed);
        }

        var asking = AskAsync(dialogue, line, Urgency.Ordinary, cancellationToken);
        PanelOutcome? darkened = await Task.WhenAny(asking, pressed.Task).ConfigureAwait(false) == asking
            ? null
            : await darken(cancellationToken).ConfigureAwait(false);
        return (await asking.ConfigureAwait(false), darkened);
    }

    /// <summary>Darkens the panel: at once when somebody pressed, otherwise in its turn on the line.</summary>
    public Task<DialogueStep.Done> DarkenAsync(IPanelDelivery delivery, CancellationToken cancellationToken) =>
        IsCovered ? DarkenAtOnceAsync(delivery, cancellationToken) : DarkenInTurnAsync(delivery, cancellationToken);

    /// <summary>Runs a piece of work that is given up as soon as somebody presses.</summary>
    /// <returns>What came of it; null when somebody pressed.</returns>
    public async Task<T?> WhileUncoveredAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        // Not disposed by itself: a person who presses at the end of the work may still reach it. It holds nothing but memory.
        var pressed = new CancellationTokenSource();
        using var ending = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), pressed);
        using var listening = blanks.OnChange(() => CancelIfCovered(pressed));
        CancelIfCovered(pressed);
        try
        {
            return await work(pressed.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>
    /// It failed before anything was asked, so nothing else keeps it from failing again at once. A person who presses meanwhile is heard all the same: what
    /// failed may work by now.
    /// </summary>
    /// <param name="isBlanked">True when the panel was darkened already.</param>
    /// <param name="lineTime">The clock of waiting.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RestAsync(bool isBlanked, TimeProvider lineTime, CancellationToken cancellationToken)
    {
        var pressed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = blanks.OnChange(() => pressed.TrySetResult());
        if (!isBlanked && IsCovered && !_triedForPress)
        {
            // The press came before anybody listened, and may be what woke the worker. It is tried once more, and not again and again.
            _triedForPress = true;
            return;
        }

        _triedForPress = false;
        try
        {
            await pressed.Task.WaitAsync(RetryPause.Longest, lineTime, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Nobody pressed, and the pause is over.
            return;
        }
    }

    /// <summary>A silent card is not asked three times while its neighbours on the line wait to be darkened: the worker asks again, in its turn.</summary>
    private Task<DialogueStep.Done> DarkenAtOnceAsync(IPanelDelivery delivery, CancellationToken cancellationToken) =>
        AskAsync(delivery.Darken(atOnce: true), post.Lines.Content, Urgency.Urgent, cancellationToken);

    /// <summary>Darkness for words that were refused. When a blank is pressed meanwhile, it becomes urgent.</summary>
    private async Task<DialogueStep.Done> DarkenInTurnAsync(IPanelDelivery delivery, CancellationToken cancellationToken)
    {
        var pressed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = blanks.OnChange(() => PressIfCovered(pressed));
        PressIfCovered(pressed);
        var asking = AskAsync(delivery.Darken(atOnce: false), post.Lines.Content, Urgency.Ordinary, cancellationToken);
        if (await Task.WhenAny(asking, pressed.Task).ConfigureAwait(false) == asking)
        {
            return await asking.ConfigureAwait(false);
        }

        var urgent = await DarkenAtOnceAsync(delivery, cancellationToken).ConfigureAwait(false);
        var ordinary = await asking.ConfigureAwait(false);
        return ordinary.Outcome == PanelOutcome.Accepted ? ordinary : urgent;
    }

    private async Task<DialogueStep.Done> AskAsync(IPanelDialogue dialogue, PanelLine line, Urgency urgency, CancellationToken cancellationToken)
    {
        using var pulsed = new PulsedDialogue(dialogue, post.Pulses.Worker, post.LongestStep);
        return await line.AskAsync(pulsed, urgency, cancellationToken).ConfigureAwait(false);
    }

    private void CancelIfCovered(CancellationTokenSource pressed)
    {
        if (IsCovered)
        {
            pressed.Cancel();
        }
    }

    private void PressIfCovered(TaskCompletionSource pressed)
    {
        if (IsCovered)
        {
            pressed.TrySetResult();
        }
    }
}
