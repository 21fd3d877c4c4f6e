using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;

namespace Year.Tests.Sites;

/// <summary>What was put into a site, kept beside it: the oracle reads this and never the database.</summary>
/// <param name="panels">The panels.</param>
internal sealed class YearContents(IReadOnlyList<Panel> panels)
{
    private readonly List<SlotEntry> _slots = [];
    private readonly Dictionary<string, Programme> _programmes = [];
    private readonly Dictionary<RevisionDigest, DateTimeOffset> _approved = [];

    /// <summary>The panels, by id.</summary>
    public IReadOnlyList<Panel> Panels { get; } = [.. panels.OrderBy(panel => panel.Id.Value, StringComparer.Ordinal)];

    /// <summary>The slots as they were written.</summary>
    public IReadOnlyList<SlotEntry> Slots => _slots;

    /// <summary>The programmes, by id.</summary>
    public IReadOnlyDictionary<string, Programme> Programmes => _programmes;

    /// <summary>When words were last approved.</summary>
    public IReadOnlyDictionary<RevisionDigest, DateTimeOffset> ApprovedAt => _approved;

    /// <summary>How often it was edited.</summary>
    public int Edit { get; private set; }

    /// <summary>Adds a programme.</summary>
    public void Add(Programme programme) => _programmes.Add(Edited(programme).Id, programme);

    /// <summary>Adds a slot.</summary>
    public void Add(SlotEntry slot) => _slots.Add(Edited(slot));

    /// <summary>Takes a slot away.</summary>
    public void Remove(SlotEntry slot) => _slots.Remove(Edited(slot));

    /// <summary>Remembers an approval; the latest counts.</summary>
    public void Add(SloganApproval approval) => _approved[Edited(approval).RevisionDigest] =
        _approved.TryGetValue(approval.RevisionDigest, out var before) && before > approval.ApprovedAt ? before : approval.ApprovedAt;

    private T Edited<T>(T edit)
    {
        Edit++;
        return edit;
    }
}
