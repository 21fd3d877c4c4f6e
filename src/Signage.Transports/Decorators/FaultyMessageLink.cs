using System.Threading.Channels;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Noise;
using Signage.Transports.Links;

namespace Signage.Transports.Decorators;

/// <summary>
/// A bad network: loses, doubles, reorders and spoils messages in both directions by chance, the same way for the same seed. The packets of a picture fare
/// each on its own. Owns the link inside.
/// </summary>
public sealed class FaultyMessageLink : IMessageLink
{
    private readonly IMessageLink _link;
    private readonly MessageNoise<ReadOnlyMemory<byte>> _packets;
    private readonly MessageNoise<WireMessage> _sent;
    private readonly MessageNoise<WireAnswer> _received;

    /// <summary>Starts spoiling.</summary>
    /// <param name="link">The good network.</param>
    /// <param name="seed">Any number; both directions draw from it, each on its own.</param>
    /// <param name="rates">How bad it is.</param>
    public FaultyMessageLink(IMessageLink link, int seed, MessageFaultRates rates)
    {
        ArgumentNullException.ThrowIfNull(link);
        _link = link;
        _packets = new MessageNoise<ReadOnlyMemory<byte>>(seed, rates, SpoiledBytes.Of);
        _sent = new MessageNoise<WireMessage>(seed, rates, SpoiledBytes.Of);
        _received = new MessageNoise<WireAnswer>(~seed, rates, SpoiledBytes.Of);
        Input = new DrawnAnswers(link.Input, _received.Pass);
    }

    /// <inheritdoc/>
    public LinkShape Shape => _link.Shape;

    /// <inheritdoc/>
    public ChannelReader<WireAnswer> Input { get; }

    /// <inheritdoc/>
    public string WhyClosed => _link.WhyClosed;

    /// <inheritdoc/>
    public string? Refusal => _link.Refusal;

    /// <inheritdoc/>
    public async ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken)
    {
        foreach (var passed in message is WireMessage.Datagrams datagrams ? Passed(datagrams) : _sent.Pass(message))
        {
            await _link.SendAsync(passed, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _link.DisposeAsync();

    private IReadOnlyList<WireMessage> Passed(WireMessage.Datagrams datagrams)
    {
        ReadOnlyMemory<byte>[] left = [.. datagrams.Packets.SelectMany(_packets.Pass)];
        return left.Length == 0 ? [] : [new WireMessage.Datagrams(left)];
    }
}
