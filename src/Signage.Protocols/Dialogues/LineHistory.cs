namespace Signage.Protocols.Dialogues;

/// <summary>What a line knows of the exchanges before this one.</summary>
public enum LineHistory
{
    /// <summary>
    /// An answer to an older question may still come: the link is fresh (another program may have been killed in the middle of an exchange), or the
    /// last exchange was spoiled, cancelled or made way.
    /// </summary>
    Unknown,

    /// <summary>The last exchange on this link, with whichever card, ended with an answer: nothing of it is under way.</summary>
    InStep,
}
