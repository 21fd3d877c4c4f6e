using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Simulator.Playing;

namespace Signage.Simulator.Cards.Onbon;

/// <summary>
/// The dynamic areas that a card holds, the stored programmes behind them, and the pixels they light. An update restarts its area; while no area plays,
/// the stored programmes do, one after the other, and without any the glass is dark.
/// </summary>
/// <param name="profile">The card model.</param>
/// <param name="face">The panel's pixels.</param>
/// <param name="programmes">The programmes in the card's flash.</param>
/// <param name="now">When they begin, the card's time.</param>
internal sealed class Bx6Screen(DeviceProfile profile, PanelFace face, IReadOnlyList<Bx6Programme> programmes, TimeSpan now)
{
    private readonly SortedDictionary<byte, Held> _areas = [];
    private Held? _stored = Stored(profile, face, programmes, now);

    /// <summary>The flash was written: its programmes begin anew.</summary>
    public void Store(IReadOnlyList<Bx6Programme> stored, TimeSpan since) => _stored = Stored(profile, face, stored, since);

    /// <summary>Whether a programme can be played on the face.</summary>
    /// <returns>The card's error code; 0 when it can.</returns>
    public ushort Judge(Bx6Programme programme) => programme.Area is not { X: 0, Y: 0 } area || area.Width != face.Size.Width || area.Height != face.Size.Height
        ? Bx6Error.Screen
        : area.Pages.Count == 0 || area.AreaType != 0 || area.FrameFlag != 0 || Decode(profile, face, area) is null ? Bx6Error.Parameter : (ushort)0;

    /// <summary>Takes an update whole or not at all.</summary>
    /// <returns>The card's error code; 0 when it was taken.</returns>
    public ushort Take(Bx6Update update, TimeSpan now)
    {
        var taken = new List<(byte Id, Held Area)>();
        foreach (var area in update.Areas)
        {
            if (area.Width == 0 || area.Height == 0 || area.X + area.Width > face.Size.Width || area.Y + area.Height > face.Size.Height)
            {
                return Bx6Error.Screen;
            }

            if (area.Pages.Count == 0 || area.AreaType != 0x10 || area.FrameFlag != 0 || Decode(profile, face, area) is not { } pages)
            {
                return Bx6Error.Parameter;
            }

            taken.Add((area.Id, new Held(area, new CardPlayer(pages, area.Width, area.Height), now)));
        }

        foreach (var (id, area) in taken)
        {
            _areas[id] = area;
        }

        return taken.Count == 0 ? Bx6Error.Parameter : (ushort)0;
    }

    /// <summary>Forgets one area, or all of them.</summary>
    public void Delete(IEnumerable<byte>? ids)
    {
        foreach (var id in ids ?? [.. _areas.Keys])
        {
            _areas.Remove(id);
        }
    }

    /// <summary>The lit pixels of all areas at a moment; without areas the glass is dark.</summary>
    public PixelFrame Glass(TimeSpan now)
    {
        var lit = new LedColour[face.Size.Width * face.Size.Height];
        foreach (var held in Playing)
        {
            var area = held.Area;
            var part = held.Player.At(now - held.Since);
            for (var i = 0; i < part.Length; i++)
            {
                lit[((area.Y + (i / area.Width)) * face.Size.Width) + area.X + (i % area.Width)] = part[i];
            }
        }

        return GlassFrames.ToFrame(lit, face.Size, face.Layout);
    }

    /// <summary>The decoded pages of the area that covers the whole face, strips joined; empty when no area does.</summary>
    public IReadOnlyList<Page> Pages => Whole is { } whole ? [.. whole.Player.Groups.Select(ToPage)] : [];

    /// <summary>Time since the pages of the whole-face area started.</summary>
    public TimeSpan SinceStart(TimeSpan now) => Whole is { } whole ? now - whole.Since : TimeSpan.Zero;

    // Immediate areas play alone; the others are tied to stored programmes, and that tie is not imitated.
    private IEnumerable<Held> Playing => _areas.Values.Any(held => held.Area.Immediate == 1)
        ? _areas.Values.Where(held => held.Area.Immediate == 1)
        : _stored is { } stored ? [stored] : [];

    private Held? Whole => Playing.LastOrDefault(held => held.Area.Width == face.Size.Width && held.Area.Height == face.Size.Height);

    private static Held? Stored(DeviceProfile profile, PanelFace face, IReadOnlyList<Bx6Programme> programmes, TimeSpan since)
    {
        List<CardPage> pages = [.. programmes.SelectMany(programme => Decode(profile, face, programme.Area) ?? [])];
        return pages.Count == 0 ? null : new Held(programmes[0].Area, new CardPlayer(pages, face.Size.Width, face.Size.Height), since);
    }

    private static List<CardPage>? Decode(DeviceProfile profile, PanelFace face, Bx6Area area)
    {
        var pages = new List<CardPage>(area.Pages.Count);
        foreach (var page in area.Pages)
        {
            var effect = profile.Effects.FirstOrDefault(mapping => mapping.Code == page.DisplayMode);
            var speed = profile.Speed.Levels.FirstOrDefault(level => level.Level == page.Speed);
            if (effect is null || speed is null || page.Repeat == 0 || page.ValidWidth > area.Width
                || page.Bitmap.Length != Bx6Memory.BytesOf(area.Width, area.Height, face.Colour))
            {
                return null;
            }

            var plays = effect.Plays ?? effect.Effect;
            var columns = plays == Core.Programmes.Effect.ContinuousLeft && page.ValidWidth > 0 ? page.ValidWidth : area.Width;
            pages.Add(new CardPage(
                Bx6Memory.Light(page.Bitmap.Span, area.Width, area.Height, columns, face.Colour),
                columns,
                area.Height,
                plays,
                TimeSpan.FromMicroseconds(speed.StepMicroseconds),
                TimeSpan.FromMilliseconds(page.Stay * 10),
                page.Repeat));
        }

        return pages;
    }

    private Page ToPage(CardPage[] group)
    {
        var (width, height) = (group.Sum(piece => piece.Width), group[0].Height);
        var pixels = new LedColour[width * height];
        var left = 0;
        foreach (var piece in group)
        {
            for (var i = 0; i < piece.Pixels.Length; i++)
            {
                pixels[(i / piece.Width * width) + left + (i % piece.Width)] = piece.Pixels[i];
            }

            left += piece.Width;
        }

        var picture = GlassFrames.ToFrame(pixels, new PixelSize(width, height), face.Layout);
        return new Page(picture, group[0].Effect, group[0].Step, group[0].Stay, group[0].Repeat);
    }

    private sealed record Held(Bx6Area Area, CardPlayer Player, TimeSpan Since);
}
