namespace Signage.Transports.Links;

/// <summary>
/// One open link to one or more cards: <see cref="IByteLink"/> where bytes flow, <see cref="IMessageLink"/> where messages have bounds. Used by one
/// dialogue at a time. Owned, and disposed, by the <c>PanelLine</c> that opened it. A link that failed once is never used again.
/// </summary>
public interface IPanelLink : IAsyncDisposable
{
    /// <summary>Why nothing comes in any more: one line for a person that names the endpoint and what to do. Means nothing before.</summary>
    string WhyClosed => Words.LinkClosed;

    /// <summary>
    /// What a network said of the last message, where that ended the link: one line for a person. Null while the link is open, and when it ended in another
    /// way. Where nothing is ever acknowledged nobody else can tell it, so whoever finds the link ended tells it before opening a fresh one.
    /// </summary>
    string? Refusal => null;
}
