namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>Unpacks the pixels of a page, protocol page, section 6: one 0xRRGGBB number a pixel, row by row from the top.</summary>
internal static class PlainPixels
{
    /// <summary>Planes in the order they travel: a single colour is shown as red.</summary>
    private static readonly int[] Planes = [0xFF0000, 0x00FF00, 0x0000FF];

    /// <summary>Unpacks a page.</summary>
    /// <param name="bytes">Its pixels as they travel.</param>
    /// <param name="width">Width of the area.</param>
    /// <param name="height">Height of the area.</param>
    /// <param name="planes">1 single, 2 dual, 3 seven colours, 0 full colour: the packet does not say.</param>
    /// <exception cref="FormatException">There are not as many bytes as such a picture takes.</exception>
    public static int[,] Of(byte[] bytes, int width, int height, int planes) =>
        planes == 0 ? FromRgb(bytes, width, height) : FromPlanes(bytes, width, height, planes);

    /// <summary>The lit pixels as text, row by row: <c>3,0 A55A5B; 7,1 00FF00</c>.</summary>
    public static string Lit(int[,] picture) => string.Join(
        "; ",
        from y in Enumerable.Range(0, picture.GetLength(0))
        from x in Enumerable.Range(0, picture.GetLength(1))
        where picture[y, x] != 0
        select $"{x},{y} {picture[y, x]:X6}");

    private static int[,] FromPlanes(byte[] bytes, int width, int height, int planes)
    {
        var wordsARow = (width + 31) / 32;
        var planeBytes = wordsARow * 4 * height;
        if (bytes.Length != planes * planeBytes)
        {
            throw new FormatException($"{bytes.Length} bytes for {planes} planes of {planeBytes}");
        }

        var picture = new int[height, width];
        for (var plane = 0; plane < planes; plane++)
        {
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var wordAt = (plane * planeBytes) + (y * wordsARow * 4) + (x / 32 * 4);
                    var word = bytes[wordAt] + (bytes[wordAt + 1] * 0x100L) + (bytes[wordAt + 2] * 0x10000L) + (bytes[wordAt + 3] * 0x1000000L);
                    var isDark = (word >> (31 - (x % 32))) % 2 == 1;
                    picture[y, x] += isDark ? 0 : Planes[plane];
                }
            }
        }

        return picture;
    }

    private static int[,] FromRgb(byte[] bytes, int width, int height)
    {
        var picture = new int[height, width];
        var cursor = new PlainCursor(bytes);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                picture[y, x] = (cursor.One() * 0x10000) + (cursor.One() * 0x100) + cursor.One();
            }
        }

        cursor.MustBeAtEnd();
        return picture;
    }
}
