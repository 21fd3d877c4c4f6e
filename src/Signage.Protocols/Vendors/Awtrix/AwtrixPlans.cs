using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Awtrix.Plans;
using Signage.Protocols.Vendors.Awtrix.Wire;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>The commands of every vendor in the words of this one: docs/protocols/awtrix.md, section 6.</summary>
internal static class AwtrixPlans
{
    private static readonly byte[] On = """{"power":true}"""u8.ToArray();

    /// <summary>The plan for a command.</summary>
    /// <exception cref="NotSupportedException">It cannot be said to a clock; the message says why and what would help.</exception>
    public static IAwtrixPlan Of(PanelCommand command, DeviceProfile profile, PanelFace face, AwtrixOptions options)
    {
        var link = Link(profile);
        return command switch
        {
            PanelCommand.LoadPages { Keep: true } or PanelCommand.StoreShow => throw new NotSupportedException(CardWords.NotKept.With(profile.Id)),
            PanelCommand.LoadPages load when load.Show.Face != face => throw new NotSupportedException(Words.ShowForOtherFace.With(load.Show.Face, face)),
            PanelCommand.LoadPages load => new AwtrixAlone(
                AwtrixPages.Of(load.Show, profile, options), [.. load.Show.Loop.Select(page => page.Picture)], Upkeep(link, profile), load.Show.IsDark),
            PanelCommand.Blank => new AwtrixAlone(
                [AwtrixPages.Dark(options, profile.Stay.MaxUnits)], [PixelFrame.Dark(face.Size, face.Layout)], Upkeep(link, profile), isDark: true),
            PanelCommand.Ping => new AwtrixPing(link, profile.Brightness),
            PanelCommand.ReadStatus => new AwtrixStatus(profile.Brightness),
            PanelCommand.ReadPixels => new AwtrixPixels(profile.Brightness),
            PanelCommand.SetPower { On: true } => new AwtrixTelling(link, new AwtrixWord(AwtrixWord.Power, On)),

            // "power" would let a Z rise over the whole glass before it goes dark, and that is not what anybody approved.
            PanelCommand.SetPower => new AwtrixTelling(link, AwtrixUpkeep.Settings([new("MATP", false)])),
            PanelCommand.SetBrightness told => new AwtrixDimming(link, profile.Brightness.Level(told.Percent, told.AtMost)),
            PanelCommand.SetClock => throw new NotSupportedException(CardWords.OwnClock),
            _ => throw new NotSupportedException(Words.NoSuchCommand.With(profile.Protocol, command.GetType().Name)),
        };
    }

    /// <summary>The way of a profile that <see cref="AwtrixAdapter.Validate"/> has found right.</summary>
    public static AwtrixLink Link(DeviceProfile profile) => AwtrixLinks.Of(profile) ?? throw new NotSupportedException(CardWords.OneLink);

    private static AwtrixUpkeep Upkeep(AwtrixLink link, DeviceProfile profile) => new(link, profile.Stay.MaxUnits);
}
