using Signage.Core.Text;

namespace Signage.Transports.Broker.Rights;

/// <summary>What may be done with topics.</summary>
public enum TopicUse
{
    /// <summary>Send messages to them.</summary>
    Publish,

    /// <summary>Hear their messages.</summary>
    Subscribe,
}

/// <summary>The right to one kind of use of some topics.</summary>
public sealed record TopicRight
{
    private TopicRight(string pattern, TopicUse use, bool retain)
    {
        if (!TopicText.IsFilter(pattern) || pattern[0] is '$' or '+' or '#')
        {
            throw new ArgumentException(Words.NotARight.With(pattern), nameof(pattern));
        }

        if (retain && TopicText.HasWildcard(pattern))
        {
            // Otherwise one account could have the broker keep any number of messages.
            throw new ArgumentException(Words.RetainOneTopic.With(pattern), nameof(pattern));
        }

        (Pattern, Use, Retain) = (pattern, use, retain);
    }

    /// <summary>The topics, as a topic filter.</summary>
    public string Pattern { get; }

    /// <summary>What may be done.</summary>
    public TopicUse Use { get; }

    /// <summary>True when the broker may be asked to keep a message.</summary>
    public bool Retain { get; }

    /// <summary>The right of the other end: to hear where this one publishes, and the other way round.</summary>
    public TopicRight Opposite => new(Pattern, Use == TopicUse.Publish ? TopicUse.Subscribe : TopicUse.Publish, retain: false);

    /// <summary>The right to send messages.</summary>
    /// <param name="pattern">The topics; the first level is a word.</param>
    /// <param name="retain">True when the broker may be asked to keep one; only for a topic without wildcards.</param>
    public static TopicRight Publish(string pattern, bool retain = false) => new(pattern, TopicUse.Publish, retain);

    /// <summary>The right to hear messages, by this filter or a narrower one.</summary>
    /// <param name="pattern">The topics; the first level is a word.</param>
    public static TopicRight Subscribe(string pattern) => new(pattern, TopicUse.Subscribe, retain: false);

    /// <summary>The right in a line.</summary>
    public override string ToString() => $"{Use} {Pattern}{(Retain ? " (retain)" : "")}";
}
