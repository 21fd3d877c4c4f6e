using Signage.Cli.Terminal;
using Signage.Controller.Dispatch;
using Signage.Core.Panels;
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

    /// <summary>A face that the model can drive, for when nobody named one: small and common.</summary>
    public static PanelFace Usual(DeviceProfile profile)
    {
        var limits = profile.Face;
        return new PanelFace(
            new(Math.Clamp(160, limits.MinWidth, limits.MaxWidth), Math.Clamp(16, limits.MinHeight, limits.MaxHeight)),
            profile.Colours[0]);
    }
}
