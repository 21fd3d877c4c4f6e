using System.Threading.Channels;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Tests.Streaming;

/// <summary>A link that keeps the datagrams that were sent over it. A picture of this test is one datagram.</summary>
internal sealed class StreamLink : IMessageLink
{
    private readonly Channel<byte[]> _sent = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<WireAnswer> _heard = Channel.CreateUnbounded<WireAnswer>();

    public LinkShape Shape => LinkShape.Datagram;

    public ChannelReader<WireAnswer> Input => _heard.Reader;

    public bool IsBroken { get; set; }

    /// <summary>What was sent and not yet taken.</summary>
    public int Waiting => _sent.Reader.Count;

    public ValueTask<byte[]> NextAsync(CancellationToken cancellationToken) => _sent.Reader.ReadAsync(cancellationToken);

    public ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken)
    {
        if (IsBroken)
        {
            throw new LinkException("the cable is out");
        }

        foreach (var packet in ((WireMessage.Datagrams)message).Packets)
        {
            _sent.Writer.TryWrite(packet.ToArray());
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>Hands out the one link.</summary>
internal sealed class StreamTransport(StreamLink link) : IPanelTransport
{
    public string Scheme => "udp";

    public IEnumerable<string> Validate(Uri endpoint) => [];

    public ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken) => ValueTask.FromResult<IPanelLink>(link);
}
