using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>One request of a conversation and what came of it.</summary>
/// <param name="request">What is asked.</param>
internal sealed class PlayerAsk(WireMessage.Request request)
{
    /// <summary>What is asked.</summary>
    public WireMessage.Request Request => request;

    /// <summary>True when a refusal is an answer like any other; a request for a password never is.</summary>
    public bool MayBeRefused { get; init; }

    /// <summary>Asked again and again, with a pause, until this holds or patience is over; null to ask once.</summary>
    public Func<ReadOnlyMemory<byte>, bool>? Until { get; init; }

    /// <summary>The last reply, refusals included where they are allowed.</summary>
    public WireAnswer.Reply? Reply { get; set; }

    /// <summary>True when the player did what was asked.</summary>
    public bool Succeeded => Reply is { Status: PlayerTalk.Success };

    /// <summary>The body of the reply; empty where there is none or it is a refusal.</summary>
    public ReadOnlyMemory<byte> Body => Succeeded ? Reply!.Body : ReadOnlyMemory<byte>.Empty;

    /// <summary>What was waited for has come.</summary>
    public bool Holds => Until is null || (Succeeded && Until(Reply!.Body));
}

/// <summary>A conversation that a script leads: it makes requests one after the other and ends with an outcome.</summary>
internal sealed class PlayerTalk
{
    /// <summary>The one status that means yes.</summary>
    public const int Success = 200;

    /// <summary>How it ended; null while it goes on.</summary>
    public DialogueStep.Done? Ended { get; private set; }

    /// <summary>True once there is an outcome: the script makes no further requests.</summary>
    public bool IsOver => Ended is not null;

    /// <summary>Ends it; the first outcome stands.</summary>
    public void End(PanelOutcome outcome, PanelReading? reading = null, string? detail = null) => Ended ??= new DialogueStep.Done(outcome, reading, detail);
}
