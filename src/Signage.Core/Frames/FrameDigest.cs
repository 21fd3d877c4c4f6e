using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Signage.Core.Frames;

/// <summary>
/// SHA-256 that names one picture: over the tag <c>signage.frame.1</c> (ASCII), width and height (u32 little-endian), layout (u8) and the
/// cells. Two frames are equal exactly when their digests are. Written in lower-case hex, 64 characters.
/// </summary>
/// <param name="Hex">64 lower-case hex digits.</param>
public readonly record struct FrameDigest(string Hex)
{
    private static readonly byte[] Tag = Encoding.ASCII.GetBytes("signage.frame.1");

    /// <summary>Computes the digest of a picture.</summary>
    public static FrameDigest Of(PixelFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Tag);
        Span<byte> head = stackalloc byte[9];
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)frame.Size.Width);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], (uint)frame.Size.Height);
        head[8] = (byte)frame.Layout;
        hash.AppendData(head);
        hash.AppendData(frame.Cells.Span);
        return new FrameDigest(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The hex digits.</summary>
    public override string ToString() => Hex;
}
