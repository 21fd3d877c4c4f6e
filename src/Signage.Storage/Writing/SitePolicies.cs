using Microsoft.EntityFrameworkCore;
using Signage.Core.Policies;
using Signage.Core.Text;
using Signage.Storage.Database;
using Signage.Storage.Mapping;

namespace Signage.Storage.Writing;

/// <summary>Policies of a site, each inside a transaction that somebody else holds.</summary>
internal static class SitePolicies
{
    // Nobody keeps an overview of more, and each costs a little at every look at the plan.
    private const int Most = 200;

    /// <summary>Adds a policy; one that is there is never changed by it.</summary>
    public static async Task<StoreAnswer> AddAsync(SiteDbContext context, Policy policy, CancellationToken cancellationToken)
    {
        if (await AgainstAsync(context, policy, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return new StoreAnswer.Refused(refusal);
        }

        context.Add(policy.ToRow());
        return new StoreAnswer.Stored();
    }

    /// <summary>Takes one of the site's own away. What the centre asks for stays.</summary>
    public static async Task<StoreAnswer> RemoveAsync(SiteDbContext context, string id, CancellationToken cancellationToken)
    {
        switch (await context.Policies.FindAsync([id], cancellationToken).ConfigureAwait(false))
        {
            case null:
                return new StoreAnswer.Refused(Words.PolicyUnknown.With(id));
            case { Owner: PolicyOwner.Centre }:
                return new StoreAnswer.Refused(Words.PolicyOfTheCentre.With(id));
            case var row:
                context.Remove(row);
                return new StoreAnswer.Stored();
        }
    }

    private static async Task<string?> AgainstAsync(SiteDbContext context, Policy policy, CancellationToken cancellationToken)
    {
        if (StoreChecks.OfItself(policy, new ReadableForms()) is { } wrong)
        {
            return wrong;
        }

        var known = await context.Policies.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Owner, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        var panels = await context.Panels.Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var missing = policy.Panels.Select(panel => panel.Value).Except(panels, StringComparer.Ordinal).ToArray();
        return known.TryGetValue(policy.Id, out var owner) ? owner == PolicyOwner.Centre ? Words.PolicyOfTheCentre.With(policy.Id) : Words.PolicyTaken.With(policy.Id)
            : known.Count >= Most ? Words.PoliciesTooMany.With(Most)
            : missing.Length > 0 ? Words.PolicyPanelsUnknown.With(policy.Id, string.Join(", ", missing))
            : null;
    }
}
