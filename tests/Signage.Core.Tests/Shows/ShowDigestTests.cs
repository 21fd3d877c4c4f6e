using System.Security.Cryptography;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Core.Tests.Shows;

/// <summary>The digest against its written definition, spelled out by another writer.</summary>
public sealed class ShowDigestTests
{
    [Fact]
    public void Of_WhenTwoPages_HashesTheDocumentedBytes()
    {
        Page[] pages =
        [
            new(PixelFrame.ParseMono("#."), Effect.MoveUp, TimeSpan.FromMilliseconds(25), TimeSpan.FromSeconds(5), 3),
            new(PixelFrame.ParseMono(".#"), Effect.Blink, TimeSpan.FromMicroseconds(1_500), TimeSpan.FromMilliseconds(70_000)),
        ];
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("signage.show.1"u8);
        writer.Write(2u);
        foreach (var (page, step, stay, repeat) in ((Page, uint, uint, uint)[])[(pages[0], 25_000, 5_000, 3), (pages[1], 1_500, 70_000, 1)])
        {
            writer.Write(Convert.FromHexString(page.Picture.Digest.Hex));
            writer.Write((byte)page.Effect);
            writer.Write(step);
            writer.Write(stay);
            writer.Write(repeat);
        }

        writer.Flush();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(stream.ToArray())), ShowDigest.Of(pages).Hex);
    }
}
