using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using MQTTnet.Exceptions;

namespace Signage.Transports.Broker.Guard;

/// <summary>
/// Hands the library whole packets, one at a time, and only those that may come. The library itself would make room for whatever a header announces,
/// and reads for ever when a connection ends inside a packet.
/// </summary>
internal sealed class GuardedInput(PipeReader transport, GuardedConnection connection) : PipeReader
{
    private bool _first = true;

    /// <summary>Waits for the next whole packet.</summary>
    /// <exception cref="ConnectionAbortedException">It may not come; the connection is cut.</exception>
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var started = false;
        if (!_first)
        {
            connection.ReadWithin(connection.Limits.IdleWithin, BrokerRefusal.Idle);
        }

        while (true)
        {
            var read = await transport.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            if (buffer.IsEmpty && read.IsCompleted)
            {
                return read;
            }

            var header = Judge(buffer);
            if (header is { } known && buffer.Length >= known.TotalBytes)
            {
                connection.ReadAtLeisure();
                _first = false;
                await connection.AdmitAsync(known, cancellationToken).ConfigureAwait(false);
                return new ReadResult(buffer.Slice(0, known.TotalBytes), isCanceled: false, isCompleted: false);
            }

            if (read.IsCompleted)
            {
                throw Refuse(BrokerRefusal.CutShort);
            }

            if (!_first && !started && !buffer.IsEmpty)
            {
                started = true;
                connection.ReadWithin(connection.Limits.PacketWithin, BrokerRefusal.PacketTooSlow);
            }

            transport.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <inheritdoc/>
    public override bool TryRead(out ReadResult result) => throw new NotSupportedException("Packets are waited for.");

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed) => transport.AdvanceTo(consumed);

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => transport.AdvanceTo(consumed, examined);

    /// <inheritdoc/>
    public override void CancelPendingRead() => transport.CancelPendingRead();

    /// <summary>The library closes here, and says why.</summary>
    public override void Complete(Exception? exception = null)
    {
        // Everything else is an end of the connection, not of understanding.
        if (exception is not (null or MqttCommunicationException or OperationCanceledException or IOException or ObjectDisposedException))
        {
            connection.Ended(BrokerRefusal.NotUnderstood);
        }

        transport.Complete(exception);
    }

    /// <summary>The header of what is coming, null when it has not come yet.</summary>
    private PacketHeader? Judge(in ReadOnlySequence<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return null;
        }

        var reading = PacketHeader.TryRead(buffer, out var header);
        var refusal = PacketRules.JudgeType(header, _first)
            ?? reading switch
            {
                HeaderReading.Wrong => BrokerRefusal.WrongLength,
                HeaderReading.Whole => PacketRules.JudgeLength(header, _first, connection.Limits),
                _ => null,
            };
        if (refusal is { } reason)
        {
            throw Refuse(reason);
        }

        return reading == HeaderReading.Whole ? header : null;
    }

    private ConnectionAbortedException Refuse(BrokerRefusal refusal)
    {
        connection.End(refusal);
        return GuardedConnection.Gone(refusal);
    }
}
