using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Colorlight.Wire;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>What a profile may say of a player.</summary>
internal static class PlayerModels
{
    private const int Brightest = 255;
    private const int MicrosecondsAMillisecond = 1_000;

    // Room for the programme and the heads of its form beside one picture.
    private const int ProgramRoom = 4_096;

    // How the vendor numbers the ways in which a picture comes in, as far as ours are among them (docs/protocols/colorlight.md, section 3).
    private static readonly (Effect Effect, int Code)[] Effects = [(Effect.Static, 0), (Effect.MoveUp, 20), (Effect.MoveLeft, 22)];

    /// <summary>How a model is made dark; null when the profile names a way that does not exist.</summary>
    public static PlayerDialect? Dialect(DeviceProfile profile) => profile.Dialect switch
    {
        "sleep" => PlayerDialect.Sleep,
        "screenstatus" => PlayerDialect.ScreenStatus,
        _ => null,
    };

    /// <summary>Everything in a profile that this protocol cannot work with.</summary>
    public static IEnumerable<string> Complaints(DeviceProfile profile)
    {
        if (Dialect(profile) is null)
        {
            yield return CardWords.DialectUnknown.With(profile.Dialect);
        }

        foreach (var name in profile.Settings.Keys)
        {
            yield return CardWords.NoSettings.With(name);
        }

        foreach (var mapping in profile.Effects.Where(mapping => !Effects.Contains((mapping.Plays ?? mapping.Effect, mapping.Code))))
        {
            yield return CardWords.EffectCode.With(mapping.Effect, mapping.Code);
        }

        if (profile.Effects.All(mapping => mapping is not { Effect: Effect.Static, Fidelity: EffectFidelity.Exact }))
        {
            yield return CardWords.NoStill;
        }

        foreach (var level in profile.Speed.Levels.Where(level => level.StepMicroseconds % MicrosecondsAMillisecond != 0))
        {
            yield return CardWords.StepNotWhole.With(level.StepMicroseconds);
        }

        if (profile.Brightness.Max > Brightest)
        {
            yield return CardWords.BrightnessMost.With(profile.Brightness.Max);
        }

        if (profile.Delivery.Any(kind => kind != DeliveryKind.Pages))
        {
            yield return CardWords.OnlyPages;
        }
    }

    /// <summary>Everything that keeps a face from being driven. It can always be blanked: that takes no picture.</summary>
    public static IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face)
    {
        if (face.Size.Width % 2 != 0 || face.Size.Height % 2 != 0)
        {
            yield return CardWords.OddFace.With(face);
        }

        var page = PngStill.LengthOf(face.Size.Width, face.Size.Height) + ProgramRoom;
        if (page > profile.Packets.MaxBytes)
        {
            yield return CardWords.FaceTooLarge.With(face, page, profile.Id, profile.Packets.MaxBytes);
        }
    }
}
