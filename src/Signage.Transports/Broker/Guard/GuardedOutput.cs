using System.IO.Pipelines;

namespace Signage.Transports.Broker.Guard;

/// <summary>
/// Sees what leaves: that the client was let in, that a question was answered, that nobody reads. The library writes one packet a call, those
/// without payload by <see cref="WriteAsync"/>; it never answers with a payload.
/// </summary>
internal sealed class GuardedOutput(PipeWriter transport, GuardedConnection connection) : PipeWriter
{
    /// <inheritdoc/>
    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        var type = source.IsEmpty ? PacketType.Reserved : (PacketType)(source.Span[0] >> 4);
        if (type == PacketType.ConnectAnswer && SaysYes(source.Span))
        {
            connection.LetIn();
        }

        return LeaveAsync(transport.WriteAsync(source, cancellationToken), PacketRules.IsAnswer(type));
    }

    /// <inheritdoc/>
    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        LeaveAsync(transport.FlushAsync(cancellationToken), isAnswer: false);

    /// <inheritdoc/>
    public override Memory<byte> GetMemory(int sizeHint = 0) => transport.GetMemory(sizeHint);

    /// <inheritdoc/>
    public override Span<byte> GetSpan(int sizeHint = 0) => transport.GetSpan(sizeHint);

    /// <inheritdoc/>
    public override void Advance(int bytes) => transport.Advance(bytes);

    /// <inheritdoc/>
    public override void CancelPendingFlush() => transport.CancelPendingFlush();

    /// <inheritdoc/>
    public override void Complete(Exception? exception = null) => transport.Complete(exception);

    private static bool SaysYes(ReadOnlySpan<byte> answer)
    {
        // The reason stands behind the length and one byte of flags.
        var at = 1;
        while (at < answer.Length && (answer[at] & 0x80) != 0)
        {
            at++;
        }

        return at + 2 < answer.Length && answer[at + 2] == 0;
    }

    private ValueTask<FlushResult> LeaveAsync(ValueTask<FlushResult> leaving, bool isAnswer)
    {
        if (!leaving.IsCompleted)
        {
            return WaitAsync(leaving, isAnswer);
        }

        if (isAnswer)
        {
            connection.Answered();
        }

        return leaving;
    }

    private async ValueTask<FlushResult> WaitAsync(ValueTask<FlushResult> leaving, bool isAnswer)
    {
        connection.WriteInTime();
        try
        {
            return await leaving.ConfigureAwait(false);
        }
        finally
        {
            connection.Written();
            if (isAnswer)
            {
                connection.Answered();
            }
        }
    }
}
