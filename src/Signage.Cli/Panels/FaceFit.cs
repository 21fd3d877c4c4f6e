using Signage.Cli.Terminal;
using Signage.Core.Panels;
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
            throw new UserError($"屏面 {face} 不适合卡型号 {profile.Id}: the card cannot drive this face: {string.Join("; ", complaints)}.");
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
            yield return $"width {face.Size.Width} is outside {limits.MinWidth} to {limits.MaxWidth}";
        }

        if (face.Size.Height < limits.MinHeight || face.Size.Height > limits.MaxHeight)
        {
            yield return $"height {face.Size.Height} is outside {limits.MinHeight} to {limits.MaxHeight}";
        }

        if (limits.MaxPixels is { } most && face.Size.Width * face.Size.Height > most)
        {
            yield return $"{face.Size.Width * face.Size.Height} pixels are more than {most}";
        }

        if (!profile.Colours.Contains(face.Colour))
        {
            yield return $"colour {face.Colour} is not one of {string.Join(", ", profile.Colours)}";
        }
    }
}
