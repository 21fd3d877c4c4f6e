using Signage.Core.Panels;
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
            return $"屏面 {face} 超出 {profile.Id} 的范围 (this card drives {limits.MinWidth}x{limits.MinHeight} to {limits.MaxWidth}x{limits.MaxHeight} pixels)";
        }

        return profile.Colours.Contains(face.Colour)
            ? null
            : $"{profile.Id} 不支持颜色 {face.Colour} (this card drives {string.Join(", ", profile.Colours)})";
    }
}
