using Signage.Cli.Terminal;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Profiles;

namespace Signage.Cli.Panels;

/// <summary>Whether a card model can drive a face.</summary>
internal static class FaceFit
{
    /// <summary>Ends the command when the model cannot drive the face.</summary>
    /// <exception cref="UserError">One line with every reason.</exception>
    public static void Require(PanelFace face, DeviceProfile profile)
    {
        var complaints = Complaints(face, profile).ToArray();
        if (complaints.Length > 0)
        {
            throw new UserError(Words.FaceUnfit.With(face, profile.Id, string.Join("; ", complaints)));
        }
    }

    /// <summary>A face that the model can drive, for when nobody named one: small and common.</summary>
    public static PanelFace Usual(DeviceProfile profile)
    {
        var limits = profile.Face;
        return new PanelFace(
            new(Math.Clamp(160, limits.MinWidth, limits.MaxWidth), Math.Clamp(16, limits.MinHeight, limits.MaxHeight)),
            profile.Colours[0]);
    }

    private static IEnumerable<string> Complaints(PanelFace face, DeviceProfile profile)
    {
        var limits = profile.Face;
        if (face.Size.Width < limits.MinWidth || face.Size.Width > limits.MaxWidth)
        {
            yield return Words.WidthOutside.With(face.Size.Width, limits.MinWidth, limits.MaxWidth);
        }

        if (face.Size.Height < limits.MinHeight || face.Size.Height > limits.MaxHeight)
        {
            yield return Words.HeightOutside.With(face.Size.Height, limits.MinHeight, limits.MaxHeight);
        }

        if (limits.MaxPixels is { } most && face.Size.Width * face.Size.Height > most)
        {
            yield return Words.TooManyPixels.With(face.Size.Width * face.Size.Height, most);
        }

        if (!profile.Colours.Contains(face.Colour))
        {
            yield return Words.ColourNotSupported.With(face.Colour, string.Join(", ", profile.Colours));
        }
    }
}
