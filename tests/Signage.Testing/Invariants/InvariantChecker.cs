using Signage.Testing.Invariants.Rules;

namespace Signage.Testing.Invariants;

/// <summary>Holds a history against every invariant that applies so far.</summary>
public static class InvariantChecker
{
    /// <summary>The invariants, in the order of their numbers.</summary>
    public static IReadOnlyList<IInvariant> Invariants { get; } =
    [
        new NothingUnapproved(), new NothingLost(), new OneEffect(), new NoMixture(), new EndsOnTime(), new BlankWins(), new NoClaimWithoutCard(),
        new Conservation(),
    ];

    /// <summary>Everything that does not hold, in the order in which it happened.</summary>
    public static IReadOnlyList<Violation> Check(SiteHistory history, int seed)
    {
        ArgumentNullException.ThrowIfNull(history);
        return
        [
            .. Invariants.SelectMany(invariant => invariant.Breaches(history).Select(breach => new Violation(invariant.Name, seed, breach.At, breach.What)))
                .OrderBy(violation => violation.At.Order),
        ];
    }

    /// <summary>Fails the test when anything does not hold; the message names the seed.</summary>
    public static void AssertHolds(SiteHistory history, int seed)
    {
        var violations = Check(history, seed);
        Assert.True(violations.Count == 0, $"seed {seed}: {string.Join(Environment.NewLine, violations.Take(20))}");
    }
}
