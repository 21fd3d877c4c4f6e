namespace Signage.Protocols.Dialogues;

/// <summary>How a conversation with a card ended.</summary>
public enum PanelOutcome
{
    /// <summary>The card said yes.</summary>
    Accepted,

    /// <summary>The card said no, and why; asking the same again changes nothing.</summary>
    Rejected,

    /// <summary>The card did not take it this time, because it is busy or because noise on the line spoiled the question; asking the same again may help.</summary>
    Busy,

    /// <summary>Nothing that could be an answer came in time.</summary>
    NoAnswer,

    /// <summary>Bytes came, but none of them were an answer.</summary>
    Garbled,

    /// <summary>The content cannot be said in this protocol or to this card; nothing was sent.</summary>
    Unsupported,

    /// <summary>Everything was sent to a card that never answers; nobody can know more.</summary>
    SentUnverified,
}
