using Signage.Core.Text;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>What came of a conversation, in words for a person, where the card or its link said no more.</summary>
internal static class OutcomeWords
{
    /// <summary>A failure of the program itself.</summary>
    public static string Of(Exception failure) => Words.ProgramFailed.With(failure.GetType().Name, failure.Message.ReplaceLineEndings(" "));

    /// <summary>What a conversation came to: its own detail, else its outcome in words.</summary>
    public static string Of(DialogueStep.Done done) => done.Detail ?? done.Outcome switch
    {
        PanelOutcome.Rejected => Words.OutcomeRejected,
        PanelOutcome.Busy => Words.OutcomeBusy,
        PanelOutcome.NoAnswer => Words.OutcomeNoAnswer,
        PanelOutcome.Garbled => Words.OutcomeGarbled,
        PanelOutcome.Unsupported => Words.OutcomeUnsupported,
        _ => Words.OutcomeUnverified,
    };
}
