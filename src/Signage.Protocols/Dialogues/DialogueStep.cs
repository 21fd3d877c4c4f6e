namespace Signage.Protocols.Dialogues;

/// <summary>What a dialogue wants next.</summary>
public abstract record DialogueStep
{
    private DialogueStep()
    {
    }

    /// <summary>Send this, then listen. Counted from the moment the last byte can have left the line, silence longer than <paramref name="AnswerWithin"/> is reported.</summary>
    /// <param name="Message">What to send.</param>
    /// <param name="AnswerWithin">How long to wait for a step that ends the listening; zero for a card that never answers, silence is then reported at once.</param>
    public sealed record Send(WireMessage Message, TimeSpan AnswerWithin) : DialogueStep;

    /// <summary>Nothing usable yet; the deadline of the last <see cref="Send"/> goes on running.</summary>
    public sealed record KeepListening : DialogueStep
    {
        /// <summary>The only one.</summary>
        public static KeepListening Instance { get; } = new();
    }

    /// <summary>The conversation is over.</summary>
    /// <param name="Outcome">How it ended.</param>
    /// <param name="Reading">What the card said of itself, when it was asked.</param>
    /// <param name="Detail">One line for a technician: the error in the card's own terms, or what was missing.</param>
    /// <param name="LinkSpoiled">
    /// True when an answer may still come: the next dialogue is told <see cref="LineHistory.Unknown"/>, and the line opens a fresh link for it.
    /// </param>
    /// <param name="MadeWay">
    /// The exchange was ended for another one, which the pump does for what is urgent, and whoever chose what to send for what is newer. It says nothing of the card; ask again. The link is good and stays open.
    /// </param>
    public sealed record Done(
        PanelOutcome Outcome, PanelReading? Reading = null, string? Detail = null, bool LinkSpoiled = false, bool MadeWay = false) : DialogueStep;
}
