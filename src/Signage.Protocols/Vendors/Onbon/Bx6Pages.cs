using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>Pages of a show in the card's own terms: docs/protocols/onbon-bx6.md, section 6.</summary>
internal static class Bx6Pages
{
    /// <summary>One dynamic area over the whole face with the pages of a loop.</summary>
    /// <exception cref="NotSupportedException">The card has no code for an effect, a step, a stay or a repeat; the message says which.</exception>
    public static Bx6Update Update(IReadOnlyList<Page> loop, PanelFace face, DeviceProfile profile, Bx6Settings settings)
    {
        var area = Area(loop, face, profile, settings) with
        {
            RunMode = settings.RunMode,
            Timeout = settings.Timeout,
            AllPrograms = settings.AllPrograms,
            Immediate = settings.Immediate,
        };
        return new Bx6Update([area]);
    }

    /// <summary>The stored programme that a card plays after a power cut: one area over the whole face with the pages of a loop.</summary>
    /// <exception cref="NotSupportedException">The card has no code for an effect, a step, a stay or a repeat; the message says which.</exception>
    public static Bx6Programme Programme(IReadOnlyList<Page> loop, PanelFace face, DeviceProfile profile, Bx6Settings settings) =>
        new(Bx6Store.BaseNumber, Area(loop, face, profile, settings) with { AreaType = 0 }) { FirstDay = settings.FirstDay };

    private static Bx6Area Area(IReadOnlyList<Page> loop, PanelFace face, DeviceProfile profile, Bx6Settings settings)
    {
        var pages = loop.SelectMany(page => Cut(page, face, profile, settings)).ToArray();
        return pages.Length > ushort.MaxValue
            ? throw new NotSupportedException(CardWords.TooManyPages.With(pages.Length, ushort.MaxValue))
            : new Bx6Area(settings.AreaId, 0, 0, (ushort)face.Size.Width, (ushort)face.Size.Height, pages);
    }

    /// <summary>A strip wider than the area becomes area-wide pages in order; the last one says how much of it is lit.</summary>
    private static IEnumerable<Bx6Page> Cut(Page page, PanelFace face, DeviceProfile profile, Bx6Settings settings)
    {
        var mode = settings.DisplayMode ?? Code(page, profile);
        var speed = settings.Speed ?? Level(page, profile);
        var stay = settings.Stay ?? Stay(page, profile);
        var repeat = settings.Repeat ?? Repeat(page, profile);
        var width = face.Size.Width;
        for (var left = 0; left < page.Picture.Size.Width; left += width)
        {
            var valid = settings.ValidWidth ?? (ushort)Math.Min(width, page.Picture.Size.Width - left);
            yield return new Bx6Page(mode, speed, stay, repeat, valid, Bx6Pixels.Pack(page.Picture, left, width, face.Colour))
            {
                ClearMode = settings.ClearMode,
            };
        }
    }

    private static byte Code(Page page, DeviceProfile profile)
    {
        // A show is already rounded to what the card plays, so the mapping that plays exactly this effect is the one.
        var mapping = profile.Effects.FirstOrDefault(mapping => (mapping.Plays ?? mapping.Effect) == page.Effect && mapping.Code <= byte.MaxValue);
        return mapping is null
            ? throw new NotSupportedException(Words.NoEffect.With(profile.Id, page.Effect))
            : (byte)mapping.Code;
    }

    private static byte Level(Page page, DeviceProfile profile)
    {
        var level = profile.Speed.Levels.FirstOrDefault(level => TimeSpan.FromMicroseconds(level.StepMicroseconds) == page.Step);
        return level is null or { Level: > byte.MaxValue }
            ? throw new NotSupportedException(Words.NoSpeed.With(profile.Id, page.Step.TotalMilliseconds))
            : (byte)level.Level;
    }

    private static byte Repeat(Page page, DeviceProfile profile) => page.Repeat is >= 1 and <= byte.MaxValue
        ? (byte)page.Repeat
        : throw new NotSupportedException(Words.NoRepeat.With(profile.Id, page.Repeat));

    private static ushort Stay(Page page, DeviceProfile profile)
    {
        var unit = TimeSpan.FromMilliseconds(profile.Stay.UnitMilliseconds);
        var units = page.Stay.Ticks / unit.Ticks;
        return units > Math.Min(profile.Stay.MaxUnits, ushort.MaxValue) || unit * units != page.Stay
            ? throw new NotSupportedException(
                Words.NoStay.With(profile.Id, page.Stay.TotalSeconds, profile.Stay.UnitMilliseconds, profile.Stay.MaxUnits))
            : (ushort)units;
    }
}
