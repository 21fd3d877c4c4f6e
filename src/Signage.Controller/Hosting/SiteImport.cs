using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Signage.Controller.Planning;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Hosting;

/// <summary>A panel as it is written in <c>signage.json</c> and on the control socket.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Profile">Its card model.</param>
/// <param name="Face">Its face, such as <c>160x16x1</c>.</param>
/// <param name="Endpoint">Where its card is.</param>
/// <param name="Name">What people call it; the id when absent.</param>
/// <param name="Tags">The groups that it belongs to, such as 户外; none when absent.</param>
public sealed record PanelEntry(string Id, string Profile, string Face, string Endpoint, string? Name = null, IReadOnlyList<string>? Tags = null)
{
    /// <summary>The panel.</summary>
    /// <exception cref="FormatException">A member is wrong; the message says which.</exception>
    public Panel ToPanel() => Uri.TryCreate(Endpoint, UriKind.Absolute, out var endpoint)
        ? new Panel(new PanelId(Id), Name ?? Id, Profile, PanelFace.Parse(Face), endpoint) { Tags = Core.Panels.Tags.Of(Tags ?? []) }
        : throw new FormatException(Words.NotAnAddress.With(EndpointText.Of(Endpoint)));
}

/// <summary>A slot as it is written in <c>signage.json</c> and on the control socket.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Programme">The programme, or a slogan of the built-in pack.</param>
/// <param name="Panels">The panels; absent or empty for all.</param>
/// <param name="From">First moment of the day, such as <c>08:00</c>; absent with <paramref name="Until"/> for the whole day.</param>
/// <param name="Until">First moment outside.</param>
/// <param name="FirstDay">First day, such as <c>2026-09-05</c>.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="Priority">base, community, centre, urgent, emergency or blank; community when absent.</param>
/// <param name="Days">Which days count, such as <c>work &amp; !day:春节-3</c>; every day when absent.</param>
/// <param name="Times">Ranges of the day, such as <c>06:30-09:00,sunset-22:00</c>, in place of <paramref name="From"/> and <paramref name="Until"/>.</param>
/// <param name="Tags">Panels with one of these tags, beside those of <paramref name="Panels"/>.</param>
/// <param name="Share">How often it has its turn in a round, 1 to 12; 1 when absent.</param>
/// <param name="Joins">True when those of the next lower priority play beside it.</param>
/// <param name="Begins">An instant before which it is closed, such as <c>2026-09-05T08:00:00+08:00</c>, always with its offset.</param>
/// <param name="Ends">An instant from which on it is closed.</param>
public sealed record SlotEntry(
    string Id, string? Programme = null, IReadOnlyList<string>? Panels = null, string? From = null, string? Until = null,
    string? FirstDay = null, string? LastDay = null, string? Priority = null, string? Days = null, string? Times = null,
    IReadOnlyList<string>? Tags = null, int? Share = null, bool? Joins = null, string? Begins = null, string? Ends = null)
{
    /// <summary>The slot.</summary>
    /// <exception cref="FormatException">A member is wrong; the message says which.</exception>
    public Slot ToSlot() => new(
        Id,
        Programme ?? "",
        [.. (Panels ?? []).Select(panel => new PanelId(panel))],
        new SlotTime(Daily(), Day(FirstDay, "firstDay"), Day(LastDay, "lastDay")) { Days = Rule(Days), Begins = Instant(Begins, "begins"), Ends = Instant(Ends, "ends") },
        Ladder(Priority))
    {
        Tags = Core.Panels.Tags.Of(Tags ?? []),
        Share = Share ?? Slot.LeastShare,
        Joins = Joins ?? false,
    };

    /// <summary>The slot as people may plan it: a technician's test is no plan, and has a verb of its own.</summary>
    /// <exception cref="FormatException">A member is wrong; the message says which.</exception>
    public Slot ToPlannedSlot() => ToSlot() is var slot && slot.Priority == Core.Planning.Priority.Technician ? throw new FormatException(Words.SlotIsNoTest.With(Id))
        : Reserved.Any(prefix => Id.StartsWith(prefix, StringComparison.Ordinal)) ? throw new FormatException(Words.SlotIdReserved.With(Id, string.Join(", ", Reserved)))
        : slot;

    // What the site itself puts into the plan is called so.
    private static readonly string[] Reserved = ["test:", "alert:"];

    private DailyTimes Daily() => Times is null ? new DailyRange(Time(From, "from"), Time(Until, "until"))
        : From is null && Until is null ? DailyTimes.Parse(Times)
        : throw new FormatException(Words.SlotTimesTwice);

    private static DateTimeOffset? Instant(string? text, string member) => text is null ? null
        : DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "O"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant
        : throw new FormatException(Words.NotAnInstantOf.With(member, text));

    private static TimeOnly Time(string? text, string member) => text is null ? TimeOnly.MinValue
        : TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw new FormatException(Words.NotATime.With(member, text));

    private static DateOnly? Day(string? text, string member) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new FormatException(Words.NotADay.With(member, text));

    private static DayRule Rule(string? text) => text is null ? new DayRule.Always() : DayRule.Parse(text);

    private static Priority Ladder(string? text) => text is null ? Core.Planning.Priority.Community
        : !text.Any(char.IsDigit) && Enum.TryParse<Priority>(text, ignoreCase: true, out var priority) ? priority
        : throw new FormatException(Words.NotAPriority.With(text, string.Join(", ", Enum.GetNames<Priority>().Where(name => name != nameof(Core.Planning.Priority.Technician))).ToLowerInvariant()));
}

/// <summary>A slogan as it is written on the control socket and in a file of slogans.</summary>
/// <param name="Text">The words.</param>
/// <param name="Id">Its id; made of the digest of the words when absent, so that the same words twice are one slogan.</param>
/// <param name="Tone">Its mood: plain, joyful or solemn; plain when absent.</param>
public sealed record SloganEntry(string Text, string? Id = null, string? Tone = null)
{
    private const int DigitsOfDigest = 12;

    /// <summary>The slogan.</summary>
    /// <exception cref="FormatException">The text holds half a character, or the id is none that slots and people can name; the message says so.</exception>
    public Slogan ToSlogan()
    {
        // "none" is what a base page is called that there is none of.
        if (Id is not null && (Id is "none" or { Length: 0 or > 64 } || !Id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.')))
        {
            throw new FormatException(Words.NotASloganId.With(string.Concat(Id.Where(c => !char.IsControl(c)))));
        }

        try
        {
            return new Slogan(Id ?? $"slogan-{RevisionDigest.Of(Text).Hex[..DigitsOfDigest]}", Text) { Tone = Tone is null ? null : ToneNames.Read(Tone) };
        }
        catch (ArgumentException broken)
        {
            throw new FormatException(Words.HalfCharacter, broken);
        }
    }
}

/// <summary>The whole of <c>signage.json</c>.</summary>
/// <param name="Panels">The panels.</param>
/// <param name="Slots">The slots.</param>
public sealed record ImportFile(IReadOnlyList<PanelEntry>? Panels = null, IReadOnlyList<SlotEntry>? Slots = null);

/// <summary>How entries are read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ImportFile))]
[JsonSerializable(typeof(PanelEntry))]
[JsonSerializable(typeof(SlotEntry))]
[JsonSerializable(typeof(EventEntry))]
[JsonSerializable(typeof(SloganEntry))]
public sealed partial class EntryJson : JsonSerializerContext;

/// <summary>Fills a new site: the built-in pack as programmes, and once what <c>signage.json</c> says.</summary>
public static class SiteImport
{
    /// <summary>The built-in pack as one programme a slogan.</summary>
    public static SiteContents Pack(SloganPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return new SiteContents([], [.. pack.Slogans.Select(slogan => new Programme(slogan.Id, [slogan.ToRevision()], ShowStyle.Automatic))], []);
    }

    /// <summary>Reads an import file; every mistake is named, up to a number that a person reads.</summary>
    /// <exception cref="SiteStartException">The file is missing or has mistakes.</exception>
    public static SiteContents Read(string path)
    {
        var reading = ImportReading.Of(path);
        return reading.Mistakes.Count == 0 ? reading.Contents : throw new SiteStartException(Mistakes.Bounded(reading.Mistakes));
    }
}
