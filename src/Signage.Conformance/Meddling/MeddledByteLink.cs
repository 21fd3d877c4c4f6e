using System.Buffers;
using System.IO.Pipelines;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Conformance.Meddling;

/// <summary>A stream with a meddler in it. Owns the link inside.</summary>
internal sealed class MeddledByteLink : IByteLink
{
    private const int Room = 64 * 1024;

    private readonly IByteLink _link;
    private readonly Meddler _meddler;
    private readonly Pipe _pipe;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _feeding;
    private readonly bool _trickles;
    private volatile string? _fault;
    private bool _hungUp;
    private int _disposed;

    public MeddledByteLink(IByteLink link, Meddler meddler)
    {
        (_link, _meddler, _trickles) = (link, meddler, meddler.Mischief.Trickles);

        // A pipe with room for nothing makes its writer wait until the reader has looked at each byte.
        _pipe = new Pipe(_trickles ? new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1) : new PipeOptions(pauseWriterThreshold: Room, resumeWriterThreshold: Room / 2));
        _feeding = Task.Run(FeedAsync);
    }

    /// <inheritdoc />
    public PipeReader Input => _pipe.Reader;

    /// <inheritdoc />
    public string WhyClosed => _hungUp ? Words.CutOnPurpose : _fault ?? _link.WhyClosed;

    /// <inheritdoc />
    public async ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        if (_hungUp)
        {
            throw new LinkException(WhyClosed);
        }

        _meddler.Count(new WireMessage.Bytes(packet));
        var sending = _meddler.Mischief.Send(packet);
        for (var at = 0; at < sending.Pieces.Count; at++)
        {
            if (at > 0 && sending.Gap > TimeSpan.Zero)
            {
                await Task.Delay(sending.Gap, _meddler.Time, cancellationToken).ConfigureAwait(false);
            }

            await _link.SendAsync(sending.Pieces[at], cancellationToken).ConfigureAwait(false);
        }

        foreach (var late in sending.ThenHears?.Bytes ?? [])
        {
            await WriteAsync(late, cancellationToken).ConfigureAwait(false);
        }

        if (sending.ThenHangsUp)
        {
            _hungUp = true;
            await StopAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public TimeSpan LineTime(int bytes) => _link.LineTime(bytes);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await StopAsync().ConfigureAwait(false);
        _writing.Dispose();
        _stop.Dispose();
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _feeding.ConfigureAwait(false);
        await _link.DisposeAsync().ConfigureAwait(false);
    }

    private async Task FeedAsync()
    {
        try
        {
            while (true)
            {
                var read = await _link.Input.ReadAsync(_stop.Token).ConfigureAwait(false);
                var came = read.Buffer.ToArray();
                _link.Input.AdvanceTo(read.Buffer.End);
                foreach (var piece in came.Length == 0 ? [] : _meddler.Mischief.Hear(came))
                {
                    await WriteAsync(piece, _stop.Token).ConfigureAwait(false);
                }

                if (read.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The link is being closed, or was cut on purpose.
            return;
        }
        catch (Exception fault)
        {
            // Whatever it was: told as the reason why nothing comes in any more, instead of by whoever closes the link.
            _fault = Words.Threw.With(fault.GetType().Name, fault.Message);
        }
        finally
        {
            await _pipe.Writer.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        // The feed and a sender with late answers may both have something to say.
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var most = _trickles ? 1 : piece.Length;
            for (var at = 0; at < piece.Length; at += most)
            {
                await _pipe.Writer.WriteAsync(piece.Slice(at, most), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _writing.Release();
        }
    }
}
