using Microsoft.Extensions.Logging;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Wire.Captures;
using Signage.Transports.Decorators;
using Signage.Transports.Links;

namespace Signage.Controller.Dispatch;

/// <summary>
/// Tells every packet on a line to a technician, field by field, when the log category <c>Signage.Wire</c> is set to <c>Trace</c>. On a stream content stands in
/// the packets, so this is for the bench, not for every day; of messages the names of their fields are told and no content.
/// </summary>
/// <param name="inner">Opens the links.</param>
/// <param name="adapter">Knows what bytes mean.</param>
/// <param name="time">Dates the pieces.</param>
/// <param name="log">The category.</param>
internal sealed partial class WireLog(IPanelTransport inner, IPanelAdapter adapter, TimeProvider time, ILogger log) : IPanelTransport
{
    private const int LongestShown = 256;
    private const int LongestValue = 48;

    /// <summary>The log category.</summary>
    public const string Category = "Signage.Wire";

    /// <inheritdoc />
    public string Scheme => inner.Scheme;

    /// <inheritdoc />
    public LinkShape Shape => inner.Shape;

    /// <inheritdoc />
    public IEnumerable<string> Validate(Uri endpoint) => inner.Validate(endpoint);

    /// <inheritdoc />
    public async ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        var link = await inner.OpenAsync(endpoint, cancellationToken).ConfigureAwait(false);
        var line = PanelAddress.Of(endpoint).ToString();
        return !log.IsEnabled(LogLevel.Trace) ? link : link switch
        {
            IByteLink bytes => new TracingLink(bytes, piece => Tell(line, piece), time),
            IMessageLink messages => new TracingMessageLink(messages, piece => Tell(line, piece), time),
            _ => link,
        };
    }

    private void Tell(string line, TracedPiece piece)
    {
        switch (piece)
        {
            case TracedPiece.Bytes bytes:
                Tell(line, bytes);
                break;
            case TracedPiece.Message message:
                Log.Message(log, line, piece.Direction, PacketLine.Of(adapter, message.Content));
                break;
            case TracedPiece.Answer answer:
                Log.Message(log, line, piece.Direction, PacketLine.Of(adapter, answer.Content));
                break;
        }
    }

    private void Tell(string line, TracedPiece.Bytes piece)
    {
        // A piece that came in may hold half a packet; the adapter says so, and the bytes stand beside it.
        var packets = string.Join(" | ", adapter.Decode(piece.Data).Select(packet =>
            $"{packet.Packet}{(packet.Error is null ? "" : $" ({packet.Error})")} {string.Join(' ', packet.Fields.Select(field => $"{field.Name}={Short(field.Value)}"))}"));
        var hex = Convert.ToHexString(piece.Data.Span[..Math.Min(LongestShown, piece.Data.Length)]);
        Log.Packet(log, line, piece.Direction, piece.Data.Length, packets, hex);
    }

    // Every field is told; a picture among them is not told whole, its bytes stand behind.
    private static string Short(string value) => value.Length <= LongestValue ? value : string.Concat(value.AsSpan(0, LongestValue), "…");

    private static partial class Log
    {
        [LoggerMessage(3103, LogLevel.Trace, "{Line} {Direction} {Length} bytes: {Packets} [{Hex}]")]
        public static partial void Packet(ILogger logger, string line, LinkDirection direction, int length, string packets, string hex);

        [LoggerMessage(3104, LogLevel.Trace, "{Line} {Direction} {Message}")]
        public static partial void Message(ILogger logger, string line, LinkDirection direction, string message);
    }
}
