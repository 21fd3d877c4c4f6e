using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;

namespace Signage.Conformance.Panels;

/// <summary>Pictures that no two look alike and say nothing: dots strewn by a number, with the four corners lit.</summary>
internal static class TestPictures
{
    private static readonly TimeSpan Stay = TimeSpan.FromSeconds(5);

    /// <summary>A picture.</summary>
    /// <param name="size">Its pixels.</param>
    /// <param name="face">The face that it is for.</param>
    /// <param name="number">Which one; the same number is the same picture.</param>
    public static PixelFrame Of(PixelSize size, PanelFace face, int number) =>
        PixelFrame.Create(size, face.Layout, (size, face, number), static (cells, wanted) => Paint(cells, wanted.size, wanted.face, wanted.number));

    /// <summary>A show of one picture that stands still.</summary>
    public static Show Still(PixelFrame picture, PanelFace face, DeviceProfile profile) => Loop([picture], Effect.Static, face, profile);

    /// <summary>A show of pictures.</summary>
    public static Show Loop(IEnumerable<PixelFrame> pictures, Effect effect, PanelFace face, DeviceProfile profile)
    {
        var abilities = profile.ToAbilities();
        return new Show(face, profile.Id, [.. pictures.Select(picture => new ShowPage(
            new Page(picture, effect, abilities.DefaultStep, abilities.NearestStay(Stay)), new Revision("conformance", picture.Digest.Hex)))]);
    }

    private static void Paint(Span<byte> cells, PixelSize size, PanelFace face, int number)
    {
        var dots = new Random(number);
        var stride = PixelFrame.StrideOf(size.Width, face.Layout);
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                var isCorner = (x == 0 || x == size.Width - 1) && (y == 0 || y == size.Height - 1);
                for (var part = 0; part < (face.Layout == PixelLayout.Mono ? 1 : face.Layout == PixelLayout.Dual ? 2 : 3); part++)
                {
                    var level = face.Colour == ColourAbility.Full ? dots.Next(256) : dots.Next(3) == 0 ? 255 : 0;
                    level = isCorner ? 255 : level;
                    if (face.Layout == PixelLayout.Rgb)
                    {
                        cells[(y * stride) + (x * 3) + part] = (byte)level;
                    }
                    else if (level > 0)
                    {
                        cells[(((part * size.Height) + y) * stride) + (x >> 3)] |= (byte)(0x80 >> (x & 7));
                    }
                }
            }
        }
    }
}
