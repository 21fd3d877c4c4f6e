using System.Globalization;
using Signage.Core.Alerts;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Storage.Auditing;
using Signage.Storage.Writing;

namespace Signage.Storage;

/// <summary>
/// What one actor changes at a site. A change and its entry in the audit are one transaction: neither is ever there without the other. What is as it was leaves no entry.
/// </summary>
public sealed class SiteEdits
{
    private readonly SiteWriter _writer;
    private readonly Actor _actor;
    private readonly TimeProvider _time;

    internal SiteEdits(SiteWriter writer, Actor actor, TimeProvider time) => (_writer, _actor, _time) = (writer, actor, time);

    /// <summary>Enrols a panel; refused when its id is taken.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddPanelAsync(Panel panel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return _writer.WriteAsync(
            (context, token) => SiteAdditions.AddAsync(context, panel, token), ["panels"], () => Note("panel.add", panel.Id.Value, ("panel", AuditText.Of(panel))), cancellationToken);
    }

    /// <summary>Adds a programme; refused when its id is taken or it has no text.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddProgrammeAsync(Programme programme, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return _writer.WriteAsync(
            (context, token) => SiteAdditions.AddAsync(context, programme, token), ["programmes", "programme_items"], () => Note("programme.add", programme.Id, ("texts", AuditText.Of(programme))), cancellationToken);
    }

    /// <summary>Adds a slot; refused when its id is taken, or its programme or one of its panels does not exist.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddSlotAsync(Slot slot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return _writer.WriteAsync(
            (context, token) => SiteAdditions.AddAsync(context, slot, token), ["slots", "slot_panels"], () => Note("slot.add", slot.Id, ("slot", AuditText.Of(slot))), cancellationToken);
    }

    /// <summary>Takes slots away, all of them or none; refused when there is none of one of the ids.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> RemoveSlotsAsync(IReadOnlyList<string> slotIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slotIds);
        return _writer.WriteAsync(
            (context, token) => SiteRemovals.RemoveSlotsAsync(context, slotIds, token), ["slots", "slot_panels"], () => Many("slot.remove", slotIds), cancellationToken);
    }

    /// <summary>
    /// Adds many slots: all of them or none. Refused with every mistake, each with the place of its slot such as <c>slots[7]</c>, and as many as are read in one go.
    /// </summary>
    /// <param name="slots">The slots.</param>
    /// <param name="isCheck">True to find out whether they could be added, and add none.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddSlotsAsync(IReadOnlyList<Slot> slots, bool isCheck, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slots);
        return _writer.WriteAsync(
            (context, token) => SlotBulk.AddAsync(context, slots, isCheck, token), ["slots", "slot_panels"], () => Many("slot.import", [.. slots.Select(AuditText.Of)]), cancellationToken);
    }

    /// <summary>
    /// Adds slogans, each as a programme with the slogan's id and nothing else in it, and the approvals of those that come with one: all of it or nothing.
    /// Refused when an id is taken by other words; the same words once more change nothing, but may bring their approval.
    /// </summary>
    /// <param name="slogans">The words, and who let them pass; null while nobody did. Their notes are not kept.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddSlogansAsync(IReadOnlyList<(Slogan Slogan, SloganApproval? Approval)> slogans, CancellationToken cancellationToken) =>
        AddSlogansAsync(slogans, decided: null, cancellationToken);

    /// <inheritdoc cref="AddSlogansAsync(IReadOnlyList{ValueTuple{Slogan, SloganApproval}}, CancellationToken)"/>
    /// <param name="slogans">The words, and who let them pass; null while nobody did. Their notes are not kept.</param>
    /// <param name="decided">The findings of the screening that whoever let them pass has decided; null for none. The audit keeps them.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    public Task<StoreAnswer> AddSlogansAsync(IReadOnlyList<(Slogan Slogan, SloganApproval? Approval)> slogans, string? decided, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slogans);
        return _writer.WriteAsync(
            (context, token) => SiteApprovals.AddAllAsync(context, slogans, token),
            ["programmes", "programme_items", "approvals"],
            () => Slogans(slogans, decided),
            cancellationToken);
    }

    /// <summary>Says in which mood a programme speaks; refused when there is none of that id.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> SetToneAsync(string programmeId, Tone tone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(programmeId);
        return _writer.WriteAsync(
            (context, token) => SiteApprovals.SetToneAsync(context, programmeId, tone, token), ["programmes"], () => Note("slogan.tone", programmeId, ("tone", $"{tone}")), cancellationToken);
    }

    /// <summary>Remembers that a person approved words that the site has; refused when it has no such words. The same approval once more changes nothing.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> ApproveAsync(SloganApproval approval, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return _writer.WriteAsync(
            (context, token) => SiteApprovals.ApproveAsync(context, approval, token),
            ["approvals"],
            () => Note("slogan.approve", approval.ItemId, ("text", approval.Text), ("approvedBy", approval.ApprovedBy)),
            cancellationToken);
    }

    /// <summary>Takes in messages of warnings, all or none; one that is there already stays, and may be approved now, unless it has other contents or was ended here. Those too old to light anything are forgotten.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> TakeAlertsAsync(IReadOnlyList<AlertRecord> alerts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        return _writer.WriteAsync(
            (context, token) => SiteAlerts.TakeAsync(context, alerts, _time.GetUtcNow(), token), ["alerts"], () => Many("alert.take", [.. alerts.Select(AuditText.Of)]) with { Subject = alerts is [var only] ? only.Name : $"{alerts.Count}" }, cancellationToken);
    }

    /// <summary>Remembers who let a warning onto the panels; refused when there is none of that name, or when it was ended at this site.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> ApproveAlertAsync(string name, AlertDeed deed, CancellationToken cancellationToken) =>
        _writer.WriteAsync((context, token) => SiteAlerts.ApproveAsync(context, name, deed, token), ["alerts"], () => Note("alert.approve", name), cancellationToken);

    /// <summary>Remembers who ended a warning at this site; refused when there is none of that name.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> ClearAlertAsync(string name, AlertDeed deed, CancellationToken cancellationToken) =>
        _writer.WriteAsync((context, token) => SiteAlerts.ClearAsync(context, name, deed, token), ["alerts"], () => Note("alert.clear", name), cancellationToken);

    /// <summary>Adds a policy; refused when its id is taken or one of its panels does not exist.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddPolicyAsync(Policy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return _writer.WriteAsync(
            (context, token) => SitePolicies.AddAsync(context, policy, token), ["policies"], () => Note("policy.add", policy.Id, ("policy", AuditText.Of(policy))), cancellationToken);
    }

    /// <summary>Takes a policy of the site away; refused when there is none of that id, or it is the centre's.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> RemovePolicyAsync(string policyId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policyId);
        return _writer.WriteAsync((context, token) => SitePolicies.RemoveAsync(context, policyId, token), ["policies"], () => Note("policy.remove", policyId), cancellationToken);
    }

    /// <summary>Takes in everything of a source, once for ever: all of it or nothing.</summary>
    /// <param name="source">Names the source, such as the file; a name that was imported before changes nothing.</param>
    /// <param name="contents">What to take in.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <returns>True when it was imported now, false when it had been before.</returns>
    /// <exception cref="StorageException">Something in it cannot be stored, the message says what; nothing was changed.</exception>
    public async Task<bool> ImportOnceAsync(string source, SiteContents contents, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentNullException.ThrowIfNull(contents);
        var imported = false;
        var answer = await _writer.WriteAsync(
            async (context, token) =>
            {
                var (outcome, now) = await SiteAdditions.ImportAsync(context, (source, _time.GetUtcNow()), contents, token).ConfigureAwait(false);
                imported = now;
                return outcome;
            },
            [],
            () => Note(
                "site.import",
                source,
                ("panels", Lines(contents.Panels.Select(AuditText.Of))),
                ("programmes", Lines(contents.Programmes.Select(programme => $"{programme.Id}: {AuditText.Of(programme)}"))),
                ("slots", Lines(contents.Slots.Select(AuditText.Of)))),
            cancellationToken).ConfigureAwait(false);
        return answer is StoreAnswer.Refused refused ? throw new StorageException(Words.NothingImported.With(source, refused.Reason)) : imported;
    }

    /// <summary>Writes down something that was done to the site and changed no table, such as a blank.</summary>
    /// <param name="action">What, such as <c>blank.press</c>.</param>
    /// <param name="subject">To what; may be empty.</param>
    /// <param name="details">Whatever else, each name once.</param>
    /// <param name="cancellationToken">Gives up; nothing was written then.</param>
    /// <exception cref="StorageException">The disk refuses; nothing was written.</exception>
    public Task NoteAsync(string action, string subject, IReadOnlyList<(string Name, string? Value)> details, CancellationToken cancellationToken) =>
        _writer.WriteAsync(static (_, _) => Task.FromResult<StoreAnswer>(new StoreAnswer.Stored()), [AuditTable.Name], () => new AuditNote(_actor, action, subject, details), cancellationToken);

    private AuditNote Slogans(IReadOnlyList<(Slogan Slogan, SloganApproval? Approval)> slogans, string? decided)
    {
        var action = slogans.All(one => one.Approval is null) ? "slogan.add" : "slogan.approve";
        (string, string?)[] people = [("approvedBy", string.Join("; ", slogans.Select(one => one.Approval?.ApprovedBy).OfType<string>().Distinct())), ("decided", decided)];
        return slogans is [var (only, _)]
            ? Note(action, only.Id, [("text", only.Text), .. people])
            : Many(action, [.. slogans.Select(one => $"{one.Slogan.Id}: {one.Slogan.Text}")], people);
    }

    private AuditNote Note(string action, string subject, params IReadOnlyList<(string Name, string? Value)> details) => new(_actor, action, subject, details);

    private AuditNote Many(string action, IReadOnlyList<string> things, params IEnumerable<(string Name, string? Value)> others) =>
        new(_actor, action, things is [var only] ? Name(only) : things.Count.ToString(CultureInfo.InvariantCulture), [.. AuditNote.Many(things), .. others]);

    // The id that a description begins with.
    private static string Name(string thing) => thing.Split([':', ' '], 2)[0];

    private static string Lines(IEnumerable<string> things) => string.Join('\n', things);
}
