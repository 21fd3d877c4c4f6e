using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
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
        : Refused(items) is { } sign ? Words.ProgrammeSignRefused.With(programme.Id, sign)
        : await context.Programmes.AnyAsync(row => row.Id == programme.Id, cancellationToken).ConfigureAwait(false) ? Words.ProgrammeTaken.With(programme.Id)
        : null;

    public static async Task<string?> AgainstAsync(SiteDbContext context, Slot slot, CancellationToken cancellationToken) =>
        OfItself(slot, new ReadableForms()) is { } wrong ? wrong
        : await context.Slots.AnyAsync(row => row.Id == slot.Id, cancellationToken).ConfigureAwait(false) ? Words.SlotTaken.With(slot.Id)
        : await AgainstProgrammeAsync(context, slot, cancellationToken).ConfigureAwait(false)
            ?? await AgainstPanelsAsync(context, slot, cancellationToken).ConfigureAwait(false);

    /// <summary>Why a slot cannot be stored whatever else there is; null when it can.</summary>
    public static string? OfItself(Slot slot, ReadableForms forms) =>
        string.IsNullOrEmpty(slot.Id) ? Words.SlotNeedsId
        : TooLong(slot.Id) is { } length ? length
        : HasControl(slot.Id, slot.ProgrammeId ?? "") ? Words.SlotHasControl.With(Visible(slot.Id))
        : slot.Time.LastDay < slot.Time.FirstDay ? Words.SlotDaysReversed.With(slot.Id, $"{slot.Time.FirstDay:O}", $"{slot.Time.LastDay:O}")
        : slot.Time.Ends <= slot.Time.Begins ? Words.SlotBoundsReversed.With(slot.Id, Told(slot.Time.Begins), Told(slot.Time.Ends))
        : slot.Share is < Slot.LeastShare or > Slot.MostShare ? Words.SlotShareOutOfRange.With(slot.Id, slot.Share, Slot.LeastShare, Slot.MostShare)
        : slot.Joins && slot.Priority is Priority.Technician or Priority.Emergency or Priority.Blank ? Words.SlotMayNotJoin.With(slot.Id)
        : forms.WhyNot(slot.Time.Daily) is { } wrong ? Words.SlotTimesUnreadable.With(slot.Id, wrong)
        : forms.WhyNot(slot.Time.Days) is { } reason ? Words.SlotDaysUnreadable.With(slot.Id, reason)
        : null;

    /// <summary>Why a policy cannot be stored whatever else there is; null when it can.</summary>
    public static string? OfItself(Policy policy, ReadableForms forms) =>
        string.IsNullOrEmpty(policy.Id) ? Words.PolicyNeedsId
        : TooLong(policy.Id) is { } length ? length
        : HasControl(policy.Id) ? Words.PolicyHasControl.With(Visible(policy.Id))
        : forms.WhyNot(policy.Time.Daily) is { } wrong ? Words.PolicyTimesUnreadable.With(policy.Id, wrong)
        : forms.WhyNot(policy.Time.Days) is { } reason ? Words.PolicyTimesUnreadable.With(policy.Id, reason)
        : null;

    /// <summary>Counts what people call characters, not the halves of which some consist.</summary>
    public static bool IsLonger(string text, int most) => text.Length > most && text.EnumerateRunes().Count() > most;

    /// <summary>Why an id is too long; null when it is not.</summary>
    public static string? TooLong(string id) =>
        id.Length > LongestId ? Words.IdTooLong.With(string.Concat(id.EnumerateRunes().Take(Shown)), LongestId) : null;

    /// <summary>Why a slot names programmes that are not there; null when it does not. A slot that blanks shows nothing and may name none.</summary>
    public static string? WithoutProgramme(Slot slot, Func<string, bool> isKnown) =>
        (slot.Priority == Priority.Blank && string.IsNullOrEmpty(slot.ProgrammeId)) || isKnown(slot.ProgrammeId ?? "") ? null : Words.SlotWithoutProgramme.With(slot.Id, slot.ProgrammeId);

    /// <summary>Why the panels of a slot cannot be; null when they can.</summary>
    public static string? WrongPanels(Slot slot, IReadOnlySet<string> known)
    {
        var named = slot.Panels.Select(panel => panel.Value).ToArray();
        if (named.Distinct().Count() != named.Length)
        {
            return Words.SlotPanelTwice.With(slot.Id);
        }

        var missing = named.Where(panel => !known.Contains(panel)).ToArray();
        return missing.Length == 0 ? null : Words.SlotPanelsUnknown.With(slot.Id, string.Join(", ", missing));
    }

    private static async Task<string?> AgainstProgrammeAsync(SiteDbContext context, Slot slot, CancellationToken cancellationToken)
    {
        var isKnown = await context.Programmes.AnyAsync(row => row.Id == slot.ProgrammeId, cancellationToken).ConfigureAwait(false);
        return WithoutProgramme(slot, _ => isKnown);
    }

    private static async Task<string?> AgainstPanelsAsync(SiteDbContext context, Slot slot, CancellationToken cancellationToken)
    {
        var known = await context.Panels.Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return WrongPanels(slot, known.ToHashSet(StringComparer.Ordinal));
    }

    // As people write it: no fraction, and the offset apart.
    private static string? Told(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    // A name is printed by every terminal that asks for a list: a control character in it moves its cursor or ends its line, and signs that nobody sees make two names look like one.
    private static bool HasControl(params IEnumerable<string> texts) => !texts.All(text => RefusedSigns.NoneIn(text));

    private static string Visible(string text) => string.Concat(text.EnumerateRunes().Where(sign => RefusedSigns.Of(sign) is null));

    // What is lit may have several lines, and nothing else that the rule of every door refuses.
    private static RefusedSign? Refused(IEnumerable<Revision> items) => items.SelectMany(item => RefusedSigns.In(item.Text, severalLines: true, most: 1)).FirstOrDefault();
}
