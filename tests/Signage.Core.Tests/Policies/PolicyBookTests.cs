using CsCheck;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Core.Tests.Policies;

/// <summary>What binds when, and what it leaves of a decision.</summary>
public sealed class PolicyBookTests
{
    private static readonly PanelId Gate = new("gate");
    private static readonly PanelId Hall = new("hall");
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly LoopItem Words = new(new Revision("a", "words"), ShowStyle.Automatic, "slot");
    private static readonly LoopItem BaseWords = new(new Revision("b", "base"), ShowStyle.Automatic, "base");

    private static readonly Plan Frame = Plan.Empty(Zone) with { PanelTags = new Dictionary<PanelId, Tags> { [Gate] = Tags.Parse("临街") } };

    [Fact]
    public void At_WhenNothingBinds_IsFreeForEver()
    {
        var verdict = Book().At(At("2026-09-05T12:00"), Gate);
        Assert.Empty(verdict.Binding);
        Assert.Equal(100, verdict.Brightness);
        Assert.Null(verdict.Motion);
        Assert.Null(verdict.Until);
        Assert.Null(PolicyWindow.Ahead(Book(), At("2026-09-05T12:00")).NextChange(At("2026-09-05T12:00")));
    }

    [Theory]
    [InlineData("2026-09-05T21:59:59", false, "2026-09-05T22:00:00")]
    [InlineData("2026-09-05T22:00:00", true, "2026-09-06T06:00:00")]
    [InlineData("2026-09-06T05:59:59", true, "2026-09-06T06:00:00")]
    [InlineData("2026-09-06T06:00:00", false, "2026-09-06T22:00:00")]
    public void At_WhenANightPassesMidnight_BindsFromEdgeToEdge(string at, bool binds, string until)
    {
        var verdict = Book(Quiet("night", "22:00-06:00")).At(At(at), Gate);
        Assert.Equal(binds, verdict.Binding.Count > 0);
        Assert.Equal(At(until), verdict.Until);
    }

    [Fact]
    public void At_WhenItNamesPanelsAndTags_BindsThoseAlone()
    {
        var book = Book(Quiet("tagged", "00:00-24:00") with { Tags = Tags.Parse("临街 户外") }, Quiet("named", "00:00-24:00") with { Panels = [Hall] });
        Assert.Equal(["tagged"], book.At(At("2026-09-05T12:00"), Gate).Binding.Select(policy => policy.Id));
        Assert.Equal(["named"], book.At(At("2026-09-05T12:00"), Hall).Binding.Select(policy => policy.Id));
    }

    [Fact]
    public void At_WhenSeveralBind_TheStrictestCounts()
    {
        var verdict = Book(
            All("a", new PolicyRule.Brightness(60)), All("b", new PolicyRule.Brightness(30)) with { Owner = PolicyOwner.Centre }, All("c", new PolicyRule.Brightness(100)),
            All("d", Road(20, 10, true)), All("e", Road(5, 40, true)), All("f", Road(1, 0, false))).At(At("2026-09-05T12:00"), Gate);
        Assert.Equal(30, verdict.Brightness);
        Assert.Equal(new MotionLimit(TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(40), false), verdict.Motion);
    }

    /// <summary>Whatever the site adds to what the centre asks for, nothing becomes looser by it.</summary>
    [Fact]
    public void At_WhenTheSiteAddsToTheCentres_IsNeverLooser() => Gen.Select(Policies(PolicyOwner.Centre), Policies(PolicyOwner.Site), Gen.Int[0, 400 * 24 * 60]).Sample(
        (centre, site, minutes) =>
        {
            var instant = At("2026-01-01T00:00").AddMinutes(minutes);
            var (alone, both) = (Book(centre).At(instant, Gate), Book([.. centre, .. site]).At(instant, Gate));
            Assert.True(both.Brightness <= alone.Brightness);
            foreach (var level in Enum.GetValues<Priority>())
            {
                Assert.True(alone.Darkening(level).Count == 0 || both.Darkening(level).Count > 0);
            }

            Assert.True(alone.Motion is not { } least || (both.Motion!.LeastStay >= least.LeastStay && both.Motion.LeastStep >= least.LeastStep && (!both.Motion.MayMove || least.MayMove)));
        },
        iter: 500);

    [Fact]
    public void At_WhenAnyPolicies_IsConstantUntilItsUntil() => Gen.Select(Policies(PolicyOwner.Site), Gen.Int[0, 400 * 24 * 60], Gen.Double[0, 1]).Sample(
        (policies, minutes, part) =>
        {
            var book = Book(policies);
            var instant = At("2026-01-01T00:00").AddMinutes(minutes);
            var verdict = book.At(instant, Gate);
            if (verdict.Until is { } until)
            {
                Assert.True(until > instant);
                Assert.Equal(verdict.Binding, book.At(until.AddTicks(-1), Gate).Binding);
                Assert.Equal(verdict.Binding, book.At(instant + ((until - instant) * part * 0.999), Gate).Binding);
            }
        },
        iter: 500);

    [Fact]
    public void WithoutClock_WhenSomeAskAClock_KeepsThoseThatHoldAtAllTimes()
    {
        var book = Book(All("always", new PolicyRule.Quiet(true)), Quiet("night", "22:00-06:00"), All("work", new PolicyRule.Quiet(false)) with { Time = SlotTime.Always with { Days = DayRule.Parse("work") } });
        Assert.Equal(["always"], book.WithoutClock().Policies.Select(policy => policy.Id));
    }

    [Theory]
    [InlineData(Priority.Community, false, false)]
    [InlineData(Priority.Centre, false, false)]
    [InlineData(Priority.Technician, false, false)]
    [InlineData(Priority.Urgent, false, false)]
    [InlineData(Priority.Emergency, false, true)]
    [InlineData(Priority.Emergency, true, false)]
    public void Bound_WhenItIsQuiet_LightsWarningsAlone(Priority level, bool isStrict, bool isLit)
    {
        var bound = new BoundDecision(Wanted(level), Book(All("q", new PolicyRule.Quiet(isStrict))).At(At("2026-09-05T12:00"), Gate));
        Assert.Equal(isLit ? [Words] : [], bound.Decision.Loop);
        Assert.Equal(isLit ? [] : ["q"], bound.Darkening.Select(policy => policy.Id));

        // What stands in for a warning that is refused is no warning.
        Assert.Empty(bound.Decision.Basis);
    }

    [Fact]
    public void Bound_WhenNothingIsWanted_IsDarkenedByNobody()
    {
        var bound = new BoundDecision(Wanted(null) with { Loop = [], Basis = [] }, Book(All("q", new PolicyRule.Quiet(true))).At(At("2026-09-05T12:00"), Gate));
        Assert.Empty(bound.Darkening);
    }

    [Theory]
    [InlineData("2026-09-05T20:00", "2026-09-05T20:00")]
    [InlineData("2026-09-05T23:00", "2026-09-05T22:00")]
    [InlineData(null, "2026-09-05T22:00")]
    public void Bound_WhenPlanAndPolicyChange_HoldsUntilTheEarlier(string? plan, string until)
    {
        var bound = new BoundDecision(
            Wanted(Priority.Community) with { Until = plan is null ? null : At(plan) }, Book(Quiet("night", "22:00-06:00")).At(At("2026-09-05T12:00"), Gate));
        Assert.Equal(At(until), bound.Decision.Until);
        Assert.Equal([Words], bound.Decision.Loop);
        Assert.Equal([BaseWords], bound.Decision.Basis);
    }

    private static Gen<Policy[]> Policies(PolicyOwner owner) =>
        (from kind in Gen.Int[0, 3]
         from time in OneOf("22:00-06:00", "08:00-12:00,14:00-18:00", "00:00-24:00", "-09:00", "23:30-")
         from rule in OneOf("always", "work", "mon-fri", "date:6-7..6-9", "every:3@2026-01-01")
         from number in Gen.Int[1, 60]
         from tagged in Gen.Bool
         select new Policy("", owner, Rule(kind, number, tagged), new SlotTime(DailyTimes.Parse(time)) { Days = DayRule.Parse(rule) })
         {
             Tags = tagged ? Tags.Parse("临街") : Tags.None,
         })
        .Array[0, 6].Select(policies => policies.Select((policy, at) => policy with { Id = $"{owner}-{at}" }).ToArray());

    private static PolicyRule Rule(int kind, int number, bool flag) => kind switch
    {
        0 => new PolicyRule.Quiet(false),
        1 => new PolicyRule.Quiet(true),
        2 => new PolicyRule.Brightness(number),
        _ => Road(number, number, flag),
    };

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);

    private static PolicyBook Book(params Policy[] policies) => new(policies, Frame);

    private static Policy Quiet(string id, string times) => new(id, PolicyOwner.Site, new PolicyRule.Quiet(false), new SlotTime(DailyTimes.Parse(times)));

    private static Policy All(string id, PolicyRule rule) => new(id, PolicyOwner.Site, rule, SlotTime.Always);

    private static PolicyRule.Road Road(int stay, int step, bool mayMove) => new(new MotionLimit(TimeSpan.FromSeconds(stay), TimeSpan.FromMilliseconds(step), mayMove));

    private static Decision Wanted(Priority? level) => new(Gate, At("2026-09-05T12:00"), [Words], ["slot"], [], null, false) { Level = level, Basis = [BaseWords] };

    private static DateTimeOffset At(string text) => new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
