using Microsoft.EntityFrameworkCore;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Storage.Database;

namespace Signage.Storage.Writing;

/// <summary>Why something cannot be stored, asked inside the writing transaction; null when it can. The tables' own keys stand behind these as the last guard.</summary>
internal static class StoreChecks
{
    public static async Task<string?> AgainstAsync(SiteDbContext context, Panel panel, CancellationToken cancellationToken) =>
        HasNul(panel.Id.Value, panel.Name, panel.ProfileId, panel.Endpoint.OriginalString) ? $"panel '{panel.Id}' has a NUL character in a text"
        : await context.Panels.AnyAsync(row => row.Id == panel.Id.Value, cancellationToken).ConfigureAwait(false) ? $"panel '{panel.Id}' is enrolled already"
        : null;

    public static async Task<string?> AgainstAsync(SiteDbContext context, Programme programme, CancellationToken cancellationToken) =>
        programme.Id.Length == 0 ? "a programme needs an id"
        : programme.Items.Count == 0 ? $"programme '{programme.Id}' has no text; it needs at least one"
        : HasNul([programme.Id, .. programme.Items.SelectMany(item => (string[])[item.ItemId, item.Text])]) ? $"programme '{programme.Id}' has a NUL character in a text"
        : await context.Programmes.AnyAsync(row => row.Id == programme.Id, cancellationToken).ConfigureAwait(false) ? $"programme '{programme.Id}' exists already"
        : null;

    public static async Task<string?> AgainstAsync(SiteDbContext context, Slot slot, CancellationToken cancellationToken)
    {
        if (slot.Id.Length == 0 || HasNul(slot.Id, slot.ProgrammeId))
        {
            return "a slot needs an id without NUL characters";
        }

        if (await context.Slots.AnyAsync(row => row.Id == slot.Id, cancellationToken).ConfigureAwait(false))
        {
            return $"slot '{slot.Id}' exists already";
        }

        // A slot that blanks shows nothing and may name no programme.
        var needsProgramme = slot.Priority != Priority.Blank || slot.ProgrammeId.Length > 0;
        if (needsProgramme && !await context.Programmes.AnyAsync(row => row.Id == slot.ProgrammeId, cancellationToken).ConfigureAwait(false))
        {
            return $"slot '{slot.Id}' names the programme '{slot.ProgrammeId}', which does not exist";
        }

        return await AgainstPanelsAsync(context, slot, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string?> AgainstPanelsAsync(SiteDbContext context, Slot slot, CancellationToken cancellationToken)
    {
        var named = slot.Panels.Select(panel => panel.Value).ToArray();
        if (named.Distinct().Count() != named.Length)
        {
            return $"slot '{slot.Id}' names a panel twice";
        }

        var known = await context.Panels.Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var missing = named.Except(known).ToArray();
        return missing.Length == 0 ? null : $"slot '{slot.Id}' names panels that are not enrolled: {string.Join(", ", missing)}";
    }

    // SQLite hands a text back only up to its first NUL: it would be altered silently.
    private static bool HasNul(params string[] texts) => texts.Any(text => text.Contains('\0', StringComparison.Ordinal));
}
