namespace Signage.Renderer.Tests.Pictures.Made;

/// <summary>GIF files written by ImageMagick 6.9, and others made block by block.</summary>
internal static class MadeGif
{
    /// <summary>A picture of 16x8 in red, green, blue and white.</summary>
    public static byte[] Good { get; } = Convert.FromBase64String(
        "R0lGODlhEAAIAPEDAP8AAAD/AAAA/////yH5BAAAAAAALAAAAAAQAAgAAAIahG+hq4jM3IFLJhqE3nr473EcCIob+ZkdOhQAOw==");

    /// <summary>That one, and then its negative, over and over.</summary>
    public static byte[] Moving { get; } = Convert.FromBase64String(
        "R0lGODlhEAAIAPEDAP8AAAD/AAAA/////yH5BAAKAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAAEAAIAAACGoRvoauIzNyBSyYahN56+O9xHAiKG/mZHToUACH5BAAKAAAALAAAAAAQAAgAgQAAAP"
        + "//AP8A/wD//wIanG+iq4jM3IFLJiqC3hr473EcCIob+ZkdChQAOw==");

    /// <summary>A canvas with a palette of two colours.</summary>
    public static byte[] Screen(int width, int height, bool hasTable = true) =>
    [
        .. "GIF89a"u8, (byte)(width & 255), (byte)(width >> 8), (byte)(height & 255), (byte)(height >> 8), (byte)(hasTable ? 0x80 : 0), 0, 0, .. hasTable ? new byte[] { 0, 0, 0, 255, 255, 255 } : [],
    ];

    /// <summary>One picture, as a rule with the data of a single dark pixel.</summary>
    public static byte[] Frame(int left, int top, int width, int height, byte codeBits = 2, params byte[] blocks) =>
    [
        0x2C, (byte)(left & 255), (byte)(left >> 8), (byte)(top & 255), (byte)(top >> 8), (byte)(width & 255), (byte)(width >> 8), (byte)(height & 255), (byte)(height >> 8), 0,
        codeBits, .. blocks.Length > 0 ? blocks : [2, 0x44, 1, 0],
    ];

    public static byte[] File(params byte[][] blocks) => [.. blocks.SelectMany(block => block), 0x3B];
}
