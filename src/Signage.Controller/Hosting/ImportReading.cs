using System.Text.Json;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Hosting;

/// <summary>An import file as far as it can be read, and everything that is wrong with it, so that a person mends it once and not line by line.</summary>
/// <param name="Contents">The entries that are right in themselves.</param>
/// <param name="Mistakes">What is wrong with the others, a line each, with the place in the file.</param>
internal sealed record ImportReading(SiteContents Contents, IReadOnlyList<string> Mistakes)
{
    private ImportFile File { get; init; } = new();

    private string Path { get; init; } = "";

    /// <summary>Reads a file.</summary>
    /// <exception cref="SiteStartException">It is missing, or no JSON of this shape.</exception>
    public static ImportReading Of(string path)
    {
        ImportFile file;
        try
        {
            file = JsonSerializer.Deserialize(System.IO.File.ReadAllText(path), EntryJson.Default.ImportFile) ?? new ImportFile();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SiteStartException(Words.FileNotRead.With(path, wrong is JsonException json ? JsonFaults.Of(json) : wrong.Message), wrong);
        }

        var mistakes = new List<string>();
        var panels = Convert(file.Panels, "panels", entry => entry.ToPanel(), path, mistakes);
        var slots = Convert(file.Slots, "slots", entry => entry.ToPlannedSlot(), path, mistakes);
        return new ImportReading(new SiteContents(panels, [], slots), mistakes) { File = file, Path = path };
    }

    /// <summary>What a new site, which has the built-in pack and nothing else, would refuse of it.</summary>
    public IEnumerable<string> AgainstNewSite(SloganPack pack)
    {
        var (panels, slots) = (File.Panels ?? [], File.Slots ?? []);
        var known = pack.Slogans.Select(slogan => slogan.Id).ToHashSet(StringComparer.Ordinal);
        var pieces = $"{pack.Slogans[0].Id} – {pack.Slogans[^1].Id}";
        var enrolled = panels.Select(panel => panel?.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Twice("panels", [.. panels.Select(panel => panel?.Id)]),
            .. Twice("slots", [.. slots.Select(slot => slot?.Id)]),
            .. slots.SelectMany((slot, at) => slot is not null && !(known.Contains(slot.Programme ?? "") || (string.IsNullOrEmpty(slot.Programme) && IsBlank(slot)))
                ? (string[])[Place("slots", at, Words.ImportProgrammeUnknown.With(slot.Programme, pieces))]
                : []),
            .. slots.SelectMany((slot, at) => (slot?.Panels ?? []).Where(panel => !enrolled.Contains(panel))
                .Select(panel => Place("slots", at, Words.ImportPanelUnknown.With(panel)))),
        ];
    }

    // What darkens shows nothing and may name no programme.
    private static bool IsBlank(SlotEntry slot) => string.Equals(slot.Priority, nameof(Priority.Blank), StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> Twice(string member, IReadOnlyList<string?> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. ids.SelectMany((id, at) => id is null || seen.Add(id) ? (string[])[] : [Place(member, at, Words.ImportTwice.With(id))])];
    }

    private string Place(string member, int at, string mistake) => $"{Path}: $.{member}[{at}]: {mistake}";

    private static List<TTo> Convert<TFrom, TTo>(
        IReadOnlyList<TFrom>? entries, string member, Func<TFrom, TTo> convert, string path, List<string> mistakes)
    {
        var converted = new List<TTo>();
        for (var i = 0; i < (entries?.Count ?? 0); i++)
        {
            try
            {
                converted.Add(entries![i] is { } entry ? convert(entry) : throw new FormatException(Words.ImportNull));
            }
            catch (Exception wrong) when (wrong is FormatException or ArgumentException)
            {
                mistakes.Add($"{path}: $.{member}[{i}]: {wrong.Message}");
            }
        }

        return converted;
    }
}
