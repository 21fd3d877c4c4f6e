using Signage.Testing.Invariants;
using static Faults.Tests.Invariants.HandMade;

namespace Faults.Tests.Invariants;

/// <summary>A checker that cannot fail proves nothing: each invariant is broken by hand, and each history that only looks broken passes.</summary>
public sealed class InvariantCheckerTests
{
    private const int Seed = 4711;

    public static TheoryData<string, string, string> Broken => [.. Breaches.Select(breach => (breach.Invariant, breach.What, breach.Says))];

    public static TheoryData<string> Sound => [.. Harmless.Select(history => history.What)];

    private static (string Invariant, string What, string Says, Func<HandMade> Make)[] Breaches =>
    [
        ("I1", "words that nobody approved", "not in the built-in pack", () => GoodMorning().Approve(B, "欢迎光临")),
        ("I1", "a stand-in for a glyph", "not in the built-in pack", () => GoodMorning().Approve(B, "携手做慈善\uFFFD")),
        ("I2", "an acknowledged slot is gone", "is not in the database", () => GoodMorning().Edit("slot 1", "x").Rows()),
        ("I2", "an acknowledged slot says something else", "stored as 'y'", () => GoodMorning().Edit("slot 1", "x").Rows(("slot 1", "y"))),
        ("I2", "nobody looked", "never read afterwards", () => GoodMorning().Rows().Edit("slot 1", "x")),
        ("I2", "there at first, gone later", "is not in the database", () => GoodMorning().Edit("slot 1", "x").Rows(("slot 1", "x")).Rows()),
        ("I3", "the card went back", "went back to aaaaaaaa", () => GoodMorning().Approve(B).Decide(B).Send(B).Take(B).Take(A)),
        ("I3", "the card took what was not decided", "took bbbbbbbb", () => GoodMorning().Approve(B).Take(B)),
        ("I3", "back after a blank to what is over", "went back to aaaaaaaa", () => GoodMorning().Approve(B).Decide(B).Take(B).Take(Dark).Take(A)),
        ("I5", "a mixture was latched", "no approved show", () => GoodMorning().Decide(B).Take(B)),
        ("I5", "a mixture was seen", "the glass shows bbbbbbbb", () => GoodMorning().See(B)),
        ("I5", "the show of another panel", "no approved show of this panel", () => Other().See(B)),
        ("I6", "sent after its end", "ended at", () => GoodMorning().Pass(60.05).Send(A)),
        ("I6", "sent before it begins", "was never decided", () => GoodMorning().Approve(B).Send(B)),
        ("I6", "sent an hour after it lost", "ended at", () => GoodMorning().Pass(59).Send(A).Pass(61).Send(A)),
        ("I6", "sent a while after the clock was set", "ended at", () => GoodMorning().SetClock(180).Pass(0.1).Send(A)),
        ("I7", "lit while all is blanked", "while blank 1", () => GoodMorning().Press(1).Send(Dark).Send(A)),
        ("I7", "lit after a release of another number", "while blank 2", () => GoodMorning().Press(1).Press(2).Release(1).Send(A)),
        ("I7", "lit while the panel is named", "while blank 1", () => GoodMorning().Press(1, "gate").Send(A)),
        ("I7", "a second press narrows nothing", "while blank 2", () => GoodMorning().Press(1).Press(2, "hall").Send(A)),
        ("I7", "handed over after the press", "while blank 1", () => GoodMorning().Hand().Press(1).Hand().Send(A)),
        ("I7", "two for one that was in flight", "while blank 1", () => GoodMorning().Hand().Press(1).Send(A).Send(A)),
        ("I7", "sent before the press, and once more", "while blank 1", () => GoodMorning().Hand().Send(A).Press(1).Send(A)),
        ("I7", "in flight at a press that came after the panel was dark", "while blank 2", () => GoodMorning().Press(1).Hand().Press(2).Send(A)),
        ("I7", "in flight when the site ended", "while blank 1", () => GoodMorning().Hand().Press(1).Gone().Send(A)),
        ("I7", "the conversation had ended", "while blank 1", () => GoodMorning().Began(1).Hand().Press(1).Ended(1, AttemptEnd.Failed).Send(A)),
        ("I12", "claimed before the card took it", "holds nothing", () => new HandMade().Claim(A)),
        ("I12", "claimed after the card went dark", "holds 00000000", () => GoodMorning().Take(Dark).Claim(A)),
        ("I12", "claimed after the card took another", "holds bbbbbbbb", () => GoodMorning().Approve(B).Decide(B).Take(B).Claim(A)),
        ("I16", "accepted without the card", "2 attempts were accepted, the card obeyed 1", () => GoodMorning().Began(1).Ended(1).Began(2).Ended(2)),
        ("I16", "in two buckets", "is in two buckets", () => GoodMorning().Began(1).Ended(1).Ended(1, AttemptEnd.Failed)),
        ("I16", "cut off, and accepted after all", "is in two buckets", () => GoodMorning().Began(1).Began(2).Ended(1)),
        ("I16", "never began", "never began", () => GoodMorning().Ended(7, AttemptEnd.Failed)),
        ("I16", "began twice", "began twice", () => GoodMorning().Began(1).Began(1)),
        ("I16", "ended after the site was gone", "is in two buckets", () => GoodMorning().Began(1).Gone().Ended(1)),
    ];

    private static (string What, Func<HandMade> Make)[] Harmless =>
    [
        ("a good morning", GoodMorning),
        ("a refused edit need not be stored", () => GoodMorning().Edit("slot 1", "x", ok: false).Rows()),
        ("an edit that stands", () => GoodMorning().Edit("slot 1", "x").Rows(("slot 1", "x"), ("slot 2", "y"))),
        ("back, because it was decided anew", () => GoodMorning().Approve(B).Decide(B).Send(B).Take(B).Decide(A).Send(A).Take(A)),
        ("the same show again after a blank", () => GoodMorning().Press(1).Send(Dark).Take(Dark).Release(1).Send(A).Take(A)),
        ("the same show again after a restart of the card", () => GoodMorning().Forget().See(B).Send(A).Take(A).See(A)),
        ("a decision that never reached the card", () => GoodMorning().Approve(B).Decide(B).Decide(A).Send(A).Take(A)),
        ("sent within a second after the end", () => GoodMorning().Pass(60 + (0.9 / 60)).Send(A)),
        ("sent at the moment at which the clock was set", () => GoodMorning().SetClock(180).Send(A)),
        ("another panel is blanked", () => GoodMorning().Press(1, "hall").Send(A)),
        ("dark while blanked", () => GoodMorning().Press(1).Send(Dark)),
        ("in flight while the blank was accepted", () => GoodMorning().Hand().Press(1).Send(A).Hand().Send(Dark)),
        ("in flight while a second press took the panel in", () => GoodMorning().Press(1, "hall").Hand().Press(2).Send(A)),
        ("claimed of a card that lost power since", () => GoodMorning().Forget().Claim(A)),
        ("read while the card changed", () => Racing()),
        ("every bucket once", () => GoodMorning().Began(1).Ended(1).Began(2).Ended(2, AttemptEnd.Failed).Began(3).Ended(3, AttemptEnd.Refused).Began(4)),
        ("cut off by a newer one and by the end", () => GoodMorning().Began(1).Began(2).Gone()),
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Checker_WhenAnInvariantIsBroken_NamesItAndTheSeed(string invariant, string what, string says)
    {
        var history = Breaches.Single(breach => breach.Invariant == invariant && breach.What == what).Make().History;
        var violations = InvariantChecker.Check(history, Seed).Where(violation => violation.Invariant == invariant).ToArray();
        Assert.True(violations.Length > 0, $"{invariant}: '{what}' was not noticed");
        Assert.Contains(says, violations[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"{invariant} seed {Seed} #", violations[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', violations[0].ToString());
        var failure = Assert.ThrowsAny<Exception>(() => InvariantChecker.AssertHolds(history, Seed));
        Assert.Contains($"seed {Seed}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Checker_WhenNothingIsWrong_IsContent(string what)
    {
        var history = Harmless.Single(one => one.What == what).Make().History;
        Assert.Empty(InvariantChecker.Check(history, Seed));
    }

    [Fact]
    public void Checker_WhenAnyInvariant_IsBrokenByHandHere() =>
        Assert.Equal(InvariantChecker.Invariants.Select(invariant => invariant.Name), Breaches.Select(breach => breach.Invariant).Distinct());

    private static HandMade Other()
    {
        var made = GoodMorning();
        made.History.Add(at => new ShowApproved(at, "hall", B, []));
        return made;
    }

    private static HandMade Racing()
    {
        var made = GoodMorning().Approve(B).Decide(B);
        var since = made.History.Next;
        made.Take(B);
        made.History.Add(at => new StatusSeen(at, since, "gate", A));
        return made;
    }
}
