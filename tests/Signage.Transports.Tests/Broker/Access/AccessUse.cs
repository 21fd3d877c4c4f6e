namespace Signage.Transports.Tests.Broker.Access;

/// <summary>What somebody may want of a topic.</summary>
public enum AccessUse
{
    /// <summary>A message that is answered.</summary>
    Publish,

    /// <summary>A message that nobody answers.</summary>
    PublishUnanswered,

    /// <summary>A message that is to be kept.</summary>
    Retain,

    /// <summary>That what is kept is kept no more: a message without content that is to be kept.</summary>
    Erase,

    /// <summary>A message in case of an end without a farewell.</summary>
    Will,

    /// <summary>The same, to be kept.</summary>
    RetainedWill,

    /// <summary>To hear its messages.</summary>
    Subscribe,
}
