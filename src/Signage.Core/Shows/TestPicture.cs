using System.Collections.Frozen;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;

namespace Signage.Core.Shows;

/// <summary>The pictures of test patterns, and the stamps on their pages. The gate draws one anew and lets nothing else pass under its stamp.</summary>
public static class TestPicture
{
    private const string Prefix = "pattern-";
    private const int GridStep = 8, RampSteps = 16;

    private static readonly FrozenDictionary<Revision, TestPattern> Stamps = Enum.GetValues<TestPattern>().ToFrozenDictionary(Stamp);

    /// <summary>The name of a pattern: <c>grid</c>.</summary>
    public static string NameOf(TestPattern pattern) => pattern.ToString().ToLowerInvariant();

    /// <summary>The stamp on the page of a pattern. It has no words, and no words can be stored without any.</summary>
    public static Revision Stamp(TestPattern pattern) => new(Prefix + NameOf(pattern), "");

    /// <summary>The pattern that a stamp stands for; null when it stands for words.</summary>
    public static TestPattern? Of(Revision revision) => Stamps.TryGetValue(revision, out var pattern) ? pattern : null;

    /// <summary>The picture; null when the face has not the colours for it.</summary>
    public static PixelFrame? Draw(TestPattern pattern, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        return Has(face.Colour, pattern)
            ? PixelFrame.Create(face.Size, face.Layout, (pattern, face), static (cells, asked) =>
            {
                var size = asked.face.Size;
                for (var y = 0; y < size.Height; y++)
                {
                    for (var x = 0; x < size.Width; x++)
                    {
                        Light(cells, asked.face, x, y, ColourAt(asked.pattern, size, x, y));
                    }
                }
            })
            : null;
    }

    private static bool Has(ColourAbility colour, TestPattern pattern) => pattern switch
    {
        TestPattern.Green => colour != ColourAbility.Single,
        TestPattern.Blue => colour is ColourAbility.Seven or ColourAbility.Full,
        TestPattern.Ramp => colour == ColourAbility.Full,
        _ => true,
    };

    private static LedColour ColourAt(TestPattern pattern, PixelSize size, int x, int y) => pattern switch
    {
        TestPattern.Full => LedColour.White,
        TestPattern.Red => LedColour.Red,
        TestPattern.Green => LedColour.Green,
        TestPattern.Blue => LedColour.Blue,
        TestPattern.Edges => IsEdge(size, x, y) ? LedColour.White : LedColour.Dark,
        TestPattern.Grid => x % GridStep == 0 || y % GridStep == 0 ? LedColour.White : LedColour.Dark,
        _ => Grey((byte)(x * RampSteps / size.Width * byte.MaxValue / (RampSteps - 1))),
    };

    private static LedColour Grey(byte level) => new(level, level, level);

    private static bool IsEdge(PixelSize size, int x, int y) =>
        x == 0 || y == 0 || x == size.Width - 1 || y == size.Height - 1 || (x < size.Height && (x == y || x == size.Height - 1 - y));

    private static void Light(Span<byte> cells, PanelFace face, int x, int y, LedColour colour)
    {
        var stride = PixelFrame.StrideOf(face.Size.Width, face.Layout);
        if (face.Layout == PixelLayout.Rgb)
        {
            var at = (y * stride) + (x * 3);
            (cells[at], cells[at + 1], cells[at + 2]) = (colour.R, colour.G, colour.B);
            return;
        }

        var bit = (byte)(0x80 >> (x & 7));
        if (colour.R != 0)
        {
            cells[(y * stride) + (x >> 3)] |= bit;
        }

        if (face.Layout == PixelLayout.Dual && colour.G != 0)
        {
            cells[((face.Size.Height + y) * stride) + (x >> 3)] |= bit;
        }
    }
}
