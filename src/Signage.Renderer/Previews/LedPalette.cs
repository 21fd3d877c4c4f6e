using Signage.Core.Frames;

namespace Signage.Renderer.Previews;

/// <summary>The colours of LEDs in a picture with few colours, each in several shades for the round edge of a dot.</summary>
internal sealed class LedPalette
{
    /// <summary>Shades of a dot beside the board itself: a third, two thirds, all of it.</summary>
    public const int Shades = 3;

    private const int First = 2;
    private const int MostLeds = (GifStream.MostColours - First) / Shades;
    private static readonly LedColour Board = new(16, 16, 18);
    private static readonly LedColour Unlit = new(38, 34, 34);
    private readonly Dictionary<LedColour, int> _places = [];
    private readonly bool _isCoarse;

    /// <summary>Takes the colours of pictures. Where they are more than a palette holds, each part of a colour has four levels.</summary>
    public LedPalette(IEnumerable<PixelFrame> pictures)
    {
        var lit = pictures.SelectMany(Lit).ToHashSet();
        _isCoarse = lit.Count >= MostLeds;
        List<LedColour> palette = [LedColour.Dark, Board];
        foreach (var led in lit.Select(Coarse).Distinct().Prepend(LedColour.Dark).Distinct())
        {
            _places[led] = palette.Count;
            var shown = led.IsLit ? led : Unlit;
            palette.AddRange(Enumerable.Range(1, Shades).Select(shade => Mix(shown, shade)));
        }

        Colours = palette;
    }

    /// <summary>The palette: what is beside the board, the board, then the shades of each LED.</summary>
    public IReadOnlyList<LedColour> Colours { get; }

    /// <summary>The place of the frame around the board.</summary>
    public static byte Edge => 0;

    /// <summary>The place of a shade of an LED; 0 is the board.</summary>
    public byte Of(LedColour led, int shade) => (byte)(shade == 0 ? 1 : _places[Coarse(led)] + shade - 1);

    private LedColour Coarse(LedColour colour) => _isCoarse ? new LedColour(Level(colour.R), Level(colour.G), Level(colour.B)) : colour;

    // Rounded up where it is faint: what is lit stays lit.
    private static byte Level(byte part) => (byte)(85 * ((part + 84) / 85));

    private static LedColour Mix(LedColour led, int shade) => new(Mix(Board.R, led.R, shade), Mix(Board.G, led.G, shade), Mix(Board.B, led.B, shade));

    private static byte Mix(int board, int led, int shade) => (byte)(board + ((led - board) * shade / Shades));

    private static IEnumerable<LedColour> Lit(PixelFrame picture)
    {
        for (var y = 0; y < picture.Size.Height; y++)
        {
            for (var x = 0; x < picture.Size.Width; x++)
            {
                if (picture[x, y] is { IsLit: true } led)
                {
                    yield return led;
                }
            }
        }
    }
}
