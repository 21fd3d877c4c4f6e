using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>
/// Tells a card what it has to do besides its content to be lit as it should: to switch on, to show what is streamed, and how bright to be. It is dimmed before a show leaves and brightened
/// only after it. Nothing of this leaves while a blank holds, but what makes the darkness seen. Used by one worker.
/// </summary>
/// <param name="post">The panel and how it is reached.</param>
/// <param name="record">Writes down outcomes.</param>
/// <param name="exchange">Carries what is said.</param>
/// <param name="pause">How long to wait after what did not help.</param>
/// <param name="darken">Darkens the panel when somebody presses meanwhile.</param>
internal sealed class PanelLighting(PanelPost post, PanelRecord record, PanelExchange exchange, RetryPause pause, Func<CancellationToken, Task<PanelOutcome>> darken)
{
    private readonly Relighting _relighting = new(post.Profile.Capabilities);
    private readonly BrightnessHold _hold = new(post.Profile.Brightness, post.Profile.Capabilities.Brightness, pause);
    private PanelReading? _heard;

    /// <summary>Takes the percentage that is wanted, 1 to 100; null leaves the card alone from now on.</summary>
    public void Want(int? percent)
    {
        _hold.Want(percent);
        if (percent is null)
        {
            record.BrightnessLeft(post.Panel);
        }
    }

    /// <summary>The card said something of itself.</summary>
    public void Heard(PanelReading? reading, TimeSpan now)
    {
        _relighting.Heard(reading);
        _hold.Heard(reading?.BrightnessPercent, now);
        _heard = reading?.BrightnessPercent is null ? _heard : reading;
    }

    /// <summary>The card was lost.</summary>
    public void Lost() => _hold.Lost();

    /// <summary>What a card needs that shows what it should: to be told its brightness now, or nothing for so long.</summary>
    /// <param name="wait">How long nothing else is needed; null for as long as nobody says anything new.</param>
    /// <param name="now">The moment.</param>
    public (PanelNeed Need, TimeSpan? Wait) Next(TimeSpan? wait, TimeSpan now) => _hold.DueIn(now) switch
    {
        null => (PanelNeed.Nothing, wait),
        { } due when due == TimeSpan.Zero => (PanelNeed.Dim, null),
        { } due => (PanelNeed.Nothing, wait < due ? wait : due),
    };

    /// <summary>True when a show may not leave before the card was dimmed.</summary>
    public bool MustDimFirst => _hold.MustDimFirst;

    /// <summary>Dims the card where it may be brighter than the show that leaves next. A card that does not take it is sent the show all the same.</summary>
    /// <param name="again">True when the card was sent this show before.</param>
    /// <param name="now">Tells the moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How the darkening ended; null when nobody pressed meanwhile.</returns>
    public async Task<PanelOutcome?> BeforeShowAsync(bool again, Func<TimeSpan> now, CancellationToken cancellationToken)
    {
        _hold.Sending(again);
        return _hold.MustDimFirst ? await HoldAsync(now, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Switches a card on that reported to be dark, and brightens it. What comes of it the next report tells.</summary>
    /// <param name="isDark">True for a show that lights nothing.</param>
    /// <param name="now">Tells the moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How the darkening ended; null when nobody pressed meanwhile.</returns>
    public async Task<PanelOutcome?> AfterShowAsync(bool isDark, Func<TimeSpan> now, CancellationToken cancellationToken)
    {
        foreach (var command in _relighting.AfterShow(_hold.IsHeld, isDark))
        {
            var (_, darkened) = await TellAsync(command, cancellationToken).ConfigureAwait(false);
            if (darkened is { } dark)
            {
                return dark;
            }
        }

        return _hold.AfterShow(_heard?.BrightnessPercent == 0) is null ? null : await HoldAsync(now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a card has to be told after darkness was sent: a stream that it hides is darkness that nobody sees.</summary>
    public async Task AfterDarknessAsync(bool isBlanked, CancellationToken cancellationToken)
    {
        foreach (var command in _relighting.AfterDarkness)
        {
            await exchange.UnlessPressedAsync(Begin(command), post.Lines.Commands, isBlanked, darken, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tells the card how bright to be.</summary>
    /// <returns>How the darkening ended; null when nobody pressed meanwhile.</returns>
    public async Task<PanelOutcome?> HoldAsync(Func<TimeSpan> now, CancellationToken cancellationToken)
    {
        if (_hold.Command is not { } command)
        {
            return null;
        }

        var (done, darkened) = await TellAsync(command, cancellationToken).ConfigureAwait(false);
        if (!done.MadeWay && darkened is null)
        {
            _hold.Told(command, done.Outcome, now());
            record.Count(PanelNeed.Dim, done.Outcome);
            record.Dimmed(post.Panel, command.Percent, done);
        }

        return darkened;
    }

    private Task<(DialogueStep.Done Done, PanelOutcome? Darkened)> TellAsync(PanelCommand command, CancellationToken cancellationToken) =>
        exchange.UnlessPressedAsync(new UnlessBlanked(Begin(command), () => exchange.IsCovered), post.Lines.Commands, isBlanked: false, darken, cancellationToken);

    private IPanelDialogue Begin(PanelCommand command) => post.Adapter.Begin(command, post.Profile, post.Panel.Face);
}
