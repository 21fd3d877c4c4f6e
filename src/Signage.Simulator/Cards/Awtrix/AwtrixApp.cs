using System.Text.Json;
using Signage.Core.Frames;

namespace Signage.Simulator.Cards.Awtrix;

/// <summary>An app in the loop of a clock.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cells">What it lights.</param>
/// <param name="Duration">How long it stands; zero for as long as the setting <c>ATIME</c> says.</param>
/// <param name="IsNative">One of the clock's own.</param>
internal sealed record AwtrixApp(string Name, LedColour[] Cells, TimeSpan Duration, bool IsNative)
{
    /// <summary>How long it lives without news; zero for ever.</summary>
    public TimeSpan Lifetime { get; init; }

    /// <summary>The card's time when it was said last.</summary>
    public TimeSpan Since { get; init; }

    /// <summary>Where it goes when it is new, 0 for the end.</summary>
    public int Position { get; init; }

    /// <summary>True to be stored.</summary>
    public bool Save { get; init; }

    /// <summary>One of the clock's own: it lights as many letters as it has a place in this list.</summary>
    public static AwtrixApp Native(string name, int place)
    {
        var cells = new LedColour[AwtrixMatrix.Cells];
        AwtrixMatrix.Letters(cells, place + 3, new LedColour(255, 255, 255));
        return new AwtrixApp(name, cells, TimeSpan.Zero, IsNative: true);
    }

    /// <summary>An app as it is said; null when a key is wrong.</summary>
    public static AwtrixApp? Read(string name, JsonElement root, TimeSpan now) => root.ValueKind != JsonValueKind.Object || AwtrixDrawing.Read(root) is not { } cells
        ? null
        : new AwtrixApp(name, cells, TimeSpan.FromSeconds(AwtrixJson.Whole(root, "duration") ?? 0), IsNative: false)
        {
            Lifetime = TimeSpan.FromSeconds(AwtrixJson.Whole(root, "lifetime") ?? 0),
            Since = now,
            Position = AwtrixJson.Whole(root, "pos") ?? 0,
            Save = AwtrixJson.Flag(root, "save") == true,
        };
}
