using System.Text.Json;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Shows;
using Year.Tests.Sites;

namespace Year.Tests.Oracle;

/// <summary>
/// What every panel of a site has to show at an instant, reckoned from docs/plan.md and docs/calendar.md alone: simple and slow, by going through all slots. Shares
/// nothing with the plan of the product but the tables of solar terms and of the sun.
/// </summary>
/// <param name="contents">What the site has, and what was edited since.</param>
/// <param name="days">Day rules.</param>
/// <param name="lighting">Loops as pictures.</param>
internal sealed class PlanReading(YearContents contents, DayReading days, Lighting lighting)
{
    private readonly HashSet<RevisionDigest> _pack = [.. CharityPack.Instance.Slogans.Select(slogan => slogan.ToRevision().Digest)];
    private OpenSlots? _open;
    private SiteSky? _sky;
    private (int Edit, bool[] Open) _last = (-1, []);
    private IReadOnlyList<Answer> _answers = [];
    private readonly Dictionary<string, int> _seen = [];

    /// <summary>How often which rule had to be used, so that nobody believes a walk on which nothing happened.</summary>
    public string Told => string.Join(", ", _seen.OrderBy(seen => seen.Key, StringComparer.Ordinal).Select(seen => FormattableString.Invariant($"{seen.Value} {seen.Key}")));

    /// <summary>The slots that are open, on whatever panel.</summary>
    public bool[] Open(DateTimeOffset instant, SiteSky sky)
    {
        if (_sky != sky)
        {
            (_sky, _open) = (sky, new OpenSlots(sky, days));
        }

        return _open!.At(instant, contents.Slots);
    }

    /// <summary>The answer for each panel.</summary>
    public IReadOnlyList<Answer> At(DateTimeOffset instant, SiteSky sky)
    {
        var open = Open(instant, sky);

        // The answer follows from what is open and from nothing else.
        if (_last.Edit != contents.Edit || !_last.Open.AsSpan().SequenceEqual(open))
        {
            SlotEntry[] slots = [.. contents.Slots.Where((_, at) => open[at])];
            _answers = [.. contents.Panels.Select(panel => Of(panel, [.. slots.Where(slot => IsMeant(slot, panel))]))];
            _last = (contents.Edit, open);
        }

        return _answers;
    }

    /// <summary>Slots as they were written, for a person who looks for the difference.</summary>
    public string Slots(IEnumerable<string> ids) => string.Join("; ", contents.Slots.Where(slot => ids.Contains(slot.Id)).Select(slot => JsonSerializer.Serialize(slot, EntryJson.Default.SlotEntry)));

    private Answer Of(Panel panel, IReadOnlyList<SlotEntry> open)
    {
        var winners = LoopReading.Winners(open);
        if (winners.Count == 0 || winners.Any(LoopReading.IsBlank))
        {
            See(winners.Count == 0 ? "with nothing open" : "blank");
            return new Answer(panel, Dark(panel), [], Ids(winners));
        }

        See("loops");
        See("joined", winners.Any(slot => LoopReading.Rank(slot) != LoopReading.Rank(winners[0])));
        See("too full", winners.Count > LoopReading.Most);
        var round = LoopReading.Round(winners, ApprovedAt);
        See("unequal", round.Count > winners.Count);
        if (Lit(panel, round) is { } digest)
        {
            return new Answer(panel, digest, Ids(round), Ids(winners));
        }

        var instead = Lit(panel, LoopReading.Round(open.Where(slot => LoopReading.Rank(slot) == 0), ApprovedAt));
        See(instead is null ? "refused and dark" : "refused with base in their place");
        return new Answer(panel, instead ?? Dark(panel), Ids(round), Ids(winners));
    }

    private void See(string what, bool seen = true) => _seen[what] = _seen.GetValueOrDefault(what) + (seen ? 1 : 0);

    private ShowDigest? Lit(Panel panel, IReadOnlyList<SlotEntry> round)
    {
        Programme[] turns = [.. round.Select(slot => contents.Programmes[slot.Programme!])];
        return turns.Length > 0 && turns.SelectMany(turn => turn.Items).All(text => _pack.Contains(text.Digest) || ApprovedAt(text.Digest) is not null)
            ? lighting.Of(panel, turns)
            : null;
    }

    private ShowDigest Dark(Panel panel) => lighting.Of(panel, []) ?? throw new InvalidOperationException($"{panel.Id}: cannot be dark");

    private DateTimeOffset? ApprovedAt(SlotEntry slot) => contents.Programmes[slot.Programme!].Items.Max(text => ApprovedAt(text.Digest));

    private DateTimeOffset? ApprovedAt(RevisionDigest words) => contents.ApprovedAt.TryGetValue(words, out var at) ? at : null;

    private static bool IsMeant(SlotEntry slot, Panel panel)
    {
        var (panels, tags) = (slot.Panels ?? [], slot.Tags ?? []);
        return (panels.Count == 0 && tags.Count == 0) || panels.Contains(panel.Id.Value) || tags.Any(tag => panel.Tags.All.Contains(tag));
    }

    private static IReadOnlyList<string> Ids(IEnumerable<SlotEntry> slots) => [.. slots.Select(slot => slot.Id)];
}
