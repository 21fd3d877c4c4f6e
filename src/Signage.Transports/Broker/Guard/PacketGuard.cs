using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

namespace Signage.Transports.Broker.Guard;

/// <summary>Stands between the web server and the broker's library: counts connections, puts each under guard, and walks round looking at deadlines.</summary>
internal sealed class PacketGuard(BrokerLimits limits, ConnectionGate gate, RefusalTally tally, TimeProvider time) : BackgroundService
{
    // Each may have said as much as the web server reads ahead, so these together hold 2 MiB at most.
    private const int MostLingering = 128;

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<EndPoint, GuardedConnection> _live = new();
    private int _lingering;

    /// <summary>The counters of this moment.</summary>
    public BrokerCounters Counters
    {
        get
        {
            var (open, strangers) = gate.Count;
            return tally.Snapshot(open, strangers);
        }
    }

    /// <summary>The connection from an address and port; null when it is gone.</summary>
    public GuardedConnection? Find(EndPoint? remote) => remote is null ? null : _live.GetValueOrDefault(remote);

    /// <summary>Carries one connection from door to door.</summary>
    /// <param name="connection">The connection of the web server.</param>
    /// <param name="next">The library.</param>
    public async Task GuardAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var remote = connection.RemoteEndPoint;
        if (gate.Enter(remote) is { } refusal)
        {
            tally.Add(refusal);
            if (refusal == BrokerRefusal.TooManyAttempts)
            {
                await LingerAsync(connection).ConfigureAwait(false);
            }

            connection.Abort(GuardedConnection.Gone(refusal));
            return;
        }

        var wasLetIn = false;
        var transport = connection.Transport;
        using var guarded = new GuardedConnection(connection, limits, tally, time, LetIn);
        try
        {
            if (remote is not null)
            {
                _live[remote] = guarded;
            }

            connection.Transport = guarded;
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            connection.Transport = transport;
            if (remote is not null)
            {
                _live.TryRemove(KeyValuePair.Create(remote, guarded));
            }

            gate.Leave(remote, wasLetIn, guarded.Account);
        }

        void LetIn()
        {
            wasLetIn = true;
            gate.LetIn();
        }
    }

    /// <summary>
    /// Closes later on who comes too often: he would be back at once, and opening and closing costs the others more than letting him wait. Only so
    /// many wait; whoever has more sockets than that is closed at once.
    /// </summary>
    private async ValueTask LingerAsync(ConnectionContext connection)
    {
        if (Interlocked.Increment(ref _lingering) <= MostLingering)
        {
            await Task.Delay(Linger, time, connection.ConnectionClosed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Interlocked.Decrement(ref _lingering);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            var now = time.GetTimestamp();
            foreach (var (_, guarded) in _live)
            {
                guarded.Check(now);
            }

            gate.Forget();
        }
    }
}
