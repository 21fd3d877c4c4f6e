using System.Net.Sockets;

namespace Signage.Controller.Control;

/// <summary>One caller on the line, until it hangs up, is silent for too long, or has to make room. Owns the stream.</summary>
internal sealed class ControlTalk
{
    private readonly CancellationTokenSource _ended;
    private readonly TimeProvider _time;
    private long _heardAt;
    private volatile bool _isServed;

    private ControlTalk(TimeProvider time, CancellationToken stop)
    {
        _time = time;
        _heardAt = time.GetTimestamp();
        _ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
    }

    /// <summary>Ends when the talk is over; never faults.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>True when the talk is over.</summary>
    public bool IsOver => Running.IsCompleted;

    /// <summary>When the caller last said a whole line, on the clock of the line.</summary>
    public long HeardAt => Volatile.Read(ref _heardAt);

    /// <summary>True while the caller waits for an answer: hung up now, it would not know whether it got what it asked for.</summary>
    public bool IsServed => _isServed;

    /// <summary>Begins to listen to a caller.</summary>
    /// <param name="caller">The caller and its stream.</param>
    /// <param name="answer">Takes one line and answers it, saying <see cref="Heard"/> in between; false when the caller is done.</param>
    /// <param name="time">The clock of the line.</param>
    /// <param name="stop">Ends every talk.</param>
    public static ControlTalk Begin(
        (Stream Stream, ControlCaller Caller) caller, Func<ControlTalk, TalkEnd, ControlCaller, CancellationToken, Task<bool>> answer, TimeProvider time, CancellationToken stop)
    {
        var talk = new ControlTalk(time, stop);

        // On a thread of the pool: a verb may block before its first await, as SQLite does, and nobody else must wait at the door for that.
        talk.Running = Task.Run(() => talk.RunAsync(caller.Stream, caller.Caller, answer), CancellationToken.None);
        return talk;
    }

    /// <summary>A whole line has come.</summary>
    public void Heard() => _isServed = true;

    /// <summary>Ends the talk from this side.</summary>
    public void HangUp()
    {
        try
        {
            _ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It is over already.
            return;
        }
    }

    private async Task RunAsync(Stream stream, ControlCaller caller, Func<ControlTalk, TalkEnd, ControlCaller, CancellationToken, Task<bool>> answer)
    {
        using (_ended)
        await using (stream.ConfigureAwait(false))
        {
            var end = new TalkEnd(new ControlLines(stream), stream);
            try
            {
                while (await answer(this, end, caller, _ended.Token).ConfigureAwait(false))
                {
                    _isServed = false;
                    Volatile.Write(ref _heardAt, _time.GetTimestamp());
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The caller hung up, took too long or sent too much, or the site stops: nothing is owed to it.
                return;
            }
        }
    }
}

/// <summary>The site's end of a talk.</summary>
/// <param name="Lines">What the caller says.</param>
/// <param name="Answers">Where the answers go.</param>
internal sealed record TalkEnd(ControlLines Lines, Stream Answers);
