using System.ComponentModel;
using Signage.Core.Text;
using Signage.Renderer.Pictures.Worker;

namespace Signage.Renderer.Pictures;

/// <summary>
/// The one door for pictures from outside. Their heads are read here; each is decoded in a short-lived process of its own that may take little, and drawn anew from the pixels
/// that come back. May be used by many at once.
/// </summary>
/// <param name="program">The process that decodes.</param>
/// <param name="limits">What it may take.</param>
/// <param name="time">The clock of deadlines.</param>
public sealed class PictureDoor(PictureWorkerProgram program, PictureWorkerLimits limits, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _places = new(limits.AtOnce, limits.AtOnce);
    private int _inside;

    /// <summary>Takes a picture in. Every end of it has words; only giving up throws.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="cancellationToken">Gives up and kills the process.</param>
    public async Task<PictureAnswer> TakeAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        switch (PictureHead.Read(file.Span))
        {
            case HeadAnswer.Sound sound:
                return await WaitAsync(file, sound.Head, cancellationToken).ConfigureAwait(false);
            case HeadAnswer.Refused refused:
                return new PictureAnswer.Refused(PictureEnd.Refused, refused.Reason);
            default:
                throw new InvalidOperationException("A head is sound or refused.");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();

    private async Task<PictureAnswer> WaitAsync(ReadOnlyMemory<byte> file, PictureHead head, CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _inside) > limits.AtOnce + limits.MostWaiting || !await HasPlaceAsync(cancellationToken).ConfigureAwait(false))
            {
                return new PictureAnswer.Refused(PictureEnd.Busy, Words.PictureDoorBusy);
            }

            try
            {
                return await DrawAsync(file, head, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    private async Task<bool> HasPlaceAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(limits.WaitAtMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await _places.WaitAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<PictureAnswer> DrawAsync(ReadOnlyMemory<byte> file, PictureHead head, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limits.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        WorkerProcess worker;
        try
        {
            worker = WorkerProcess.Start(program, limits, time);
        }
        catch (Exception missing) when (missing is Win32Exception or IOException)
        {
            return new PictureAnswer.Refused(PictureEnd.NoWorker, Words.PictureNoWorker.With(program.Program));
        }

        await using (worker.ConfigureAwait(false))
        {
            try
            {
                var answer = await worker.AskAsync(file, head, isLast: true, either.Token).ConfigureAwait(false);
                return answer is PictureAnswer.Refused ? answer
                    : await worker.EndAsync(either.Token).ConfigureAwait(false) is { } broken ? broken
                    : answer ?? new PictureAnswer.Refused(PictureEnd.Nonsense, Words.PictureNonsense);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return WorkerExit.TooSlow();
            }
        }
    }
}
