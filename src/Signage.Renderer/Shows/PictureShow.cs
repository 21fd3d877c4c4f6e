using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Renderer.Shows;

/// <summary>Shows made of a picture instead of words, for the bench and for packets of captures. The gate knows no such revision.</summary>
public static class PictureShow
{
    /// <summary>A show of one page that stands still.</summary>
    /// <param name="picture">As large as the face and in its layout.</param>
    /// <param name="face">The face.</param>
    /// <param name="abilities">The card.</param>
    /// <param name="style">Step and stay; the effect is static unless it says otherwise.</param>
    /// <exception cref="ArgumentException">The picture does not fit the face.</exception>
    public static Show Make(PixelFrame picture, PanelFace face, CardAbilities abilities, ShowStyle style)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(abilities);
        ArgumentNullException.ThrowIfNull(style);
        var page = new Page(
            picture,
            style.Effect ?? Effect.Static,
            abilities.NearestStep(style.Step ?? abilities.DefaultStep),
            abilities.NearestStay(style.Stay ?? TimeSpan.FromSeconds(5)));
        return new Show(face, abilities.ProfileId, [new ShowPage(page, new Revision("picture", picture.Digest.Hex))]);
    }
}
