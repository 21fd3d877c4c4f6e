using System.Buffers.Binary;
using System.Text;

namespace Signage.Core.Frames;

/// <summary>A picture as the bytes that its digest is over, see <see cref="FrameDigest"/>: tag, width, height, layout, cells. The form in which pictures are kept and handed on.</summary>
public static class FrameBytes
{
    /// <summary>The most bytes that are read: five pictures of 1,920 by 1,080 in full colour.</summary>
    public const int Most = 32 << 20;

    private const int HeadSize = 9;
    private static readonly byte[] Tag = Encoding.ASCII.GetBytes("signage.frame.1");

    /// <summary>The bytes; SHA-256 over them is the digest.</summary>
    public static byte[] Of(PixelFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var bytes = new byte[Tag.Length + HeadSize + frame.Cells.Length];
        Tag.CopyTo(bytes, 0);
        var head = bytes.AsSpan(Tag.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)frame.Size.Width);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], (uint)frame.Size.Height);
        head[8] = (byte)frame.Layout;
        frame.Cells.Span.CopyTo(head[HeadSize..]);
        return bytes;
    }

    /// <summary>The picture; null when the bytes are not the one form of any, or more than <see cref="Most"/>.</summary>
    /// <param name="bytes">The bytes as they came. Anything may be in them.</param>
    public static PixelFrame? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Most || bytes.Length <= Tag.Length + HeadSize || !bytes[..Tag.Length].SequenceEqual(Tag))
        {
            return null;
        }

        var head = bytes[Tag.Length..];
        var cells = head[HeadSize..];
        var (width, height) = (BinaryPrimitives.ReadUInt32LittleEndian(head), BinaryPrimitives.ReadUInt32LittleEndian(head[4..]));
        var layout = (PixelLayout)head[8];
        if (width is < 1 or > PixelSize.Largest || height is < 1 or > PixelSize.Largest || !Enum.IsDefined(layout))
        {
            return null;
        }

        var size = new PixelSize((int)width, (int)height);
        if ((long)size.Width * size.Height > Most * 8L || PixelFrame.LengthOf(size, layout) != cells.Length)
        {
            return null;
        }

        // Padding bits are cleared on the way in, so a picture that had some is not the picture of these bytes.
        var frame = PixelFrame.Create(size, layout, cells.ToArray(), static (all, from) => from.CopyTo(all));
        return frame.Cells.Span.SequenceEqual(cells) ? frame : null;
    }
}
