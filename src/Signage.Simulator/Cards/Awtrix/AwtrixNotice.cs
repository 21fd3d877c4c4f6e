using System.Text.Json;
using Signage.Core.Frames;

namespace Signage.Simulator.Cards.Awtrix;

/// <summary>A notification: it lies over the loop.</summary>
/// <param name="Cells">What it lights; where it lights nothing it is black.</param>
/// <param name="Until">The card's time when it goes; null for a held one.</param>
/// <param name="WakesUp">It is seen also while the LEDs are off.</param>
internal sealed record AwtrixNotice(LedColour[] Cells, TimeSpan? Until, bool WakesUp)
{
    /// <summary>A notification as it is said; null when a key is wrong.</summary>
    /// <param name="root">The object.</param>
    /// <param name="now">The card's time.</param>
    /// <param name="usual">How long one stands that names no time.</param>
    public static AwtrixNotice? Read(JsonElement root, TimeSpan now, TimeSpan usual) => root.ValueKind != JsonValueKind.Object || AwtrixDrawing.Read(root) is not { } cells
        ? null
        : new AwtrixNotice(
            cells,
            AwtrixJson.Flag(root, "hold") == true ? null : now + (AwtrixJson.Whole(root, "duration") is { } seconds ? TimeSpan.FromSeconds(seconds) : usual),
            AwtrixJson.Flag(root, "wakeup") == true);
}
