using System.IO.Compression;
using CsCheck;
using Signage.Renderer.Fonts.Bitmaps;

namespace Signage.Renderer.Tests.Fonts.Bitmaps;

/// <summary>Whatever is done to a font file: it is read or refused in one line, and takes memory by its length, never by a number in it.</summary>
public sealed class SpoiledFontProperties
{
    // The table of a font's codes may name 65,536 characters, each of which takes some hundred bytes while a dictionary grows.
    private const long Fixed = 256 * 1024;
    private const long AByte = 128;

    private static readonly byte[][] Good = [SampleBdf.Bytes(SampleBdf.Text), new SamplePcf().Bytes(), Packed(new SamplePcf().Bytes()), Packed(SampleBdf.Bytes(SampleBdf.Text))];

    private static readonly byte[][] Edges =
    [
        [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0], [0x80, 0, 0, 0], [0, 0, 0, 0x80], [0xFF, 0xFF], [0, 0],
        .. new[] { "99999999999", "-1", "2147483647", "-2147483648", "\n", " ", "BITMAP\n", "ENDCHAR\n", "CHARS 200000\n", "BBX 128 128 0 0\n", "\"", "ENDPROPERTIES\n" }.Select(SampleBdf.Bytes),
    ];

    [Fact]
    public void Read_WhenSpoiled_NeverThrowsAndTakesMemoryByItsLength()
    {
        var change = Gen.Select(Gen.Int[0, 2000], Gen.Int[0, Edges.Length + 2], Gen.Byte);
        Gen.Select(Gen.Int[0, Good.Length - 1], change.Array[1, 6]).Sample(
            (which, changes) =>
            {
                var bytes = changes.Aggregate(Good[which], (bytes, change) => Spoil(bytes, change.Item1 % (bytes.Length + 1), change.Item2, change.Item3));
                var before = GC.GetAllocatedBytesForCurrentThread();
                var answer = BitmapFontFile.Read(bytes);
                var taken = GC.GetAllocatedBytesForCurrentThread() - before;
                return taken <= Fixed + (AByte * bytes.Length)
                    && (answer is BitmapFontAnswer.Read || (answer is BitmapFontAnswer.Refused { Reason: { Length: > 0 } reason } && !reason.Any(char.IsControl)));
            },
            iter: int.TryParse(Environment.GetEnvironmentVariable("SIGNAGE_MUTATIONS"), out var many) ? many : 20_000);
    }

    [Fact]
    public void Read_WhenSpoiledAndStillAFont_CanBeSetCharacterByCharacter() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2000], Gen.Byte).Sample(
            (which, at, value) =>
            {
                var bytes = (byte[])Good[which].Clone();
                bytes[at % bytes.Length] = value;
                if (BitmapFontFile.Read(bytes) is BitmapFontAnswer.Read { Font: var font })
                {
                    var cell = BitmapCell.Of(font);
                    Assert.All(font.Glyphs, glyph => Assert.True(cell.Set(font, glyph.Value) is null or { Width: > 0 and <= 64 }));
                }
            },
            iter: 20_000);

    private static byte[] Spoil(byte[] bytes, int at, int how, byte value) => how switch
    {
        0 when at < bytes.Length => [.. bytes[..at], value, .. bytes[(at + 1)..]],
        1 => bytes[..at],
        2 => [.. bytes[..at], .. bytes[(at / 2)..]],
        >= 3 when at + Edges[how - 3].Length <= bytes.Length => [.. bytes[..at], .. Edges[how - 3], .. bytes[(at + ((value & 1) == 0 ? Edges[how - 3].Length : 0))..]],
        _ => [.. bytes[..at], value, .. bytes[at..]],
    };

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}
