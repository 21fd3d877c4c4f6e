using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Dispatch;

/// <summary>Whether a card can drive a face.</summary>
public static class PanelFit
{
    /// <summary>Why the card cannot drive the face, every reason in one line; null when it can.</summary>
    public static string? Complaint(DeviceProfile profile, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(face);
        var reasons = string.Join("; ", Reasons(profile, face));
        return reasons.Length == 0 ? null : Words.FaceUnfit.With(face, profile.Id, reasons);
    }

    /// <summary>A colour ability as it is written in a face.</summary>
    public static string WordOf(ColourAbility colour) => new PanelFace(new(1, 1), colour).ToString()["1x1x".Length..];

    private static IEnumerable<string> Reasons(DeviceProfile profile, PanelFace face)
    {
        var (limits, size) = (profile.Face, face.Size);
        if (size.Width < limits.MinWidth || size.Width > limits.MaxWidth)
        {
            yield return Words.WidthOutside.With(size.Width, limits.MinWidth, limits.MaxWidth);
        }

        if (size.Height < limits.MinHeight || size.Height > limits.MaxHeight)
        {
            yield return Words.HeightOutside.With(size.Height, limits.MinHeight, limits.MaxHeight);
        }

        var pixels = (long)size.Width * size.Height;
        if (pixels > (limits.MaxPixels ?? long.MaxValue))
        {
            yield return Words.TooManyPixels.With(pixels, limits.MaxPixels);
        }

        if (!profile.Colours.Contains(face.Colour))
        {
            yield return Words.ColourNotSupported.With(WordOf(face.Colour), string.Join(", ", profile.Colours.Select(WordOf)));
        }
    }
}
