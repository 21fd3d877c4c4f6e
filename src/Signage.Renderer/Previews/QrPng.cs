using QRCoder;

namespace Signage.Renderer.Previews;

/// <summary>A text as a square code (ISO/IEC 18004, error level M) for telephones that read it off a screen.</summary>
public static class QrPng
{
    // Large enough for a telephone at arm's length, small enough for one that shows the page itself.
    private const int PixelsPerModule = 5;

    /// <summary>The code as PNG, with its quiet zone of four modules. Nothing of the text is kept.</summary>
    /// <param name="text">The text; at most some hundred signs.</param>
    public static byte[] Draw(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return picture.GetGraphic(PixelsPerModule);
    }
}
