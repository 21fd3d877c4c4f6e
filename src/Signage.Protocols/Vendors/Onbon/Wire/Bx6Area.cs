namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>One dynamic area of an update: a rectangle with its own pages (section 6 of docs/protocols/onbon-bx6.md).</summary>
/// <param name="Id">Number of the area.</param>
/// <param name="X">Left edge, pixels.</param>
/// <param name="Y">Top edge, pixels.</param>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
/// <param name="Pages">Its pages in order.</param>
internal sealed record Bx6Area(byte Id, ushort X, ushort Y, ushort Width, ushort Height, IReadOnlyList<Bx6Page> Pages)
{
    /// <summary>0 loops for ever.</summary>
    public byte RunMode { get; init; }

    /// <summary>Seconds without an update after which run modes 2 and 3 act.</summary>
    public ushort Timeout { get; init; }

    /// <summary>1 ties the area to every stored programme.</summary>
    public byte AllPrograms { get; init; }

    /// <summary>The stored programmes that the area is tied to.</summary>
    public IReadOnlyList<ushort> Programs { get; init; } = [];

    /// <summary>1 stops the stored programmes and plays only this area.</summary>
    public byte Immediate { get; init; }

    /// <summary>0x10 is a picture area.</summary>
    public byte AreaType { get; init; } = 0x10;

    /// <summary>1 draws a border, which this codec does not carry.</summary>
    public byte FrameFlag { get; init; }
}

/// <summary>One page of a dynamic area.</summary>
/// <param name="DisplayMode">The card's number of the effect.</param>
/// <param name="Speed">Level of speed.</param>
/// <param name="Stay">Stay in units of 10 ms.</param>
/// <param name="Repeat">How often it is played.</param>
/// <param name="ValidWidth">Lit width in pixels; counts for moves to the left and right.</param>
/// <param name="Bitmap">Its pixels, packed as the screen's colour asks.</param>
internal sealed record Bx6Page(byte DisplayMode, byte Speed, ushort Stay, byte Repeat, ushort ValidWidth, ReadOnlyMemory<byte> Bitmap)
{
    /// <summary>Page style; 0 in everything recorded.</summary>
    public byte Style { get; init; }

    /// <summary>How the page leaves; 1 by default in the vendor's software.</summary>
    public byte ClearMode { get; init; } = 1;
}
