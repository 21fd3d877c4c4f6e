using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Dispatch;

/// <summary>Whether a card can drive a face.</summary>
public static class PanelFit
{
    /// <summary>Why the card cannot drive the face, in one line; null when it can.</summary>
    public static string? Complaint(DeviceProfile profile, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(face);
        var (limits, size) = (profile.Face, face.Size);
        if (size.Width < limits.MinWidth || size.Width > limits.MaxWidth || size.Height < limits.MinHeight || size.Height > limits.MaxHeight
            || (long)size.Width * size.Height > (limits.MaxPixels ?? long.MaxValue))
        {
            return Words.FaceOutOfRange.With(face, profile.Id, limits.MinWidth, limits.MinHeight, limits.MaxWidth, limits.MaxHeight);
        }

        return profile.Colours.Contains(face.Colour)
            ? null
            : Words.ColourNotSupported.With(profile.Id, face.Colour, string.Join(", ", profile.Colours));
    }
}
