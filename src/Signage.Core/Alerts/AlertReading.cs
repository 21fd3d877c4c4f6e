namespace Signage.Core.Alerts;

/// <summary>What a document turned out to be.</summary>
public enum AlertDocument
{
    /// <summary>It holds at least one message that can be used.</summary>
    Messages,

    /// <summary>It can be read, but holds no message that can be used: a feed of links, a feed without entries, messages that were refused, something else.</summary>
    NoMessage,

    /// <summary>It cannot be read: no XML, too large, too deep, a document type.</summary>
    Unreadable,
}

/// <summary>What was read of a document.</summary>
/// <param name="Document">What it turned out to be.</param>
/// <param name="Messages">The messages that can be used, in document order.</param>
/// <param name="Remarks">What there is to say of it, by line.</param>
/// <param name="Links">Entries of a feed that hold no message but say where one is.</param>
public sealed record AlertReading(
    AlertDocument Document, IReadOnlyList<AlertMessage> Messages, IReadOnlyList<AlertRemark> Remarks, IReadOnlyList<AlertLink> Links);

/// <summary>Something to say of a document.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Refuses">True when a message, or the document, was turned away for it; false for a note.</param>
/// <param name="Text">One line for a person, the line number in it.</param>
public sealed record AlertRemark(int Line, bool Refuses, string Text);

/// <summary>An entry of a feed that only links to its message.</summary>
/// <param name="Line">The line of the entry, from 1.</param>
/// <param name="Address">Where the message is; http or https.</param>
public sealed record AlertLink(int Line, Uri Address);
