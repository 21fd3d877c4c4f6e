using Signage.Controller.Planning;
using Signage.Controller.Scheduling;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;
using Year.Tests.Oracle;

namespace Year.Tests.Walks;

/// <summary>Looks at what a site would light at some instants, and holds every show and every brightness against the policies as they were written.</summary>
/// <param name="picture">The site.</param>
/// <param name="door">Makes shows.</param>
/// <param name="catalog">The card models.</param>
/// <param name="oracle">The policies.</param>
internal sealed class PolicyWalk(SitePicture picture, ShowDoor door, ProfileCatalog catalog, PolicyReading oracle)
{
    private const int MostDifferences = 12;
    private readonly Decisions _decisions = new();
    private readonly List<string> _differences = [];
    private readonly Dictionary<PanelId, ShowDigest> _free = [];
    private readonly Dictionary<string, int> _seen = [];
    private int _looks;

    /// <summary>What breaks a policy, or is darker than it has to be.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>How often what was seen, so that nobody believes a walk on which nothing happened.</summary>
    public string Told => $"{_looks} instants, {_differences.Count} differences; " + string.Join(", ", _seen.OrderBy(seen => seen.Key, StringComparer.Ordinal).Select(seen => FormattableString.Invariant($"{seen.Value} {seen.Key}")));

    /// <summary>How often something was seen.</summary>
    public int Seen(string what) => _seen.GetValueOrDefault(what);

    /// <summary>From boundary to boundary.</summary>
    public void Through(DateTimeOffset from, DateTimeOffset until)
    {
        for (DateTimeOffset? at = from; at < until && _differences.Count < MostDifferences; at = _decisions.Until)
        {
            Look(at.Value);
        }
    }

    /// <summary>At one instant.</summary>
    public void Look(DateTimeOffset instant)
    {
        _looks++;
        foreach (var (panel, bound) in _decisions.At(picture, instant))
        {
            var due = oracle.Binding(instant, panel);
            var profile = catalog.TryFind(panel.ProfileId, out var found) ? found! : throw new InvalidOperationException($"{panel.ProfileId}: no such model");
            var (show, _, _) = door.Pass(bound, panel, profile);
            var isWarning = bound.Wanted.Level == Priority.Emergency;
            foreach (var wrong in Wrong(bound, show.Value, due, isWarning, panel, profile).Concat(Late(instant, panel, bound, due)))
            {
                _differences.Add(FormattableString.Invariant($"{instant:yyyy-MM-dd HH:mm:ss}Z, panel {panel.Id}: {wrong}; binding by the book: {string.Join(", ", due)}; by the site: {string.Join(", ", bound.Verdict.Binding.Select(policy => policy.Id))}"));
            }
        }
    }

    private IEnumerable<string> Wrong(BoundDecision bound, Show show, IReadOnlyList<PolicyEntry> due, bool isWarning, Panel panel, DeviceProfile profile)
    {
        if (bound.Brightness != PolicyReading.Percent(due))
        {
            yield return $"brightness {bound.Brightness} instead of {PolicyReading.Percent(due)}";
        }

        See("dimmed", bound.Brightness < 100);
        if (PolicyReading.IsQuiet(due, isWarning))
        {
            See("dark by policy", bound.Wanted.Loop.Count > 0);
            if (!show.IsDark)
            {
                yield return "lit in a quiet time";
            }

            yield break;
        }

        if (PolicyReading.IsQuiet(due, isWarning: false))
        {
            See("warnings in a quiet time", !show.IsDark);
            var warnings = bound.Wanted.Loop.Select(item => item.Revision).ToHashSet();
            if (show.Pages.Any(page => !page.Page.Picture.IsDark && !warnings.Contains(page.Revision)))
            {
                yield return "something else than the warning is lit in a quiet time";
            }

            yield break;
        }

        var mourns = PolicyReading.Mourns(due);
        var left = mourns ? Arbiter.Decide(Left(due, panel), bound.Decision.At, panel.Id) : bound.Wanted;
        var free = door.Pass(new BoundDecision(left, PolicyVerdict.Free), panel, profile).Show.Value;
        See("paused", mourns && !left.Why.SequenceEqual(bound.Wanted.Why));
        See("lit in mourning", mourns && !show.IsDark);
        See("warnings in mourning", mourns && isWarning && !show.IsDark);
        if (mourns && Garish(show, isWarning ? [.. left.Loop.Select(item => item.Revision)] : [], panel.Face) is { } garish)
        {
            yield return $"\"{garish.Text}\" is lit in another colour while people mourn";
        }

        var roads = due.Where(policy => policy.Kind == "road").ToArray();
        if (roads.Length == 0)
        {
            // Nothing is left of a policy that is over: the very show that the plan alone makes.
            See("as planned", !show.IsDark && !mourns);
            if (mourns)
            {
                if (!Shape(show).SequenceEqual(Shape(free)))
                {
                    yield return "not the words that mourning leaves of the plan";
                }

                yield break;
            }

            See("the same again by its digest", _free.TryGetValue(panel.Id, out var before) && before == show.Digest);
            _free[panel.Id] = show.Digest;
            if (show.Digest != free.Digest)
            {
                yield return "not the show that the plan alone makes";
            }
        }
        else if (!show.IsDark)
        {
            See("calm", show.Digest != free.Digest);
            foreach (var page in show.Loop)
            {
                foreach (var road in roads.Where(road => Breaks(page, road)))
                {
                    yield return $"a page {page.Effect}, {page.Step.TotalMilliseconds} ms, {page.Stay.TotalSeconds} s breaks {road.Id}";
                }
            }
        }
        else if (!free.IsDark)
        {
            See("refused by a road policy");
        }
    }

    private Plan Left(IReadOnlyList<PolicyEntry> due, Panel panel) => picture.Plan with
    {
        Slots = [.. picture.Plan.Slots.Where(slot => PolicyReading.IsLeft(
            due, slot, picture.Plan.Programmes.FirstOrDefault(programme => programme.Id == slot.ProgrammeId)?.Tone ?? Tone.Plain, panel.Face))],
    };

    /// <summary>Words that are lit in a colour that is none of mourning; warnings keep theirs.</summary>
    private static Revision? Garish(Show show, IReadOnlyCollection<Revision> warnings, PanelFace face)
    {
        foreach (var page in show.Pages.Where(page => !warnings.Contains(page.Revision)))
        {
            var picture = page.Page.Picture;
            var lit = from y in Enumerable.Range(0, picture.Size.Height) from x in Enumerable.Range(0, picture.Size.Width) select picture[x, y];
            if (lit.Any(colour => colour.IsLit && colour != PolicyReading.Sober(face)))
            {
                return page.Revision;
            }
        }

        return null;
    }

    // The same words with the same pixels lit, for as long and moved alike, whatever their colour.
    private static IEnumerable<string> Shape(Show show) => show.Pages.Select(page =>
    {
        var picture = page.Page.Picture;
        var lit = string.Concat(from y in Enumerable.Range(0, picture.Size.Height) from x in Enumerable.Range(0, picture.Size.Width) select picture[x, y].IsLit ? '#' : '.');
        return $"{page.Revision.Text} {page.Page.Effect} {page.Page.Step} {page.Page.Stay} {lit}";
    });

    // The edges are exact: just before "until" nothing has changed yet.
    private IEnumerable<string> Late(DateTimeOffset instant, Panel panel, BoundDecision bound, IReadOnlyList<PolicyEntry> due)
    {
        if (bound.Verdict.Until is { } until && (until <= instant || !oracle.Binding(until.AddTicks(-1), panel).SequenceEqual(due)))
        {
            yield return $"until {until:O}, said at {instant:O}, is wrong";
        }
    }

    private static bool Breaks(Page page, PolicyEntry road) => page.Effect == Effect.Blink
        || (page.Effect != Effect.ContinuousLeft && page.Stay < TimeSpan.FromSeconds(road.Stay ?? 15))
        || (page.Effect != Effect.Static && (road.Still == true || page.Step < TimeSpan.FromMilliseconds(road.Step ?? 30)));

    private void See(string what, bool seen = true) => _seen[what] = _seen.GetValueOrDefault(what) + (seen ? 1 : 0);
}
