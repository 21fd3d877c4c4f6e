using Signage.Core.Frames;

namespace Signage.Protocols.Vendors.Colorlight.Wire;

/// <summary>A programme in the player's own terms: one page, one region over the whole face, pictures one after the other (docs/protocols/colorlight.md, section 3).</summary>
/// <param name="Name">One part of a path, without <c>.vsn</c>.</param>
/// <param name="Size">Pixels of the face.</param>
/// <param name="Items">In the order of playing; one file may be played several times in a row.</param>
internal sealed record PlayerProgram(string Name, PixelSize Size, IReadOnlyList<PlayerItem> Items)
{
    /// <summary>How long the page lasts where <see cref="LoopType"/> is 0, in milliseconds.</summary>
    public required long PageDuration { get; init; }

    /// <summary>0: the page lasts <see cref="PageDuration"/>; 1: as long as its items.</summary>
    public int LoopType { get; init; } = 1;

    /// <summary>What the file of the programme is called.</summary>
    public string File => $"{Name}.vsn";
}

/// <summary>One picture of a programme.</summary>
/// <param name="File">The name of its file.</param>
/// <param name="Duration">How long it lasts in all, its coming in included, in milliseconds.</param>
/// <param name="EffectType">How it comes in: 0 at once, 20 up, 22 to the left …</param>
/// <param name="EffectTime">How long its coming in takes, in milliseconds.</param>
internal sealed record PlayerItem(string File, long Duration, int EffectType, long EffectTime);
