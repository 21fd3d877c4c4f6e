using System.Globalization;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Colorlight.Wire;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>A programme ready to be sent.</summary>
/// <param name="Program">What is played.</param>
/// <param name="Boundary">What parts its form.</param>
/// <param name="Body">Its form: the programme and its pictures.</param>
internal sealed record PlayerUpload(PlayerProgram Program, string Boundary, ReadOnlyMemory<byte> Body);

/// <summary>Pages of a show as a programme with pictures: docs/protocols/colorlight.md, section 3.</summary>
internal static class PlayerPages
{
    /// <summary>Longest row of pictures in one programme, repetitions counted.</summary>
    public const int MostItems = 1_000;

    private const int DigestDigits = 8;

    /// <summary>The upload of a show.</summary>
    /// <exception cref="NotSupportedException">The player has no word for an effect, a step, a stay or a repeat, or it is too much; the message says which.</exception>
    public static PlayerUpload Upload(IReadOnlyList<Page> loop, PanelFace face, DeviceProfile profile, PlayerSettings settings)
    {
        var items = new List<PlayerItem>();
        var pictures = new List<FormPart>();
        foreach (var (index, page) in loop.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"p{index + 1}-{page.Picture.Digest.Hex[..DigestDigits]}.png");
            if (page.Repeat < 1 || page.Repeat > MostItems - items.Count)
            {
                throw new NotSupportedException(CardWords.TooManyPictures.With(profile.Id, MostItems));
            }

            items.AddRange(Enumerable.Repeat(Item(page, name, profile, settings), page.Repeat));
            RequireRoom(pictures.Sum(part => (long)part.Data.Length) + PngStill.LengthOf(page.Picture.Size.Width, page.Picture.Size.Height), profile);
            pictures.Add(Part(pictures.Count + 2, name, "image/png", PngStill.Write(page.Picture)));
        }

        var program = new PlayerProgram("", face.Size, items)
        {
            PageDuration = settings.PageDuration ?? items.Sum(item => item.Duration),
            LoopType = settings.LoopType,
        };
        program = settings.Name is { } chosen ? program with { Name = chosen } : PlayerNames.Named(program);

        FormPart[] parts = [Part(1, program.File, "application/json", ProgramJson.Write(program)), .. pictures];
        var boundary = settings.Boundary ?? MultipartForm.Boundary($"signage-{program.Name}", parts);
        var body = MultipartForm.Write(parts, boundary);
        RequireRoom(body.Length, profile);
        return new PlayerUpload(program, boundary, body);
    }

    private static void RequireRoom(long length, DeviceProfile profile)
    {
        if (length > profile.Packets.MaxBytes)
        {
            throw new NotSupportedException(Words.ShowTooLarge.With(length, profile.Id, profile.Packets.MaxBytes));
        }
    }

    private static FormPart Part(int number, string file, string type, byte[] data) =>
        new(string.Create(CultureInfo.InvariantCulture, $"f{number}"), file, type, data);

    private static PlayerItem Item(Page page, string file, DeviceProfile profile, PlayerSettings settings)
    {
        // A show is already rounded to what the card plays, so the mapping that plays exactly this effect is the one.
        var mapping = profile.Effects.FirstOrDefault(mapping => (mapping.Plays ?? mapping.Effect) == page.Effect)
            ?? throw new NotSupportedException(Words.NoEffect.With(profile.Id, page.Effect));
        if (profile.Speed.Levels.All(level => TimeSpan.FromMicroseconds(level.StepMicroseconds) != page.Step))
        {
            throw new NotSupportedException(Words.NoSpeed.With(profile.Id, page.Step.TotalMilliseconds));
        }

        var unit = TimeSpan.FromMilliseconds(profile.Stay.UnitMilliseconds);
        if (page.Stay > unit * profile.Stay.MaxUnits || page.Stay.Ticks % unit.Ticks != 0)
        {
            throw new NotSupportedException(Words.NoStay.With(profile.Id, page.Stay.TotalSeconds, profile.Stay.UnitMilliseconds, profile.Stay.MaxUnits));
        }

        var coming = ComingIn(page, profile);
        var moves = page.Effect == Effect.Static ? 0 : coming;
        return new PlayerItem(
            file,
            settings.Duration ?? Math.Max(1, moves + (long)page.Stay.TotalMilliseconds),
            settings.EffectType ?? mapping.Code,
            settings.EffectTime ?? coming);
    }

    /// <summary>
    /// The time that the picture needs to come in. Where nothing moves it is 0 as in the vendor's samples, unless the page has another step than the
    /// usual one: then it is what the step would make of it, which the player does not look at but whoever reads the programme back does.
    /// </summary>
    private static long ComingIn(Page page, DeviceProfile profile)
    {
        var size = page.Picture.Size;
        return page.Effect == Effect.Static && page.Step == profile.ToAbilities().DefaultStep
            ? 0
            : (long)(page.Step * (page.Effect == Effect.MoveUp ? size.Height : size.Width)).TotalMilliseconds;
    }
}
