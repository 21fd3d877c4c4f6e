using Signage.Core.Alerts;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Storage;

namespace Signage.Controller.Planning;

/// <summary>What one actor changes in the book of a site: the edits of the store, each followed by a new picture.</summary>
/// <param name="store">The durable edits.</param>
/// <param name="settle">Runs an edit, and makes the picture anew when it was stored.</param>
public sealed class BookEdits(SiteEdits store, Func<Func<Task<StoreAnswer>>, CancellationToken, Task<StoreAnswer>> settle)
{
    /// <summary>Enrols a panel.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="objection">Asked while nobody else edits: why it cannot stand beside those that are enrolled by then; null when it can.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StoreAnswer> AddPanelAsync(Panel panel, Func<string?> objection, CancellationToken cancellationToken) => settle(
        () => objection() is { } reason ? Task.FromResult<StoreAnswer>(new StoreAnswer.Refused(reason)) : store.AddPanelAsync(panel, cancellationToken), cancellationToken);

    /// <summary>Adds a slot.</summary>
    public Task<StoreAnswer> AddSlotAsync(Slot slot, CancellationToken cancellationToken) => settle(() => store.AddSlotAsync(slot, cancellationToken), cancellationToken);

    /// <summary>Takes slots away: all of them or none.</summary>
    public Task<StoreAnswer> RemoveSlotsAsync(IReadOnlyList<string> slotIds, CancellationToken cancellationToken) =>
        settle(() => store.RemoveSlotsAsync(slotIds, cancellationToken), cancellationToken);

    /// <summary>Adds many slots: all of them or none.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="isCheck">True to find out whether they could be added, and add none.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    public Task<StoreAnswer> AddSlotsAsync(IReadOnlyList<Slot> slots, bool isCheck, CancellationToken cancellationToken) => isCheck
        ? store.AddSlotsAsync(slots, isCheck, cancellationToken)
        : settle(() => store.AddSlotsAsync(slots, isCheck, cancellationToken), cancellationToken);

    /// <summary>Adds slogans, with their approvals where they come with one: all or nothing.</summary>
    public Task<StoreAnswer> AddSlogansAsync(IReadOnlyList<(Slogan Slogan, SloganApproval? Approval)> slogans, CancellationToken cancellationToken) =>
        AddSlogansAsync(slogans, decided: null, cancellationToken);

    /// <summary>The same, with the findings of the screening that whoever let them pass has decided.</summary>
    public Task<StoreAnswer> AddSlogansAsync(IReadOnlyList<(Slogan Slogan, SloganApproval? Approval)> slogans, string? decided, CancellationToken cancellationToken) =>
        settle(() => store.AddSlogansAsync(slogans, decided, cancellationToken), cancellationToken);

    /// <summary>Says in which mood a programme speaks.</summary>
    public Task<StoreAnswer> SetToneAsync(string programmeId, Tone tone, CancellationToken cancellationToken) =>
        settle(() => store.SetToneAsync(programmeId, tone, cancellationToken), cancellationToken);

    /// <summary>Adds a policy.</summary>
    public Task<StoreAnswer> AddPolicyAsync(Policy policy, CancellationToken cancellationToken) => settle(() => store.AddPolicyAsync(policy, cancellationToken), cancellationToken);

    /// <summary>Takes a policy of the site away.</summary>
    public Task<StoreAnswer> RemovePolicyAsync(string policyId, CancellationToken cancellationToken) => settle(() => store.RemovePolicyAsync(policyId, cancellationToken), cancellationToken);

    /// <summary>Takes in messages of warnings.</summary>
    public Task<StoreAnswer> TakeAlertsAsync(IReadOnlyList<AlertRecord> alerts, CancellationToken cancellationToken) =>
        settle(() => store.TakeAlertsAsync(alerts, cancellationToken), cancellationToken);

    /// <summary>Lets a warning onto the panels.</summary>
    public Task<StoreAnswer> ApproveAlertAsync(string name, AlertDeed deed, CancellationToken cancellationToken) =>
        settle(() => store.ApproveAlertAsync(name, deed, cancellationToken), cancellationToken);

    /// <summary>Ends a warning at this site.</summary>
    public Task<StoreAnswer> ClearAlertAsync(string name, AlertDeed deed, CancellationToken cancellationToken) =>
        settle(() => store.ClearAlertAsync(name, deed, cancellationToken), cancellationToken);
}
