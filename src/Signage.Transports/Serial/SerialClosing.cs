namespace Signage.Transports.Serial;

/// <summary>Closes serial ports within a deadline. A driver with bytes that it cannot get rid of may hold the call for ever.</summary>
internal sealed class SerialClosing(TimeProvider time)
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(2);

    private int _abandoned;

    /// <summary>Ports that did not close in time; each still holds a thread and a descriptor.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>Closes a port on a thread of its own and waits for its reader; leaves both behind after 2 s.</summary>
    public async Task CloseAsync(Action close, Task reader)
    {
        var closing = Task.Factory.StartNew(
            close, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        try
        {
            await Task.WhenAll(closing, reader).WaitAsync(Within, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Interlocked.Increment(ref _abandoned);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The device was gone before: it is closed all the same.
        }
    }
}
