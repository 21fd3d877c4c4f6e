using System.Buffers;

namespace Signage.Core.Frames;

/// <summary>
/// One finished picture: immutable, row-major, top row first, laid out as <see cref="PixelLayout"/> says. It may be wider than a panel
/// (a strip that scrolls). Safe to share between threads.
/// </summary>
public sealed class PixelFrame : IEquatable<PixelFrame>
{
    private readonly byte[] _cells;
    private string? _digest;   // computed when first asked; two threads at worst compute the same text twice

    private PixelFrame(PixelSize size, PixelLayout layout, byte[] cells)
    {
        Size = size;
        Layout = layout;
        _cells = cells;
    }

    /// <summary>Width and height in pixels.</summary>
    public PixelSize Size { get; }

    /// <summary>How <see cref="Cells"/> is laid out.</summary>
    public PixelLayout Layout { get; }

    /// <summary>The name of this picture; computed once, when first asked for.</summary>
    public FrameDigest Digest => new(_digest ??= FrameDigest.Of(this).Hex);

    /// <summary>Bytes from one row to the next within a plane.</summary>
    public int Stride => StrideOf(Size.Width, Layout);

    /// <summary>All cells: <c>Stride * Height</c> bytes for one plane, twice that for <see cref="PixelLayout.Dual"/>.</summary>
    public ReadOnlyMemory<byte> Cells => _cells;

    /// <summary>How many planes follow one another in <see cref="Cells"/>: 2 for dual colour, else 1.</summary>
    public int Planes => Layout == PixelLayout.Dual ? 2 : 1;

    /// <summary>The bytes of one row.</summary>
    /// <param name="y">Row, 0 at the top.</param>
    /// <param name="plane">0, or 1 for the green plane of a dual picture.</param>
    public ReadOnlySpan<byte> Row(int y, int plane = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, Size.Height);
        ArgumentOutOfRangeException.ThrowIfNegative(plane);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(plane, Planes);
        return _cells.AsSpan(((plane * Size.Height) + y) * Stride, Stride);
    }

    /// <summary>The light of one pixel; a lit mono pixel reads as red, the colour of its LEDs.</summary>
    /// <param name="x">Column, 0 at the left.</param>
    /// <param name="y">Row, 0 at the top.</param>
    public LedColour this[int x, int y]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(x);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, Size.Width);
            if (Layout == PixelLayout.Rgb)
            {
                var pixel = Row(y).Slice(x * 3, 3);
                return new LedColour(pixel[0], pixel[1], pixel[2]);
            }

            var red = Bit(Row(y), x);
            var green = Layout == PixelLayout.Dual && Bit(Row(y, 1), x);
            return new LedColour(red ? (byte)255 : (byte)0, green ? (byte)255 : (byte)0, 0);
        }
    }

    /// <summary>True when no pixel is lit.</summary>
    public bool IsDark => !_cells.AsSpan().ContainsAnyExcept((byte)0);

    /// <summary>Makes a picture. The painter gets the zeroed cells once; afterwards nobody can write. Padding bits are cleared.</summary>
    /// <param name="size">Width and height.</param>
    /// <param name="layout">The layout that the painter follows.</param>
    /// <param name="state">Handed to the painter, so that it needs no closure.</param>
    /// <param name="paint">Fills the cells.</param>
    public static PixelFrame Create<TState>(PixelSize size, PixelLayout layout, TState state, SpanAction<byte, TState> paint)
    {
        ArgumentNullException.ThrowIfNull(paint);
        var cells = new byte[LengthOf(size, layout)];
        paint(cells, state);
        ClearPadding(cells, size, layout);
        return new PixelFrame(size, layout, cells);
    }

    /// <summary>A picture with no pixel lit.</summary>
    public static PixelFrame Dark(PixelSize size, PixelLayout layout) => new(size, layout, new byte[LengthOf(size, layout)]);

    /// <summary>Bytes from one row to the next within a plane.</summary>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="layout">The layout.</param>
    public static int StrideOf(int width, PixelLayout layout) => layout == PixelLayout.Rgb ? width * 3 : (width + 7) / 8;

    /// <summary>Bytes of all cells of a picture.</summary>
    public static int LengthOf(PixelSize size, PixelLayout layout) =>
        StrideOf(size.Width, layout) * size.Height * (layout == PixelLayout.Dual ? 2 : 1);

    /// <summary>Reads a drawing: <c>#</c> lit and <c>.</c> dark, a line a row. Spaces at either end of a line are not part of it.</summary>
    /// <exception cref="FormatException">A line has another length or holds another character.</exception>
    public static PixelFrame ParseMono(string drawing) => FrameDrawing.Parse(drawing, PixelLayout.Mono);

    /// <summary>Reads a dual-colour drawing: <c>R</c>, <c>G</c>, <c>Y</c> (both) and <c>.</c>, a line a row.</summary>
    /// <exception cref="FormatException">A line has another length or holds another character.</exception>
    public static PixelFrame ParseDual(string drawing) => FrameDrawing.Parse(drawing, PixelLayout.Dual);

    /// <summary>Reads a drawing in the eight pure colours: <c>R G B Y M C W</c> and <c>.</c>, a line a row.</summary>
    /// <exception cref="FormatException">A line has another length or holds another character.</exception>
    public static PixelFrame ParseRgb(string drawing) => FrameDrawing.Parse(drawing, PixelLayout.Rgb);

    /// <inheritdoc />
    public bool Equals(PixelFrame? other) => other is not null && Digest == other.Digest;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PixelFrame);

    /// <inheritdoc />
    public override int GetHashCode() => Digest.GetHashCode();

    /// <summary>The picture as text, a line a row, in the letters that the parsers read; a mixed colour prints as <c>*</c>.</summary>
    public override string ToString() => FrameDrawing.Draw(this);

    private static bool Bit(ReadOnlySpan<byte> row, int x) => (row[x >> 3] & (0x80 >> (x & 7))) != 0;

    private static void ClearPadding(byte[] cells, PixelSize size, PixelLayout layout)
    {
        var spare = size.Width & 7;
        if (layout == PixelLayout.Rgb || spare == 0)
        {
            return;
        }

        var stride = StrideOf(size.Width, layout);
        var mask = (byte)(0xFF << (8 - spare) & 0xFF);
        for (var last = stride - 1; last < cells.Length; last += stride)
        {
            cells[last] &= mask;
        }
    }
}
