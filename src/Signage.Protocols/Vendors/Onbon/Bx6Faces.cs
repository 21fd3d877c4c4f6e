using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>Faces that could be lit but never be made dark again: blanking is a page of its own, and it has to fit one packet.</summary>
internal static class Bx6Faces
{
    private const int CheckValue = 2;

    /// <summary>Bytes of a dynamic packet before escaping.</summary>
    public static int PacketOf(int body) => Bx6Frames.DynamicHeader + body + CheckValue;

    /// <summary>Everything that keeps a face from being driven. Counts and does not draw: a face may be as large as somebody can type.</summary>
    public static IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(face);
        var dark = PacketOf(Bx6Body.RequestHead + Bx6Update.OnePageLength(Bx6Pixels.Length(face.Size.Width, face.Size.Height, face.Colour)));
        if (dark > profile.Packets.MaxBytes)
        {
            yield return Words.NeverBlanked.With(face, dark, profile.Id, profile.Packets.MaxBytes);
        }

        if (!profile.Effects.Any(mapping => (mapping.Plays ?? mapping.Effect) == Effect.Static))
        {
            yield return Words.NoStaticEffect.With(profile.Id);
        }
    }
}
