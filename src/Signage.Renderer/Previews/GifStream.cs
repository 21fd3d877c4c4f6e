using System.Buffers.Binary;
using Signage.Core.Frames;

namespace Signage.Renderer.Previews;

/// <summary>
/// Writes an animated GIF (GIF89a, one palette for all pictures, played for ever). A picture covers a part of the canvas and stays until the next one
/// covers it. Used by one writer.
/// </summary>
internal sealed class GifStream
{
    /// <summary>The most colours of a palette.</summary>
    public const int MostColours = 256;

    private const int LongestDelay = ushort.MaxValue;
    private const byte Stays = 1 << 2;
    private readonly List<byte> _file = [];
    private readonly int _bits;

    /// <summary>Begins a file.</summary>
    /// <param name="canvas">Pixels of the canvas, at most 65,535 on a side.</param>
    /// <param name="palette">2 to 256 colours.</param>
    public GifStream(PixelSize canvas, IReadOnlyList<LedColour> palette)
    {
        _bits = Math.Max(2, BitsFor(palette.Count));
        _file.AddRange("GIF89a"u8);
        Short(canvas.Width);
        Short(canvas.Height);
        _file.AddRange([(byte)(0xF0 | (_bits - 1)), 0, 0]);
        for (var at = 0; at < 1 << _bits; at++)
        {
            var colour = at < palette.Count ? palette[at] : LedColour.Dark;
            _file.AddRange([colour.R, colour.G, colour.B]);
        }

        _file.AddRange([0x21, 0xFF, 11]);
        _file.AddRange("NETSCAPE2.0"u8);
        _file.AddRange([3, 1, 0, 0, 0]);
    }

    /// <summary>Adds a picture.</summary>
    /// <param name="left">Its left edge on the canvas.</param>
    /// <param name="top">Its upper edge on the canvas.</param>
    /// <param name="size">Its pixels.</param>
    /// <param name="indices">The colour of each pixel, rows top-down.</param>
    /// <param name="hundredths">How long it stands, in hundredths of a second; longer than the format can say is said in several pictures.</param>
    public void Add(int left, int top, PixelSize size, ReadOnlySpan<byte> indices, long hundredths)
    {
        Picture(left, top, size, indices, (int)Math.Min(hundredths, LongestDelay));
        for (var rest = hundredths - LongestDelay; rest > 0; rest -= LongestDelay)
        {
            // The same pixel once more changes nothing.
            Picture(left, top, new PixelSize(1, 1), indices[..1], (int)Math.Min(rest, LongestDelay));
        }
    }

    /// <summary>Ends the file.</summary>
    public byte[] End()
    {
        _file.Add(0x3B);
        return _file.ToArray();
    }

    private void Picture(int left, int top, PixelSize size, ReadOnlySpan<byte> indices, int hundredths)
    {
        _file.AddRange([0x21, 0xF9, 4, Stays]);
        Short(hundredths);
        _file.AddRange([0, 0, 0x2C]);
        Short(left);
        Short(top);
        Short(size.Width);
        Short(size.Height);
        _file.AddRange([0, (byte)_bits]);
        var packed = GifPacking.Pack(indices, _bits);
        for (var at = 0; at < packed.Length; at += byte.MaxValue)
        {
            var block = packed.AsSpan(at, Math.Min(byte.MaxValue, packed.Length - at));
            _file.Add((byte)block.Length);
            _file.AddRange(block);
        }

        _file.Add(0);
    }

    private void Short(int value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        _file.AddRange(bytes);
    }

    private static int BitsFor(int colours)
    {
        var bits = 1;
        while (1 << bits < colours)
        {
            bits++;
        }

        return bits;
    }
}
