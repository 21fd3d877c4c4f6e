using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Signage.Core.Frames;
using Signage.Core.Text;

namespace Signage.Core.Panels;

/// <summary>屏面: how many pixels a panel has and what colours they make. Written <c>160x16x1</c>, <c>192x64x2</c>, <c>128x64xrgb</c>.</summary>
/// <param name="Size">Pixels across and down.</param>
/// <param name="Colour">What colours the LEDs make.</param>
public sealed record PanelFace(PixelSize Size, ColourAbility Colour)
{
    private static readonly string[] Letters = ["1", "2", "3", "rgb"];

    /// <summary>The layout of every picture for this face. Seven colours are kept as RGB with each part 0 or 255.</summary>
    public PixelLayout Layout => Colour switch
    {
        ColourAbility.Single => PixelLayout.Mono,
        ColourAbility.Dual => PixelLayout.Dual,
        _ => PixelLayout.Rgb,
    };

    /// <summary>The grey that it makes, or the white that stands for it; null when it makes neither.</summary>
    public LedColour? Grey => Colour switch
    {
        ColourAbility.Full => LedColour.Grey,
        ColourAbility.Seven => LedColour.White,
        _ => null,
    };

    /// <summary>The colour that is furthest from festive red: grey, else yellow, else the only one that it has.</summary>
    public LedColour Sober => Grey ?? (Colour == ColourAbility.Dual ? LedColour.Yellow : LedColour.Red);

    /// <summary>Reads a face.</summary>
    /// <exception cref="FormatException">The text is not a face; the message says what was expected.</exception>
    public static PanelFace Parse(string text) =>
        TryParse(text, out var face)
            ? face
            : throw new FormatException(Words.NotAFace.With(text));

    /// <summary>Reads a face; false when the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PanelFace? face)
    {
        face = null;
        var parts = (text ?? "").Split('x');
        if (parts.Length != 3 || !Side(parts[0], out var width) || !Side(parts[1], out var height))
        {
            return false;
        }

        var colour = Array.IndexOf(Letters, parts[2]);
        if (colour < 0)
        {
            return false;
        }

        face = new PanelFace(new PixelSize(width, height), (ColourAbility)colour);
        return true;
    }

    /// <summary>The face as it is written.</summary>
    public override string ToString() => $"{Size}x{Letters[(int)Colour]}";

    private static bool Side(string text, out int side) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out side) && side is >= 1 and <= 8192;
}
