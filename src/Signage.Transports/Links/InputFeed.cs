using System.IO.Pipelines;

namespace Signage.Transports.Links;

/// <summary>
/// The one reader of a medium: carries what comes in into a pipe until the medium ends, fails or is closed. Everybody else reads the pipe.
/// A full pipe makes the medium wait.
/// </summary>
internal sealed class InputFeed : IDisposable
{
    private const int PauseAbove = 64 * 1024;
    private const int ReadAtMost = 4096;

    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: PauseAbove, resumeWriterThreshold: PauseAbove / 2));
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Memory<byte>, CancellationToken, ValueTask<int>> _read;
    private readonly Task _running;

    /// <summary>Starts reading.</summary>
    /// <param name="read">Waits for bytes of the medium; 0 is its end.</param>
    public InputFeed(Func<Memory<byte>, CancellationToken, ValueTask<int>> read)
    {
        _read = read;
        _running = Task.Run(RunAsync);
    }

    /// <summary>What came in.</summary>
    public PipeReader Input => _pipe.Reader;

    /// <summary>How the medium failed, known before <see cref="Input"/> is completed; null when it ended in an orderly way.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Ends when the medium ended; never fails.</summary>
    public Task Ended => _running;

    /// <summary>Asks the reader to end.</summary>
    public Task StopAsync() => _stop.CancelAsync();

    /// <summary>Lets go of the token; call it last.</summary>
    public void Dispose() => _stop.Dispose();

    private async Task RunAsync()
    {
        var token = _stop.Token;
        try
        {
            while (true)
            {
                var count = await _read(_pipe.Writer.GetMemory(ReadAtMost), token).ConfigureAwait(false);
                if (count <= 0)
                {
                    return;
                }

                _pipe.Writer.Advance(count);
                var flush = await _pipe.Writer.FlushAsync(token).ConfigureAwait(false);
                if (flush.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException or OperationCanceledException
            or InvalidOperationException or TimeoutException or UnauthorizedAccessException)
        {
            // A medium ends in many ways and readers need only one: the completed pipe, below.
            Failure = end;
        }
        finally
        {
            await _pipe.Writer.CompleteAsync().ConfigureAwait(false);
        }
    }
}
