using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Signage.Transports.Broker.Guard;

/// <summary>
/// One connection under guard: what the broker's library reads from and writes to. Deadlines are only written down here; <see cref="PacketGuard"/>
/// looks at them, so that no packet costs a timer.
/// </summary>
internal sealed class GuardedConnection : IDuplexPipe, IDisposable
{
    private const long Never = long.MaxValue;
    private const int PaceBytes = 4 * 1024;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);

    private readonly ConnectionContext _connection;
    private readonly RefusalTally _tally;
    private readonly TimeProvider _time;
    private readonly Action _letIn;
    private readonly CancellationTokenSource _ending = new();
    private readonly SemaphoreSlim _room;
    private readonly TokenBucket _pace;
    private readonly int _mostUnanswered;
    private readonly Lock _disposing = new();
    private long _readBy;
    private long _writeBy = Never;
    private int _late;
    private int _ended;
    private int _isLetIn;
    private bool _disposed;

    public GuardedConnection(ConnectionContext connection, BrokerLimits limits, RefusalTally tally, TimeProvider time, Action letIn)
    {
        (_connection, Limits, _tally, _time, _letIn) = (connection, limits, tally, time, letIn);
        _mostUnanswered = limits.Unanswered;
        _room = new SemaphoreSlim(_mostUnanswered);
        _pace = new TokenBucket(limits.PacketBurst, limits.PacketsPerSecond, time);
        Input = new GuardedInput(connection.Transport.Input, this);
        Output = new GuardedOutput(connection.Transport.Output, this);
        ReadWithin(limits.ConnectWithin, BrokerRefusal.ConnectTooLate);
    }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    public BrokerLimits Limits { get; }

    /// <summary>Whose connection it is; null before its login was found right.</summary>
    public BrokerAccount? Account { get; set; }

    /// <summary>Cuts the connection. The first reason counts.</summary>
    public void End(BrokerRefusal refusal)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return;
        }

        _tally.Add(refusal);
        _connection.Abort(Gone(refusal));
        lock (_disposing)
        {
            if (!_disposed)
            {
                _ending.Cancel();
            }
        }
    }

    /// <summary>Counts why the library gave up a connection; it is closed already or about to be.</summary>
    public void Ended(BrokerRefusal refusal)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _tally.Add(refusal);
        }
    }

    /// <summary>What a reader gets to see of a cut.</summary>
    public static ConnectionAbortedException Gone(BrokerRefusal refusal) => new($"The connection was cut: {refusal}.");

    /// <summary>Cuts it when a deadline has passed.</summary>
    public void Check(long now)
    {
        if (Volatile.Read(ref _readBy) <= now)
        {
            End((BrokerRefusal)Volatile.Read(ref _late));
        }
        else if (Volatile.Read(ref _writeBy) <= now)
        {
            End(BrokerRefusal.DoesNotRead);
        }
    }

    public void ReadWithin(TimeSpan wait, BrokerRefusal late)
    {
        Volatile.Write(ref _readBy, Never);
        Volatile.Write(ref _late, (int)late);
        Volatile.Write(ref _readBy, After(wait));
    }

    public void ReadAtLeisure() => Volatile.Write(ref _readBy, Never);

    public void WriteInTime() => Volatile.Write(ref _writeBy, After(Limits.WriteWithin));

    public void Written() => Volatile.Write(ref _writeBy, Never);

    /// <summary>Waits until this client may have a packet heard: not more in a time than it may send, and few enough questions without an answer.</summary>
    public ValueTask AdmitAsync(PacketHeader header, CancellationToken cancellationToken)
    {
        var pause = _pace.Charge(1 + (header.TotalBytes / PaceBytes));
        var asks = PacketRules.AsksForAnswer(header);
        return pause == TimeSpan.Zero && (!asks || _room.Wait(0, CancellationToken.None))
            ? ValueTask.CompletedTask
            : AdmitLaterAsync(pause, asks, cancellationToken);
    }

    /// <summary>One question less.</summary>
    public void Answered()
    {
        // Only this connection's one writer answers, so between the look and the release the count can only fall.
        if (_room.CurrentCount < _mostUnanswered)
        {
            _room.Release();
        }
    }

    /// <summary>The broker has accepted who it is.</summary>
    public void LetIn()
    {
        if (Interlocked.Exchange(ref _isLetIn, 1) == 0)
        {
            _tally.AddLetIn();
            _letIn();
        }
    }

    public void Dispose()
    {
        lock (_disposing)
        {
            _disposed = true;
            _ending.Dispose();
        }

        _room.Dispose();
    }

    private async ValueTask AdmitLaterAsync(TimeSpan pause, bool asks, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ending.Token, _connection.ConnectionClosed);
        if (pause > TimeSpan.Zero)
        {
            // Shorter waits than this cost more than they keep apart.
            await Task.Delay(pause < ShortestPause ? ShortestPause : pause, _time, either.Token).ConfigureAwait(false);
        }

        if (asks)
        {
            await _room.WaitAsync(either.Token).ConfigureAwait(false);
        }
    }

    private long After(TimeSpan wait) => _time.GetTimestamp() + (long)(wait.TotalSeconds * _time.TimestampFrequency);
}
