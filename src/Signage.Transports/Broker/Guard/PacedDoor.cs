using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Signage.Transports.Broker.Guard;

/// <summary>
/// Opens the door only so often, whoever knocks. A connection that is opened only to be refused still costs the others their time, and turning it away
/// faster only brings it back sooner; those that have not been opened wait in the system's own queue, where they cost nothing.
/// </summary>
/// <param name="inner">Listens.</param>
/// <param name="limits">How often the door may open.</param>
/// <param name="time">Counts waits: line time.</param>
internal sealed class PacedDoor(IConnectionListenerFactory inner, BrokerLimits limits, TimeProvider time) : IConnectionListenerFactory
{
    /// <inheritdoc/>
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await inner.BindAsync(endpoint, cancellationToken).ConfigureAwait(false), new TokenBucket(limits.AcceptBurst, limits.AcceptsPerSecond, time), time);

    private sealed class Listener(IConnectionListener inner, TokenBucket pace, TimeProvider time) : IConnectionListener
    {
        // Shorter waits than this cost more than they keep apart.
        private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);

        private readonly CancellationTokenSource _closing = new();

        public EndPoint EndPoint => inner.EndPoint;

        /// <summary>Waits for the next connection. The web server asks for one after the other.</summary>
        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            var pause = pace.Charge(1);
            if (pause > TimeSpan.Zero)
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
                await Task.Delay(pause < ShortestPause ? ShortestPause : pause, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }

            return await inner.AcceptAsync(cancellationToken).ConfigureAwait(false);
        }

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await _closing.CancelAsync().ConfigureAwait(false);
            await inner.UnbindAsync(cancellationToken).ConfigureAwait(false);
        }

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync().ConfigureAwait(false);
            _closing.Dispose();
        }
    }
}
