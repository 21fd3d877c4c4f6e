namespace Signage.Core.Alerts;

/// <summary>One message from outside, as its sender wrote it: the element <c>alert</c> of CAP 1.2. Immutable.</summary>
public sealed record AlertMessage
{
    /// <summary><c>sender</c>, <c>identifier</c> and <c>sent</c>.</summary>
    public required AlertId Id { get; init; }

    /// <summary><c>status</c>.</summary>
    public required AlertStatus Status { get; init; }

    /// <summary><c>msgType</c>.</summary>
    public required AlertMessageType Type { get; init; }

    /// <summary><c>scope</c>.</summary>
    public required AlertScope Scope { get; init; }

    /// <summary><c>source</c>: the person or device that it comes from; null when it is not told.</summary>
    public string? Source { get; init; }

    /// <summary><c>restriction</c>: whom a restricted message is for; null when it is not told.</summary>
    public string? Restriction { get; init; }

    /// <summary><c>addresses</c>: whom a private message is for.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary><c>code</c>: marks that sender and receivers agreed on.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary><c>note</c>: why an exercise, a cancellation or an error; null when it is not told.</summary>
    public string? Note { get; init; }

    /// <summary><c>references</c>: the messages that this one is about.</summary>
    public IReadOnlyList<AlertId> References { get; init; } = [];

    /// <summary>
    /// Identifiers of messages of the same sender that this one is about, for a form that names them by nothing else (应急广播消息). CAP has none: it names by the whole triple.
    /// </summary>
    public IReadOnlyList<string> ReferencedIdentifiers { get; init; } = [];

    /// <summary><c>incidents</c>: events that it belongs to.</summary>
    public IReadOnlyList<string> Incidents { get; init; } = [];

    /// <summary><c>info</c>: what is told, in document order. Empty for what is never lit: <c>Cancel</c>, <c>Ack</c>, <c>Error</c>.</summary>
    public IReadOnlyList<AlertInfo> Infos { get; init; } = [];

    /// <summary>True when it holds a digital signature. Nobody has checked it.</summary>
    public bool HoldsSignature { get; init; }

    /// <summary>The message as it was read, alone: whoever reads this again gets the same message. It is what to store.</summary>
    public required string Original { get; init; }

    /// <summary>True when it takes the place of others, or takes them back.</summary>
    public bool Acts => Type is AlertMessageType.Update or AlertMessageType.Cancel;

    /// <summary>
    /// True when this message ends another: it updates or cancels it, names it by its triple or by its identifier, has its sender and status, and was not sent before it. An exercise ends no
    /// real warning, and nobody ends the warning of somebody else.
    /// </summary>
    public bool Ends(AlertMessage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Acts && Status == other.Status && Id.Sender == other.Id.Sender && Id.Sent >= other.Id.Sent && Id != other.Id
            && (References.Contains(other.Id) || ReferencedIdentifiers.Contains(other.Id.Identifier));
    }
}
