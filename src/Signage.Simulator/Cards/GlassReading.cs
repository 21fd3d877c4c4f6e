using Signage.Core.Frames;
using Signage.Core.Shows;

namespace Signage.Simulator.Cards;

/// <summary>What a passer-by sees at one moment, and what the card holds; read at once, so that the parts belong together.</summary>
/// <param name="Glass">The lit pixels.</param>
/// <param name="Pages">The pages that the card decoded from what it was sent, strips joined again; empty when it holds none.</param>
/// <param name="SinceStart">The card's own time since the loop of pages started; zero when it holds none.</param>
/// <param name="PoweredOn">Whether the LEDs are on.</param>
/// <param name="Brightness">The brightness in the card's own scale.</param>
/// <param name="PacketsTaken">Packets that were accepted since power-up.</param>
/// <param name="PacketsRefused">Packets that were refused or malformed since power-up.</param>
public sealed record GlassReading(
    PixelFrame Glass,
    IReadOnlyList<Page> Pages,
    TimeSpan SinceStart,
    bool PoweredOn,
    int Brightness,
    int PacketsTaken,
    int PacketsRefused)
{
    /// <summary>How often the card's flash was written since it left the factory; 0 for cards without one.</summary>
    public int FlashWrites { get; init; }

    /// <summary>The programmes in the card's flash, by name.</summary>
    public IReadOnlyList<string> Stored { get; init; } = [];

    /// <summary>The moment that the picture on the glass was painted for, as its sender stamped it; null for a card that is not streamed to, or without a stamp.</summary>
    public FrameStamp? Stamp { get; init; }

    /// <summary>The show digest of the decoded pages; null when the card holds none.</summary>
    public ShowDigest? Digest => Pages.Count == 0 ? null : ShowDigest.Of(Pages);
}
