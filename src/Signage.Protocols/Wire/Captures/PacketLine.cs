using System.Globalization;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Wire.Captures;

/// <summary>
/// Messages in one line for a log, told by the adapter as <c>signage decode</c> tells them: what it is, every field by name, and the value of each that is
/// neither content nor what a card says of itself.
/// </summary>
public static class PacketLine
{
    private const int MostFields = 32;
    private const int LongestValue = 80;

    /// <summary>A message to a card; the packets of a picture one after the other.</summary>
    public static string Of(IPanelAdapter adapter, WireMessage message)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(message);
        return string.Join(" | ", MessageCapture.Of(message).Select(piece => Of(adapter, piece)));
    }

    /// <summary>A message from a card.</summary>
    public static string Of(IPanelAdapter adapter, WireAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(answer);
        return Of(adapter, MessageCapture.Of(answer));
    }

    private static string Of(IPanelAdapter adapter, ReadOnlyMemory<byte> piece) => string.Join(" | ", adapter.Decode(piece).Select(Of).DefaultIfEmpty("nothing"));

    private static string Of(DecodedPacket packet)
    {
        var error = packet.Error is null ? "" : $" ({packet.Error})";
        var fields = string.Concat(packet.Fields.Take(MostFields).Select(field => $" {Of(field)}"));
        var more = packet.Fields.Count > MostFields ? string.Create(CultureInfo.InvariantCulture, $" +{packet.Fields.Count - MostFields} fields") : "";
        return $"{packet.Packet}{error}{fields}{more}";
    }

    private static string Of(WireField field) => field.IsContent
        ? string.Create(CultureInfo.InvariantCulture, $"{field.Name}=({field.Length} bytes)")
        : $"{field.Name}={(field.Value.Length <= LongestValue ? field.Value : string.Concat(field.Value.AsSpan(0, LongestValue), "…"))}";
}
