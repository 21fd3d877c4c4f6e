using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Signage.Protocols.Dialogues;

namespace Signage.Transports.Decorators;

/// <summary>What comes in on a link, as a decorator hands it on: some for each, none at times. Read by one task.</summary>
/// <param name="inner">The link inside.</param>
/// <param name="hand">What is handed on for one message.</param>
internal sealed class DrawnAnswers(ChannelReader<WireAnswer> inner, Func<WireAnswer, IReadOnlyList<WireAnswer>> hand) : ChannelReader<WireAnswer>
{
    private readonly Queue<WireAnswer> _ready = new();

    public override Task Completion => inner.Completion;

    public override bool TryRead([MaybeNullWhen(false)] out WireAnswer item)
    {
        while (!_ready.TryDequeue(out item))
        {
            if (!inner.TryRead(out var came))
            {
                return false;
            }

            foreach (var handed in hand(came))
            {
                _ready.Enqueue(handed);
            }
        }

        return true;
    }

    // It may say yes when everything that came is swallowed; who reads then waits again.
    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) =>
        _ready.Count > 0 ? ValueTask.FromResult(true) : inner.WaitToReadAsync(cancellationToken);
}
