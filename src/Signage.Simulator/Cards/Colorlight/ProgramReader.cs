using System.Globalization;
using System.Text.Json;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Protocols.Profiles;
using Signage.Simulator.Playing;

namespace Signage.Simulator.Cards.Colorlight;

/// <summary>
/// Reads a programme as the player does (docs/protocols/colorlight.md, section 3): pages in a row, pictures of a region in a row. What is simulated are
/// pictures (type 2) in one region a page, standing still or moving up or to the left; other ways of coming in stand still, text and the rest is taken
/// and not drawn.
/// </summary>
/// <param name="profile">The card model.</param>
/// <param name="face">The panel's pixels.</param>
/// <param name="name">The programme's name without <c>.vsn</c>.</param>
/// <param name="files">The files that came with it.</param>
internal sealed class ProgramReader(DeviceProfile profile, PanelFace face, string name, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
{
    private const string PictureItem = "2";
    private const int MostItems = 4_096;
    private const int MoveUp = 20;
    private const int MoveLeft = 22;
    private const int LastEffect = 48;

    private static readonly HashSet<string> Types = ["2", "3", "4", "5", "6", "7", "9", "14", "15", "21", "22", "23", "24", "27", "102"];

    private readonly Dictionary<(string Path, PixelSize Size), PngPicture?> _pictures = [];
    private readonly List<PlayedPicture> _played = [];

    /// <summary>Reads a programme; null when it breaks a rule.</summary>
    public HeldProgram? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            return Read(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            // No JSON, a member that is missing, or one of another kind.
            return null;
        }
    }

    private HeldProgram? Read(JsonElement root)
    {
        foreach (var page in root.GetProperty("Programs").GetProperty("Program").GetProperty("Pages").EnumerateArray())
        {
            var first = _played.Count;
            var regions = 0;
            foreach (var region in page.GetProperty("Regions").EnumerateArray())
            {
                var rect = region.GetProperty("Rect");
                var place = new PlayedPlace(Number(rect, "X"), Number(rect, "Y"), Number(rect, "Width"), Number(rect, "Height"));
                var before = _played.Count;
                if (!place.LiesOn(face.Size) || !region.GetProperty("Items").EnumerateArray().All(item => Take(item, place)))
                {
                    return null;
                }

                regions += _played.Count > before ? 1 : 0;
            }

            if (regions > 1)
            {
                return null;
            }

            if (page.TryGetProperty("LoopType", out _) && Number(page, "LoopType") == 0)
            {
                Cut(first, Number(page, "AppointDuration"));
            }
        }

        return new HeldProgram($"{name}.vsn", Fold(), _played.All(picture => picture.Place.Covers(face.Size)));
    }

    private bool Take(JsonElement item, PlayedPlace place)
    {
        var type = Text(item, "Type");
        if (type is null || !Types.Contains(type) || _played.Count >= MostItems)
        {
            return false;
        }

        if (!item.TryGetProperty("FileSource", out var source))
        {
            return type != PictureItem;
        }

        var path = Text(source, "FilePath") ?? "";
        var folder = $@".\{name}.files\";
        if (!path.StartsWith(folder, StringComparison.Ordinal) || !files.TryGetValue(path[folder.Length..], out var file))
        {
            return false;
        }

        if (type != PictureItem)
        {
            return true;
        }

        // A picture of another size than its region is stretched to it (ReserveAS 0).
        var size = new PixelSize(place.Width, place.Height);
        if (!_pictures.TryGetValue((path, size), out var picture))
        {
            _pictures[(path, size)] = picture = PngPicture.Read(file.Span, size);
        }

        var (effect, time) = item.TryGetProperty("inEffect", out var coming) ? (Number(coming, "Type"), Number(coming, "Time")) : (0, 0);
        var duration = Number(item, "Duration");
        if (picture is null || duration < 1 || time < 0 || effect is < 0 or > LastEffect)
        {
            return false;
        }

        _played.Add(new PlayedPicture(path, picture, place, duration, effect, time));
        return true;
    }

    /// <summary>A page that lasts a given time cuts its pictures off, or leaves the last one standing.</summary>
    private void Cut(int first, int lasts)
    {
        var left = lasts;
        for (var i = first; i < _played.Count; i++)
        {
            var takes = i == _played.Count - 1 ? left : Math.Min(left, _played[i].Duration);
            left -= takes;
            _played[i] = _played[i] with { Duration = takes };
        }

        _played.RemoveAll(picture => picture.Duration <= 0);
    }

    /// <summary>One picture played several times in a row is one page with that many repetitions.</summary>
    private List<CardPage> Fold()
    {
        var pages = new List<CardPage>();
        PlayedPicture? before = null;
        foreach (var picture in _played)
        {
            if (picture == before)
            {
                pages[^1] = pages[^1] with { Repeat = pages[^1].Repeat + 1 };
            }
            else
            {
                pages.Add(ToPage(picture));
            }

            before = picture;
        }

        return pages;
    }

    private CardPage ToPage(PlayedPicture picture)
    {
        var (width, height) = (face.Size.Width, face.Size.Height);
        var moves = picture.Place.Covers(face.Size) && picture.EffectTime > 0;
        var effect = picture.EffectType switch
        {
            MoveUp when moves => Effect.MoveUp,
            MoveLeft when moves => Effect.MoveLeft,
            _ => Effect.Static,
        };
        var step = picture.EffectTime == 0 || (effect == Effect.Static && picture.EffectType != 0)
            ? profile.ToAbilities().DefaultStep
            : TimeSpan.FromMilliseconds(picture.EffectTime) / (effect == Effect.MoveUp ? height : width);
        var stay = picture.Duration - (effect == Effect.Static ? 0 : picture.EffectTime);
        return new CardPage(Paint(picture), width, height, effect, step, TimeSpan.FromMilliseconds(Math.Max(0, stay)), 1);
    }

    private LedColour[] Paint(PlayedPicture played)
    {
        var (place, picture) = (played.Place, played.Picture);
        var lit = new LedColour[face.Size.Width * face.Size.Height];
        for (var y = 0; y < place.Height; y++)
        {
            for (var x = 0; x < place.Width; x++)
            {
                lit[((place.Y + y) * face.Size.Width) + place.X + x] = picture.At(x, y);
            }
        }

        return lit;
    }

    private static int Number(JsonElement of, string member) => of.GetProperty(member) is { ValueKind: JsonValueKind.String } text
        ? int.Parse(text.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        : of.GetProperty(member).GetInt32();

    private static string? Text(JsonElement of, string member) => of.GetProperty(member) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}

/// <summary>A programme in the player's storage.</summary>
/// <param name="File">The name of its file.</param>
/// <param name="Pages">What it plays; empty when it has no picture.</param>
/// <param name="IsWhole">Whether every picture covers the face.</param>
internal sealed record HeldProgram(string File, IReadOnlyList<CardPage> Pages, bool IsWhole)
{
    /// <summary>Bytes of the upload.</summary>
    public int Size { get; init; }
}

/// <summary>Where a region lies.</summary>
internal readonly record struct PlayedPlace(int X, int Y, int Width, int Height)
{
    /// <summary>Whether it lies on the glass.</summary>
    public bool LiesOn(PixelSize glass) =>
        X >= 0 && Y >= 0 && Width > 0 && Height > 0 && X <= glass.Width - Width && Y <= glass.Height - Height;

    /// <summary>Whether it is the whole glass.</summary>
    public bool Covers(PixelSize glass) => this == new PlayedPlace(0, 0, glass.Width, glass.Height);
}

/// <summary>One picture as the programme names it.</summary>
internal sealed record PlayedPicture(string Path, PngPicture Picture, PlayedPlace Place, int Duration, int EffectType, int EffectTime);
