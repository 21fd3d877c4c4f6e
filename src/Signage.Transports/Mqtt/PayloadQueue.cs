using System.Buffers;
using System.Threading.Channels;

namespace Signage.Transports.Mqtt;

/// <summary>Payloads on their way from the receive handler, which must not wait, to the pipe, which may be full.</summary>
internal sealed class PayloadQueue
{
    private const int MaxPayloads = 64;

    private readonly ByteBudget _bytes = new(MqttSettings.MostBytesWaiting);
    private readonly Channel<byte[]> _payloads = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(MaxPayloads) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private ReadOnlyMemory<byte> _rest;
    private volatile bool _overflowed;

    /// <summary>True when the queue ended because nobody read.</summary>
    public bool Overflowed => _overflowed;

    /// <summary>Takes a payload. One too many ends the queue: a stream with a hole is worth less than none.</summary>
    public void Add(ReadOnlySequence<byte> payload)
    {
        if (!payload.IsEmpty && !(_bytes.TryTake((int)payload.Length) && _payloads.Writer.TryWrite(payload.ToArray())))
        {
            // False when it had ended before, for another reason.
            _overflowed |= _payloads.Writer.TryComplete();
        }
    }

    /// <summary>Nothing comes any more.</summary>
    public void Complete() => _payloads.Writer.TryComplete();

    /// <summary>Waits for bytes; 0 is the end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        while (_rest.IsEmpty)
        {
            if (!await _payloads.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                return 0;
            }

            if (_payloads.Reader.TryRead(out var next))
            {
                _rest = next;
                _bytes.GiveBack(next.Length);
            }
        }

        var count = Math.Min(target.Length, _rest.Length);
        _rest[..count].CopyTo(target);
        _rest = _rest[count..];
        return count;
    }
}
