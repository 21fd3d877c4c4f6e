using System.Text;

namespace Signage.Renderer.Tests.Fonts;

/// <summary>The characters of GB 2312.</summary>
internal static class Gb2312
{
    /// <summary>All 6763 hanzi.</summary>
    public static string Hanzi()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb2312 = Encoding.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        var hanzi = new StringBuilder();
        for (var lead = 0xB0; lead <= 0xF7; lead++)
        {
            // Row 0xD7 ends five characters early.
            for (var trail = 0xA1; trail <= (lead == 0xD7 ? 0xF9 : 0xFE); trail++)
            {
                hanzi.Append(gb2312.GetString([(byte)lead, (byte)trail]));
            }
        }

        return hanzi.ToString();
    }
}
