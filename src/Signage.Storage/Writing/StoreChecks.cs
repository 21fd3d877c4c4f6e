using System.Text;
using Microsoft.EntityFrameworkCore;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Storage.Database;

namespace Signage.Storage.Writing;

/// <summary>Why something cannot be stored, asked inside the writing transaction; null when it can. The tables' own keys stand behind these as the last guard.</summary>
internal static class StoreChecks
{
    /// <summary>The most characters of an id, the same as of a <see cref="PanelId"/>.</summary>
    public const int LongestId = 64;

    /// <summary>The most characters of what people call something or somebody.</summary>
    public const int LongestName = 100;

    private const int Shown = 16;

    public static async Task<string?> AgainstAsync(SiteDbContext context, Panel panel, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(panel.Id.Value) ? Words.PanelNeedsId
        : panel.Name is null || panel.ProfileId is null || panel.Endpoint is null ? Words.PanelNeedsName.With(panel.Id)
        : IsLonger(panel.Name, LongestName) ? Words.PanelNameTooLong.With(panel.Id, LongestName)
        : HasControl(panel.Name, panel.ProfileId, panel.Endpoint.OriginalString) ? Words.PanelHasControl.With(panel.Id)
        : await context.Panels.AnyAsync(row => row.Id == panel.Id.Value, cancellationToken).ConfigureAwait(false) ? Words.PanelTaken.With(panel.Id)
        : null;

    public static async Task<string?> AgainstAsync(SiteDbContext context, Programme programme, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(programme.Id) ? Words.ProgrammeNeedsId
        : TooLong(programme.Id) is { } length ? length
        : programme.Items is not { Count: > 0 } items ? Words.ProgrammeNoText.With(programme.Id)
        : items.Any(item => string.IsNullOrEmpty(item.ItemId) || item.Text is null) ? Words.ProgrammeTextMissing.With(programme.Id)
        : items.Select(item => TooLong(item.ItemId)).OfType<string>().FirstOrDefault() is { } longItem ? longItem
        : HasControl([programme.Id, .. items.Select(item => item.ItemId)]) ? Words.ProgrammeHasControl.With(Visible(programme.Id))
        : HasNul([programme.Id, .. items.SelectMany(item => (string[])[item.ItemId, item.Text])]) ? Words.ProgrammeHasNul.With(programme.Id)
        : await context.Programmes.AnyAsync(row => row.Id == programme.Id, cancellationToken).ConfigureAwait(false) ? Words.ProgrammeTaken.With(programme.Id)
        : null;

    public static async Task<string?> AgainstAsync(SiteDbContext context, Slot slot, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(slot.Id) ? Words.SlotNeedsId
        : TooLong(slot.Id) is { } length ? length
        : HasControl(slot.Id, slot.ProgrammeId ?? "") ? Words.SlotHasControl.With(Visible(slot.Id))
        : slot.Time.LastDay < slot.Time.FirstDay ? Words.SlotDaysReversed.With(slot.Id, $"{slot.Time.FirstDay:O}", $"{slot.Time.LastDay:O}")
        : WhyUnreadable(slot.Time.Daily) is { } wrong ? Words.SlotTimesUnreadable.With(slot.Id, wrong)
        : WhyUnreadable(slot.Time.Days) is { } reason ? Words.SlotDaysUnreadable.With(slot.Id, reason)
        : await context.Slots.AnyAsync(row => row.Id == slot.Id, cancellationToken).ConfigureAwait(false) ? Words.SlotTaken.With(slot.Id)
        : await AgainstProgrammeAsync(context, slot, cancellationToken).ConfigureAwait(false)
            ?? await AgainstPanelsAsync(context, slot, cancellationToken).ConfigureAwait(false);

    /// <summary>Counts what people call characters, not the halves of which some consist.</summary>
    public static bool IsLonger(string text, int most) => text.Length > most && text.EnumerateRunes().Count() > most;

    /// <summary>Why an id is too long; null when it is not.</summary>
    public static string? TooLong(string id) =>
        id.Length > LongestId ? Words.IdTooLong.With(string.Concat(id.EnumerateRunes().Take(Shown)), LongestId) : null;

    // A row that cannot be read would take the whole site down with it at the next start.
    private static string? WhyUnreadable(DayRule days)
    {
        try
        {
            return DayRule.Parse(days.ToString()) == days ? null : days.ToString();
        }
        catch (FormatException failure)
        {
            return failure.Message;
        }
    }

    private static string? WhyUnreadable(DailyTimes times)
    {
        try
        {
            return times.OneByTheClock is not null || DailyTimes.Parse(times.ToString()).Equals(times) ? null : times.ToString();
        }
        catch (FormatException failure)
        {
            return failure.Message;
        }
    }

    private static async Task<string?> AgainstProgrammeAsync(SiteDbContext context, Slot slot, CancellationToken cancellationToken)
    {
        // A slot that blanks shows nothing and may name no programme.
        var needed = slot.Priority != Priority.Blank || !string.IsNullOrEmpty(slot.ProgrammeId);
        return needed && !await context.Programmes.AnyAsync(row => row.Id == slot.ProgrammeId, cancellationToken).ConfigureAwait(false)
            ? Words.SlotWithoutProgramme.With(slot.Id, slot.ProgrammeId)
            : null;
    }

    private static async Task<string?> AgainstPanelsAsync(SiteDbContext context, Slot slot, CancellationToken cancellationToken)
    {
        var named = slot.Panels.Select(panel => panel.Value).ToArray();
        if (named.Distinct().Count() != named.Length)
        {
            return Words.SlotPanelTwice.With(slot.Id);
        }

        var known = await context.Panels.Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var missing = named.Except(known).ToArray();
        return missing.Length == 0 ? null : Words.SlotPanelsUnknown.With(slot.Id, string.Join(", ", missing));
    }

    // A name is printed by every terminal that asks for a list, and a control character in it moves its cursor or ends its line.
    private static bool HasControl(params IEnumerable<string> texts) => texts.Any(text => text.Any(IsControl));

    private static bool IsControl(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';

    private static string Visible(string text) => string.Concat(text.Where(letter => !IsControl(letter)));

    // SQLite hands a text back only up to its first NUL: it would be altered silently.
    private static bool HasNul(params string[] texts) => texts.Any(text => text.Contains('\0', StringComparison.Ordinal));
}
