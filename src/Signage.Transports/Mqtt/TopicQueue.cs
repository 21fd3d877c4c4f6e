using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Signage.Protocols.Dialogues;

namespace Signage.Transports.Mqtt;

/// <summary>
/// Messages on their way from the receive handler, which must not wait, to a dialogue. Of many small ones that nobody reads the oldest is dropped; more
/// bytes than any card tells of itself end the queue.
/// </summary>
internal sealed class TopicQueue
{
    private const int MaxMessages = 64;

    private readonly ByteBudget _bytes = new(MqttSettings.MostBytesWaiting);
    private readonly Channel<WireAnswer> _heard;
    private volatile bool _overflowed;

    public TopicQueue()
    {
        _heard = Channel.CreateBounded<WireAnswer>(
            new BoundedChannelOptions(MaxMessages) { FullMode = BoundedChannelFullMode.DropOldest },
            dropped => _bytes.GiveBack(SizeOf(dropped)));
        Input = new Counted(_heard.Reader, taken => _bytes.GiveBack(SizeOf(taken)));
    }

    /// <summary>What waits.</summary>
    public ChannelReader<WireAnswer> Input { get; }

    /// <summary>True when the queue ended because of too many bytes.</summary>
    public bool Overflowed => _overflowed;

    /// <summary>Takes a message.</summary>
    public void Add(WireAnswer.Topic message)
    {
        if (!_bytes.TryTake(SizeOf(message)))
        {
            // False when it had ended before, for another reason.
            _overflowed |= _heard.Writer.TryComplete();
        }
        else if (!_heard.Writer.TryWrite(message))
        {
            _bytes.GiveBack(SizeOf(message));
        }
    }

    /// <summary>Nothing comes any more.</summary>
    public void Complete() => _heard.Writer.TryComplete();

    private static int SizeOf(WireAnswer message) => message is WireAnswer.Topic topic ? topic.Payload.Length : 0;

    private sealed class Counted(ChannelReader<WireAnswer> inner, Action<WireAnswer> taken) : ChannelReader<WireAnswer>
    {
        public override Task Completion => inner.Completion;

        public override bool CanCount => true;

        public override int Count => inner.Count;

        public override bool TryRead([MaybeNullWhen(false)] out WireAnswer item)
        {
            if (!inner.TryRead(out item))
            {
                return false;
            }

            taken(item);
            return true;
        }

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => inner.WaitToReadAsync(cancellationToken);
    }
}
