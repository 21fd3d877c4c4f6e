namespace Signage.Transports.Pumping;

/// <summary>
/// The turnstile of a line: one dialogue at a time, urgent ones before ordinary ones, among equals in the order of asking. While an urgent one
/// waits, the ordinary one inside is asked to make way. Thread-safe.
/// </summary>
internal sealed class LineTurn
{
    private readonly Lock _lock = new();
    private readonly LinkedList<LinePass> _urgent = new();
    private readonly LinkedList<LinePass> _ordinary = new();
    private LinePass? _inside;

    /// <summary>Waits for the line. The pass is given back by disposing it.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up waiting.</exception>
    public async ValueTask<LinePass> TakeAsync(Urgency urgency, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pass = new LinePass(this, urgency);
        LinePass inside;
        lock (_lock)
        {
            if (_inside is null)
            {
                return _inside = pass;
            }

            inside = _inside;
            Queue(pass).AddLast(pass);
        }

        if (urgency == Urgency.Urgent)
        {
            // Outside the lock: the one inside may end its exchange on this very thread.
            inside.AskToMakeWay();
        }

        using (cancellationToken.UnsafeRegister(state => GiveUp((LinePass)state!), pass))
        {
            if (!await pass.Granted.ConfigureAwait(false))
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }

        return pass;
    }

    /// <summary>Lets the next one in.</summary>
    internal void Leave()
    {
        lock (_lock)
        {
            _inside = First(_urgent) ?? First(_ordinary);
            _inside?.Answer(granted: true);
        }
    }

    private void GiveUp(LinePass pass)
    {
        lock (_lock)
        {
            if (Queue(pass).Remove(pass))
            {
                pass.Answer(granted: false);
            }
        }
    }

    private LinkedList<LinePass> Queue(LinePass pass) => pass.Urgency == Urgency.Urgent ? _urgent : _ordinary;

    private static LinePass? First(LinkedList<LinePass> queue)
    {
        var first = queue.First?.Value;
        if (first is not null)
        {
            queue.RemoveFirst();
        }

        return first;
    }
}

/// <summary>The right to be the one inside.</summary>
/// <param name="turn">Where it is given back.</param>
/// <param name="urgency">How it was asked for.</param>
internal sealed class LinePass(LineTurn turn, Urgency urgency) : IDisposable
{
    // Whoever lets it in holds a lock and must not run what comes after.
    private readonly TaskCompletionSource<bool> _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Never disposed: it holds no handle, and whoever asks it to make way may come a moment too late.
    private readonly CancellationTokenSource _makeWay = new();
    private int _left;

    public Urgency Urgency => urgency;

    /// <summary>True once it may go in, false when its owner gave up first.</summary>
    public Task<bool> Granted => _granted.Task;

    /// <summary>Cancelled when an urgent dialogue waits outside; never for an urgent one.</summary>
    public CancellationToken MakeWay => _makeWay.Token;

    public void Answer(bool granted) => _granted.TrySetResult(granted);

    public void AskToMakeWay()
    {
        if (urgency == Urgency.Ordinary)
        {
            _makeWay.Cancel();
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) == 0)
        {
            turn.Leave();
        }
    }
}
