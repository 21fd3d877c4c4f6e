using System.IO.Pipelines;
using Signage.Protocols.Noise;
using Signage.Transports.Links;

namespace Signage.Transports.Decorators;

/// <summary>A bad cable: spoils bytes in both directions by chance, the same way for the same seed. Owns the link inside.</summary>
public sealed class FaultyLink : IByteLink
{
    private readonly IByteLink _link;
    private readonly ByteNoise _sent;
    private readonly ByteNoise _received;
    private readonly InputFeed _feed;
    private int _disposed;

    /// <summary>Starts spoiling.</summary>
    /// <param name="link">The good cable.</param>
    /// <param name="seed">Any number; both directions draw from it, each on its own.</param>
    /// <param name="rates">How bad it is.</param>
    public FaultyLink(IByteLink link, int seed, FaultRates rates)
    {
        _link = link;
        _sent = new ByteNoise(seed, rates);
        _received = new ByteNoise(~seed, rates);
        _feed = new InputFeed(ReadAsync);
    }

    /// <inheritdoc/>
    public PipeReader Input => _feed.Input;

    /// <inheritdoc/>
    public string WhyClosed => _link.WhyClosed;

    /// <inheritdoc/>
    public string? Refusal => _link.Refusal;

    /// <inheritdoc/>
    public ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        var spoiled = new byte[packet.Length * ByteNoise.MaxGrowth];
        var count = _sent.Spoil(packet.Span, spoiled);
        return count == 0 ? ValueTask.CompletedTask : _link.SendAsync(spoiled.AsMemory(0, count), cancellationToken);
    }

    /// <inheritdoc/>
    public TimeSpan LineTime(int bytes) => _link.LineTime(bytes);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _feed.StopAsync().ConfigureAwait(false);
        await _feed.Ended.ConfigureAwait(false);
        _feed.Dispose();
        await _link.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        var clean = new byte[target.Length / ByteNoise.MaxGrowth];
        while (true)
        {
            var count = await PipeBytes.ReadAsync(_link.Input, clean, cancellationToken).ConfigureAwait(false);
            var spoiled = _received.Spoil(clean.AsSpan(0, count), target.Span);

            // Nothing at all is the end of the far side; nothing left is only bad luck.
            if (count == 0 || spoiled > 0)
            {
                return spoiled;
            }
        }
    }
}
