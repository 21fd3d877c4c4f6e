using System.Diagnostics;
using System.Text;
using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Renderer.Pictures.Drawn;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>
/// The other end of the process that decodes. Nothing that comes from there is believed: heads are compared with what was promised, rows are pixels whatever they hold, and
/// everything has a bound. Killed with its children when it is disposed. Used by one at a time.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const int KeptComplaints = 4_096;

    // A process that has ended has complained. Who else may hold its standard error is not waited for much longer than what lies in the pipe takes.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly PictureWorkerLimits _limits;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _over = new();
    private readonly StringBuilder _kept = new();
    private readonly Task _complaints;
    private Task _asking = Task.CompletedTask;

    private WorkerProcess(Process process, PictureWorkerLimits limits, TimeProvider time)
    {
        (_process, _limits, _time) = (process, limits, time);
        _complaints = ListenAsync(process.StandardError.BaseStream, _over.Token);
    }

    /// <summary>The id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a process.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static WorkerProcess Start(PictureWorkerProgram program, PictureWorkerLimits limits, TimeProvider time) =>
        new(Process.Start(WorkerStart.Of(program, limits))!, limits, time);

    /// <summary>Has a picture drawn.</summary>
    /// <param name="file">The file.</param>
    /// <param name="head">What its head promised.</param>
    /// <param name="isLast">True when nothing will follow; the process is told so.</param>
    /// <param name="cancellationToken">Gives up; whoever gives up disposes.</param>
    /// <returns>The answer; null when the process ended before it had given one.</returns>
    public async Task<PictureAnswer?> AskAsync(ReadOnlyMemory<byte> file, PictureHead head, bool isLast, CancellationToken cancellationToken)
    {
        // At the same time: a process that talks before it listens would otherwise be waited for, and wait.
        _asking = WriteAsync(file, isLast, cancellationToken);
        var answer = await ReadAsync(head, cancellationToken).ConfigureAwait(false);
        if (answer is PictureAnswer.Taken or null)
        {
            await _asking.ConfigureAwait(false);
        }

        return answer;
    }

    /// <summary>Tells the process that nothing follows and waits for its end.</summary>
    /// <returns>Null when it ended as it should; else why nothing that it said counts.</returns>
    public async Task<PictureAnswer.Refused?> EndAsync(CancellationToken cancellationToken)
    {
        await _process.StandardInput.BaseStream.DisposeAsync().ConfigureAwait(false);
        var said = await _process.StandardOutput.BaseStream.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false);
        if (said > 0)
        {
            return Nonsense();
        }

        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return _process.ExitCode == 0 ? null : WorkerExit.Of(_process.ExitCode, await ComplaintsAsync(cancellationToken).ConfigureAwait(false), _limits);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            ProcessEnd.Of(() => _process.Kill(entireProcessTree: true), _process.Kill);
        }

        await _process.WaitForExitAsync().ConfigureAwait(false);

        // Whoever may hold the other ends of the pipes now is not waited for.
        await _over.CancelAsync().ConfigureAwait(false);
        await _process.StandardInput.BaseStream.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(_asking, _complaints).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
        _process.Dispose();
    }

    private static PictureAnswer.Refused Nonsense() => new(PictureEnd.Nonsense, Words.PictureNonsense);

    private async Task WriteAsync(ReadOnlyMemory<byte> file, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            var input = _process.StandardInput.BaseStream;
            await input.WriteAsync(WorkerMessages.Question(file.Length), cancellationToken).ConfigureAwait(false);
            await input.WriteAsync(file, cancellationToken).ConfigureAwait(false);
            await input.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (isLast)
            {
                await input.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // It does not listen any more. What it says, or how it ended, tells why.
        }
    }

    private async Task<PictureAnswer?> ReadAsync(PictureHead head, CancellationToken cancellationToken)
    {
        var output = _process.StandardOutput.BaseStream;
        var bytes = new byte[WorkerMessages.AnswerHead];
        var read = await output.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (read < bytes.Length)
        {
            return read == 0 ? null : Nonsense();
        }

        switch (WorkerMessages.Read(bytes))
        {
            case { End: WorkerEnd.Drawn, Channels: 3 or 4 } drawn when (drawn.Width, drawn.Height) == (head.UprightSize.Width, head.UprightSize.Height):
                return await DrawAsync(output, head, drawn.Channels, cancellationToken).ConfigureAwait(false);
            case { End: WorkerEnd.NotDrawn } failed:
                return new PictureAnswer.Refused(PictureEnd.Refused, Words.PictureNotDrawn.With(WorkerExit.NameOf(failed.Detail)));
            case { End: WorkerEnd.OtherThanHead }:
                return new PictureAnswer.Refused(PictureEnd.Refused, Words.PictureNotDrawn.With("head"));
            case { End: WorkerEnd.OutOfMemory }:
                return WorkerExit.OutOfMemory(_limits);
            case { End: WorkerEnd.Unlimited }:
                return new PictureAnswer.Refused(PictureEnd.NoWorker, Words.PictureUnlimited);
            default:
                return Nonsense();
        }
    }

    private static async Task<PictureAnswer?> DrawAsync(Stream output, PictureHead head, int channels, CancellationToken cancellationToken)
    {
        using var writer = new PngWriter(head.UprightSize, channels);
        var row = new byte[writer.RowLength];
        for (var y = 0; y < head.UprightSize.Height; y++)
        {
            if (await output.ReadAtLeastAsync(row, row.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < row.Length)
            {
                return null;
            }

            if (!writer.TryRow(row))
            {
                return new PictureAnswer.Refused(PictureEnd.Refused, Words.PictureCleanTooLarge.With(PictureBounds.MostCleanBytes / 1024 / 1024));
            }
        }

        return writer.TryEnd() is { } png ? new PictureAnswer.Taken(new CleanPicture(png, head.UprightSize), head)
            : new PictureAnswer.Refused(PictureEnd.Refused, Words.PictureCleanTooLarge.With(PictureBounds.MostCleanBytes / 1024 / 1024));
    }

    private async Task<string> ComplaintsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _complaints.WaitAsync(LastWords, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A child of it lives on and keeps the pipe. What came so far is what the process itself wrote.
        }

        lock (_kept)
        {
            return _kept.ToString();
        }
    }

    // All of it is taken, so that the process never waits for a reader; little of it is kept.
    private async Task ListenAsync(Stream errors, CancellationToken cancellationToken)
    {
        var bytes = new byte[KeptComplaints];
        while (await errors.ReadAsync(bytes, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            lock (_kept)
            {
                _kept.Append(Encoding.Latin1.GetString(bytes, 0, Math.Min(read, KeptComplaints - _kept.Length)));
            }
        }
    }
}
