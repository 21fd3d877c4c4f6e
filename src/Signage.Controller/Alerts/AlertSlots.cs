using Signage.Core.Alerts;
using Signage.Core.Alerts.Forms;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;

namespace Signage.Controller.Alerts;

/// <summary>
/// The warnings of a site as part of its plan: each is a slot of priority emergency, bounded by its own instants, with its words as a programme, so that what it covers comes
/// back by itself, and exactly, when it ends.
/// </summary>
/// <param name="Lightings">What of them a person or a rule let onto the panels, and what cannot be drawn among it.</param>
/// <param name="Slots">The slots of those that can be drawn.</param>
/// <param name="Programmes">Their programmes.</param>
/// <param name="Approvals">The words that a person let onto the panels with a warning.</param>
internal sealed record AlertSlots(
    IReadOnlyList<AlertLighting> Lightings, IReadOnlyList<Slot> Slots, IReadOnlyList<Programme> Programmes, IReadOnlyList<SloganApproval> Approvals)
{
    private const string Prefix = "alert:";

    /// <summary>The plan's part of what a site has taken in. A warning that nobody approved, or that somebody ended here, has none.</summary>
    public static AlertSlots Of(IReadOnlyList<AlertRecord> records, SitePlaceArea site, AlertTemplate template)
    {
        var known = records.ToDictionary(record => record.Name, StringComparer.Ordinal);
        (AlertLighting Lighting, AlertDeed By)[] lit =
        [
            .. Book(records).Lightings(site, template)
                .Select(lighting => (lighting, known.GetValueOrDefault($"{lighting.Message.Id}")))
                .Where(pair => pair.Item2 is { Approved: not null, Cleared: null }).Select(pair => (pair.lighting, pair.Item2!.Approved!)),
        ];

        // The warnings of a moment share a loop, and a loop is drawn whole or not: one that cannot be drawn would take the others with it.
        var drawn = lit.Where(pair => template.CanBeDrawn(pair.Lighting.Words)).ToArray();
        return new AlertSlots(
            [.. lit.Select(pair => pair.Lighting)],
            [.. drawn.Select(pair => Slot(pair.Lighting))],
            [.. drawn.Select(pair => new Programme(Id(pair.Lighting), [Revision(pair.Lighting)], ShowStyle.Automatic))],
            [.. drawn.Select(pair => SloganApproval.Of(Revision(pair.Lighting), pair.By.By, pair.By.At))]);
    }

    /// <summary>The messages as a book. What was stored could be read then; what no longer can is left out, and lights nothing.</summary>
    public static AlertBook Book(IReadOnlyList<AlertRecord> records) => records.Aggregate(
        AlertBook.Empty,
        (book, record) => AlertReader.Read(record.Document, record.TakenAt).Messages.Aggregate(book, (known, message) => known.Take(message, record.TakenAt)));

    /// <summary>The words of a lighting as a fixed version.</summary>
    public static Revision Revision(AlertLighting lighting) => new(Id(lighting), lighting.Words);

    // The whole triple that names a message: two senders may have one identifier and one second.
    private static string Id(AlertLighting lighting) =>
        $"{Prefix}{lighting.Message.Id.Identifier}#{lighting.Info}@{lighting.Message.Id.Sent.ToUnixTimeSeconds()}/{lighting.Message.Id.Sender}";

    private static Slot Slot(AlertLighting lighting) => new(
        Id(lighting), Id(lighting), [], SlotTime.Always with { Begins = lighting.From, Ends = lighting.Until }, Priority.Emergency);
}
