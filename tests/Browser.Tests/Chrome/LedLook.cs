using System.Globalization;
using Signage.Core.Frames;

namespace Browser.Tests.Chrome;

/// <summary>
/// The colour that each LED of a picture has on the page, written down a second time: the page's own table would agree with itself whatever it said. A plane or a channel that is
/// taken for another shows as another colour.
/// </summary>
internal static class LedLook
{
    // What the eye adds to a LED of three colours: the other two are lifted by a fifth of what they lack.
    private const double Glare = 0.2;
    private const string Off = "1e1b1b";
    private const string Red = "ff3a2a";
    private const string Green = "40e25c";
    private const string Yellow = "ffbe24";

    /// <summary>Row by row, left to right: six hexadecimal digits for a LED.</summary>
    public static string[] Of(PixelFrame frame) =>
        [.. Enumerable.Range(0, frame.Size.Height).SelectMany(y => Enumerable.Range(0, frame.Size.Width).Select(x => Of(frame.Layout, frame[x, y])))];

    private static string Of(PixelLayout layout, LedColour led) => (layout, led.R > 0, led.G > 0) switch
    {
        _ when !led.IsLit => Off,
        (PixelLayout.Rgb, _, _) => string.Concat(new[] { led.R, led.G, led.B }.Select(part => Pale(part, Math.Max(led.R, Math.Max(led.G, led.B))))),
        (PixelLayout.Mono, _, _) => Red,
        (_, true, true) => Yellow,
        (_, true, false) => Red,
        _ => Green,
    };

    private static string Pale(byte part, byte most) =>
        ((int)Math.Round(part + ((most - part) * Glare), MidpointRounding.ToEven)).ToString("x2", CultureInfo.InvariantCulture);
}
