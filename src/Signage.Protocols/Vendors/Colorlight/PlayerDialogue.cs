using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>
/// Carries a script over an exchange link. Every request of ours may be made twice without harm (the same programme has the same name), so silence is
/// met by asking again.
/// <code>
///   asked ──200──► next request, or the end of the script
///     │ ├──200, but not yet what is waited for──► silence for the rest of the pause ──► asked again, at most MostLooks times
///     │ ├──401──► Rejected: a name and a password are needed
///     │ ├──another status──► Busy or Rejected with the status; or the script goes on where a refusal is an answer too
///     │ └──silence, attempts left──► asked again
///     └────silence──► NoAnswer
/// </code>
/// </summary>
/// <param name="script">Leads the conversation.</param>
/// <param name="timing">How long and how often.</param>
internal sealed class PlayerDialogue(Func<PlayerTalk, IEnumerable<PlayerAsk>> script, ProfileTiming timing) : IPanelDialogue
{
    /// <summary>
    /// A player needs some seconds to fall asleep and to load a programme (test scripts of others wait for three), so it is looked at every other second,
    /// so many times.
    /// </summary>
    public const int MostLooks = 5;

    private const int Unauthorized = 401;

    // Taking in a programme means writing it: a slow card and a slow radio link at a hundred kilobytes a second.
    private const int BytesAMillisecond = 100;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    // What may be otherwise the next time: time-outs, too many requests, and all that a server blames itself for.
    private static readonly int[] Passing = [408, 425, 429, 500, 502, 503, 504, 507];

    private readonly PlayerTalk _talk = new();
    private IEnumerator<PlayerAsk>? _asks;
    private int _asked;

    /// <inheritdoc />
    public DialogueStep Start(LineHistory history)
    {
        // A reply belongs to the last request of its link, so nothing late can be taken for ours.
        _asks = script(_talk).GetEnumerator();
        return Next();
    }

    /// <inheritdoc />
    public DialogueStep OnAnswer(WireAnswer answer)
    {
        if (answer is not WireAnswer.Reply reply)
        {
            return DialogueStep.KeepListening.Instance;
        }

        var ask = _asks!.Current;
        if (reply.Status == Unauthorized)
        {
            return new DialogueStep.Done(PanelOutcome.Rejected, Detail: CardWords.PasswordNeeded);
        }

        if (reply.Status != PlayerTalk.Success && !ask.MayBeRefused)
        {
            return new DialogueStep.Done(
                Passing.Contains(reply.Status) ? PanelOutcome.Busy : PanelOutcome.Rejected, Detail: CardWords.Refused.With(ask.Request.Method, ask.Request.Path, reply.Status));
        }

        ask.Reply = reply;
        return ask.Holds || !ask.Succeeded || _asked >= MostLooks ? Next() : DialogueStep.KeepListening.Instance;
    }

    /// <inheritdoc />
    public DialogueStep OnSilence()
    {
        var ask = _asks!.Current;
        if (_asked < (ask.Until is null ? timing.Attempts : MostLooks))
        {
            return Ask();
        }

        // It answered, only never what was waited for: the script says what that means.
        return ask.Reply is not null ? Next() : new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: CardWords.Silent.With(_asked), LinkSpoiled: true);
    }

    private DialogueStep Next()
    {
        if (!_talk.IsOver && _asks!.MoveNext())
        {
            _asked = 0;
            return Ask();
        }

        return _talk.Ended ?? throw new InvalidOperationException("A script ended without an outcome.");
    }

    private DialogueStep.Send Ask()
    {
        _asked++;
        var ask = _asks!.Current;
        var patience = ask.Until is null
            ? TimeSpan.FromMilliseconds(timing.AnswerMilliseconds + (ask.Request.Length / BytesAMillisecond))
            : LookEvery;
        return new DialogueStep.Send(ask.Request, patience);
    }
}
