using System.Threading.Channels;
using Signage.Protocols.Dialogues;

namespace Signage.Transports.Links;

/// <summary>A link whose messages have bounds: datagrams, topics, or requests and their replies.</summary>
public interface IMessageLink : IPanelLink
{
    /// <summary>The shape; never <see cref="LinkShape.Stream"/>.</summary>
    LinkShape Shape { get; }

    /// <summary>What came in, bounded: of what nobody reads the oldest is dropped. Completed when the far side is gone.</summary>
    ChannelReader<WireAnswer> Input { get; }

    /// <summary>
    /// Sends one message; returns when the medium has taken it. An exchange link returns at once and drops an older request that has no reply yet, so that an
    /// urgent one never waits for a slow upload: the time for an answer includes connecting and the body, and whoever asks allows for its size.
    /// </summary>
    /// <param name="message">Of the kind that belongs to <see cref="Shape"/>; the pump has made sure.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LinkException">The link is gone or the medium did not take it in time; do not use it again.</exception>
    ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken);
}
