using System.Text.Json.Serialization;
using Signage.Simulator.Cards;

namespace Signage.Simulator.View;

/// <summary>The glass as other processes read it.</summary>
/// <param name="Digest">Show digest of the decoded pages; empty when the card holds none.</param>
/// <param name="SinceStartMs">The card's own time since its loop started, in milliseconds.</param>
/// <param name="PoweredOn">Whether the LEDs are on.</param>
/// <param name="Brightness">In the card's own scale.</param>
/// <param name="PacketsTaken">Packets accepted.</param>
/// <param name="PacketsRefused">Packets refused or malformed.</param>
/// <param name="FlashWrites">How often the card's flash was written.</param>
/// <param name="Stored">The programmes in the card's flash.</param>
/// <param name="Glass">The lit pixels as a drawing, a line a row.</param>
public sealed record GlassJson(
    string Digest, double SinceStartMs, bool PoweredOn, int Brightness, int PacketsTaken, int PacketsRefused, int FlashWrites, IReadOnlyList<string> Stored, string Glass)
{
    /// <summary>Puts a reading into words.</summary>
    public static GlassJson Of(GlassReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new GlassJson(
            reading.Digest?.Hex ?? "",
            reading.SinceStart.TotalMilliseconds,
            reading.PoweredOn,
            reading.Brightness,
            reading.PacketsTaken,
            reading.PacketsRefused,
            reading.FlashWrites,
            reading.Stored,
            reading.Glass.ToString());
    }
}

/// <summary>How the glass is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GlassJson))]
public sealed partial class GlassJsonContext : JsonSerializerContext;
