using System.IO.Pipelines;
using System.IO.Ports;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Serial;

/// <summary>An open serial port. After its first failure no more calls reach the driver but the one that closes it.</summary>
internal sealed class SerialLink : IByteLink
{
    private static readonly TimeSpan WriteSlack = TimeSpan.FromSeconds(2);

    private readonly SerialPort _port;
    private readonly SerialClaim _claim;
    private readonly SerialOutlet? _outlet;
    private readonly SerialEndpoint _place;
    private readonly SerialClosing _closing;
    private readonly TimeProvider _time;
    private readonly InputFeed _feed;
    private readonly SerialWatch _watch;
    private int _disposed;
    private volatile bool _gone;

    public SerialLink(SerialPort port, SerialClaim claim, SerialEndpoint place, SerialClosing closing, TimeProvider time)
    {
        _port = port;
        _claim = claim;
        _outlet = claim.Device is { } device ? new SerialOutlet(device, time) : null;
        _place = place;
        _closing = closing;
        _time = time;
        _feed = new InputFeed(port.BaseStream.ReadAsync);
        _watch = new SerialWatch(port, _feed, time);
    }

    public PipeReader Input => _feed.Input;

    public string WhyClosed => Words.SerialGone.With(_place.Port);

    public async ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        if (_gone || _feed.Ended.IsCompleted)
        {
            throw new LinkException(WhyClosed);
        }

        using var deadline = new CancellationTokenSource(LineTime(packet.Length) + WriteSlack, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var whole = false;
        try
        {
            await WriteAsync(packet, either).ConfigureAwait(false);
            whole = true;
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LinkException(_feed.Ended.IsCompleted ? WhyClosed : Words.SerialTakesNoMore.With(_place.Port), failure);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or InvalidOperationException
            or TimeoutException or UnauthorizedAccessException)
        {
            throw new LinkException(WhyClosed, failure);
        }
        finally
        {
            _gone |= !whole;
        }
    }

    /// <summary>Ten bits a byte: start, eight, stop.</summary>
    public TimeSpan LineTime(int bytes) => TimeSpan.FromSeconds(bytes * 10.0 / _place.Baud);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _gone = true;
        await _watch.DisposeAsync().ConfigureAwait(false);
        await _feed.StopAsync().ConfigureAwait(false);
        await _closing.CloseAsync(Close, _feed.Ended).ConfigureAwait(false);
        _feed.Dispose();
    }

    // A port whose device is gone still takes bytes, and says nothing ever after: the end of the reader is the only sign.
    private async Task WriteAsync(ReadOnlyMemory<byte> packet, CancellationTokenSource giveUp)
    {
        var writing = _outlet?.WriteAsync(packet, giveUp.Token) ?? _port.BaseStream.WriteAsync(packet, giveUp.Token).AsTask();
        if (await Task.WhenAny(writing, _feed.Ended).ConfigureAwait(false) != writing)
        {
            await giveUp.CancelAsync().ConfigureAwait(false);
        }

        // Some drivers do not take a cancelled write back.
        await writing.WaitAsync(giveUp.Token).ConfigureAwait(false);
    }

    private void Close()
    {
        _claim.Dispose();
        _port.Dispose();
    }
}
