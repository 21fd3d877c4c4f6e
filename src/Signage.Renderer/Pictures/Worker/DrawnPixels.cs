using System.Runtime.InteropServices;
using Signage.Core.Frames;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>The pixels of a decoded picture, four bytes each, outside the managed heap: they are the largest thing in the process and have to fail as one.</summary>
internal sealed unsafe class DrawnPixels : IDisposable
{
    /// <summary>Bytes of a pixel: R G B, and an alpha that is not multiplied in.</summary>
    public const int Channels = 4;

    private readonly PixelSize _size;
    private byte* _first;

    /// <summary>Takes memory for a picture; all of it is zero.</summary>
    /// <exception cref="OutOfMemoryException">There is not so much.</exception>
    public DrawnPixels(PixelSize size)
    {
        _size = size;
        _first = (byte*)NativeMemory.AllocZeroed((nuint)size.Width * (nuint)size.Height, Channels);
    }

    /// <summary>Where they are.</summary>
    public nint Address => (nint)_first;

    /// <summary>Bytes of a row.</summary>
    public int RowLength => _size.Width * Channels;

    /// <summary>True when no pixel lets anything through.</summary>
    public bool IsOpaque()
    {
        for (var at = 0L; at < (long)RowLength * _size.Height; at += Channels)
        {
            if (_first[at + 3] != byte.MaxValue)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Copies a row of the upright picture.</summary>
    /// <param name="y">Which, from the top.</param>
    /// <param name="turn">The orientation, 1 to 8.</param>
    /// <param name="channels">3 leaves the alpha away.</param>
    /// <param name="row">Where to.</param>
    public void CopyUpright(int y, int turn, int channels, Span<byte> row)
    {
        var (lastX, lastY) = (_size.Width - 1, _size.Height - 1);
        for (var (x, to) = (0, 0); to < row.Length; x++, to += channels)
        {
            // EXIF 2.3, orientation: where the pixel of the upright picture is stored.
            var (storedX, storedY) = turn switch
            {
                2 => (lastX - x, y),
                3 => (lastX - x, lastY - y),
                4 => (x, lastY - y),
                5 => (y, x),
                6 => (y, lastY - x),
                7 => (lastX - y, lastY - x),
                8 => (lastX - y, x),
                _ => (x, y),
            };
            new ReadOnlySpan<byte>(_first + (((long)storedY * RowLength) + (storedX * Channels)), channels).CopyTo(row[to..]);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        NativeMemory.Free(_first);
        _first = null;
    }
}
