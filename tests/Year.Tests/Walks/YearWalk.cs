using Signage.Core.Shows;
using Year.Tests.Oracle;
using Year.Tests.Sites;

namespace Year.Tests.Walks;

/// <summary>Goes through a stretch minute by minute, and holds what the site wants on each panel against the oracle.</summary>
/// <param name="stretch">The days.</param>
/// <param name="site">The site.</param>
/// <param name="oracle">What must be shown.</param>
/// <param name="events">What happens on the way; null for nothing.</param>
internal sealed class YearWalk(YearStretch stretch, YearSite site, PlanReading oracle, YearEvents? events)
{
    private const int MostDifferences = 12;
    private const int MinutesOff = 20;
    private readonly List<string> _differences = [];
    private readonly HashSet<(Answer, Answer)> _told = [];
    private readonly HashSet<ShowDigest> _pictures = [];
    private SiteHome _home = stretch.Home;
    private SiteSky _sky = stretch.Home.Sky;
    private (DateTimeOffset At, DateTimeOffset? Until, IReadOnlyList<Answer> Answers)? _before;
    private long _compared;
    private long _between;
    private int _turned;

    /// <summary>Where site and oracle are not of one mind.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>How many pictures were seen that differ from each other.</summary>
    public int Pictures => _pictures.Count;

    /// <summary>What was done, in a line.</summary>
    public string Told => FormattableString.Invariant(
        $"{stretch}: {stretch.Minutes} minutes and {_between} instants between, {site.Book.Now.Panels.Count} panels, {site.Book.Now.Plan.Slots.Count} slots, {_compared} digests compared ({_pictures.Count} different pictures), {_differences.Count} differences; the clock of the zone turned {_turned} times; {events?.Told}; reckoned: {oracle.Told}");

    /// <summary>Walks; ends early when there are too many differences for a person to read.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var minute = 0; minute < stretch.Minutes && _differences.Count < MostDifferences; minute++)
        {
            var now = stretch.Start.AddMinutes(minute);
            await LookAsync(now, cancellationToken);
            if (events is null || await events.PerhapsAsync(minute, _home, stretch.Home, cancellationToken) is not var (home, step))
            {
                continue;
            }

            if (home != _home)
            {
                (_home, _sky) = (home, home.Sky);
            }

            if (step != TimeSpan.Zero)
            {
                await AwayAsync(now + step, cancellationToken);
            }

            // After whatever happened, what was due before says nothing about what is due now.
            _before = null;
            await LookAsync(now, cancellationToken);
        }
    }

    /// <summary>The clock is wrong for a while, and is set right again afterwards.</summary>
    private async Task AwayAsync(DateTimeOffset wrong, CancellationToken cancellationToken)
    {
        _before = null;
        for (var minute = 0; minute < MinutesOff; minute++)
        {
            await LookAsync(wrong.AddMinutes(minute), cancellationToken);
        }
    }

    private async Task LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Where the site would be woken between two minutes, it is looked at there too.
        while (_before is { Until: { } until } && until < now && until > _before.Value.At)
        {
            _between++;
            await CompareAsync(until, cancellationToken);
        }

        await CompareAsync(now, cancellationToken);
    }

    private async Task CompareAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        site.Clock.Now = now;
        var shown = await site.NowAsync(cancellationToken);
        var due = oracle.At(now, _sky);
        foreach (var (wanted, right) in shown.Zip(due))
        {
            _compared++;
            _pictures.Add(wanted.Digest);
            if (!wanted.Equals(right) && _told.Add((wanted, right)))
            {
                Differ(now, $"panel {right.Panel.Id}: the site {wanted}; the oracle {right}; {oracle.Slots(wanted.Winners.Concat(right.Winners))}");
            }
        }

        if (shown.Count != due.Count)
        {
            Differ(now, $"{shown.Count} panels of {due.Count}");
        }

        Hold(now, due);
        _turned += _before is { } before && _sky.Zone.GetUtcOffset(before.At) != _sky.Zone.GetUtcOffset(now) ? 1 : 0;
        _before = (now, site.Until, due);
    }

    /// <summary>"Until" is never later than the first change, and something opens or closes then.</summary>
    private void Hold(DateTimeOffset now, IReadOnlyList<Answer> due)
    {
        if (_before is { } before && now > before.At && (before.Until is null || before.Until > now) && !due.SequenceEqual(before.Answers))
        {
            Differ(now, $"until {before.Until:O}, said at {before.At:O}, is too late");
        }

        if (site.Until <= now)
        {
            Differ(now, $"until {site.Until:O} is over");
        }

        if (site.Until is { } until && _before?.Until != until && until - now < TimeSpan.FromDays(300)
            && oracle.Open(until, _sky).SequenceEqual(oracle.Open(until.AddTicks(-1), _sky)))
        {
            Differ(now, $"until {until:O}, where nothing opens or closes");
        }
    }

    private void Differ(DateTimeOffset now, string what) =>
        _differences.Add(FormattableString.Invariant($"seed {stretch.Seed}, {now:yyyy-MM-dd HH:mm:ss}Z ({_home.Zone}{(_home.Place is null ? " without a place" : "")} {_sky.Reading(now):yyyy-MM-dd HH:mm:ss}), {what}"));
}
