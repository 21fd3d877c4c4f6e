namespace Signage.Core.Frames;

/// <summary>How the cells of a <see cref="PixelFrame"/> lie in memory. The numbers are part of the frame digest and never change.</summary>
public enum PixelLayout
{
    /// <summary>One bit a pixel, 1 = lit; the leftmost pixel of a byte is its highest bit; rows padded with zero bits to whole bytes.</summary>
    Mono = 1,

    /// <summary>The whole red plane, then the whole green plane, each packed like <see cref="Mono"/>; both lit is yellow.</summary>
    Dual = 2,

    /// <summary>Three bytes a pixel, red green blue, no padding.</summary>
    Rgb = 3,
}
