using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Signage.Core.Shows;

/// <summary>
/// SHA-256 that names what a loop of pages looks like: over the tag <c>signage.show.1</c> (ASCII), the page count (u32 little-endian) and for
/// each page its frame digest (32 bytes), effect (u8), step in microseconds (u32 LE), stay in milliseconds (u32 LE) and repeat (u32 LE).
/// Runs of continuous strips count as the one strip that a passer-by sees (<see cref="PageRun.Join"/>). Validity, slot and programme are not in it.
/// </summary>
/// <param name="Hex">64 lower-case hex digits.</param>
public readonly record struct ShowDigest(string Hex)
{
    private static readonly byte[] Tag = Encoding.ASCII.GetBytes("signage.show.1");

    /// <summary>Computes the digest of an ordered loop of pages.</summary>
    public static ShowDigest Of(IReadOnlyList<Page> pages)
    {
        var joined = PageRun.Join(pages);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Tag);
        Span<byte> count = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(count, (uint)joined.Count);
        hash.AppendData(count);
        Span<byte> timing = stackalloc byte[13];
        foreach (var page in joined)
        {
            hash.AppendData(Convert.FromHexString(page.Picture.Digest.Hex));
            timing[0] = (byte)page.Effect;
            BinaryPrimitives.WriteUInt32LittleEndian(timing[1..], (uint)page.Step.TotalMicroseconds);
            BinaryPrimitives.WriteUInt32LittleEndian(timing[5..], (uint)page.Stay.TotalMilliseconds);
            BinaryPrimitives.WriteUInt32LittleEndian(timing[9..], (uint)page.Repeat);
            hash.AppendData(timing);
        }

        return new ShowDigest(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The hex digits.</summary>
    public override string ToString() => Hex;
}
