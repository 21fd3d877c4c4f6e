using System.IO.Ports;
using Signage.Transports.Links;

namespace Signage.Transports.Serial;

/// <summary>Notices that an adapter was pulled out: a pending read alone does not end then. Asks once a second and stops at the first bad sign.</summary>
internal sealed class SerialWatch : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly SerialPort _port;
    private readonly InputFeed _feed;
    private readonly PeriodicTimer _timer;
    private readonly Task _running;

    public SerialWatch(SerialPort port, InputFeed feed, TimeProvider time)
    {
        _port = port;
        _feed = feed;
        _timer = new PeriodicTimer(Every, time);
        _running = Task.Run(RunAsync);
    }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _running.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        while (await _timer.WaitForNextTickAsync().ConfigureAwait(false))
        {
            if (_feed.Ended.IsCompleted || !IsThere())
            {
                await _feed.StopAsync().ConfigureAwait(false);
                return;
            }
        }
    }

    private bool IsThere()
    {
        try
        {
            return _port.BytesToRead >= 0;
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
    }
}
