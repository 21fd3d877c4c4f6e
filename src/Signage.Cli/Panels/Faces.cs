using Signage.Cli.Terminal;
using Signage.Controller.Dispatch;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Profiles;

namespace Signage.Cli.Panels;

/// <summary>Faces of the command line and the card models that are to drive them.</summary>
internal static class Faces
{
    /// <summary>Ends the command when the model cannot drive the face.</summary>
    /// <exception cref="UserError">One line with every reason.</exception>
    public static void Require(PanelFace face, DeviceProfile profile)
    {
        if (PanelFit.Complaint(profile, face) is { } complaint)
        {
            throw new UserError(complaint);
        }
    }

    /// <summary>The face of a model that has one only. A real panel has one size: guessing another would examine a picture that nobody sees whole.</summary>
    /// <exception cref="UserError">The model drives several, so somebody has to say which it is.</exception>
    public static PanelFace Only(DeviceProfile profile)
    {
        var limits = profile.Face;
        return limits.MinWidth == limits.MaxWidth && limits.MinHeight == limits.MaxHeight && profile.Colours.Count == 1
            ? new PanelFace(new(limits.MinWidth, limits.MinHeight), profile.Colours[0])
            : throw new UserError(Words.FaceNeeded.With(profile.Id, limits.MinWidth, limits.MaxWidth, limits.MinHeight, limits.MaxHeight));
    }

    /// <summary>A face for a simulated panel of the model, for when nobody named one: small and common.</summary>
    public static PanelFace Usual(DeviceProfile profile)
    {
        var limits = profile.Face;
        return new PanelFace(
            new(Math.Clamp(160, limits.MinWidth, limits.MaxWidth), Math.Clamp(16, limits.MinHeight, limits.MaxHeight)),
            profile.Colours[0]);
    }
}
