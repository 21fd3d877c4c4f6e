using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Review;

namespace Signage.Core.Tests.Review;

/// <summary>Whatever anybody does in whatever order: no path leads to the panels that lacks its reviews.</summary>
public sealed class ReviewProperties
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-09-01T09:00:00+08:00", null);
    private static readonly FrameDigest[] Frames = [new(new string('1', 64)), new(new string('2', 64)), new(new string('3', 64))];
    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];
    private static readonly Gen<string> Reasons = Gen.Bool.Select(given => given ? "why" : "");
    private static readonly Gen<Duty> Duties = Gen.Int[0, 127].Select(bits => (Duty)bits);
    private static readonly Gen<PersonStanding> Standings = Gen.Frequency((8, Gen.Const(PersonStanding.Active)), (1, Gen.Const(PersonStanding.Left)), (1, Gen.Const(PersonStanding.Revoked)));

    private static readonly Gen<ReviewAct> Acts = Gen.Frequency<ReviewAct>(
        (4, Seen.Select(frames => (ReviewAct)new ReviewAct.Screen(frames, []))),
        (1, Gen.Const<ReviewAct>(new ReviewAct.Screen(Frames, ["no"]))),
        (5, Gen.Const<ReviewAct>(new ReviewAct.HandIn())),
        (20, Seen.Select(frames => (ReviewAct)new ReviewAct.Pass(frames, ""))),
        (1, Reasons.Select(reason => (ReviewAct)new ReviewAct.SendBack(reason))),
        (1, Reasons.Select(reason => (ReviewAct)new ReviewAct.Withdraw(reason))),
        (2, Reasons.Select(reason => (ReviewAct)new ReviewAct.Suspend(reason))),
        (2, Reasons.Select(reason => (ReviewAct)new ReviewAct.Release(reason))),
        (1, Gen.Const<ReviewAct>(new ReviewAct.Supersede(RevisionDigest.Of("later")))));

    // Somebody acts, or somebody's duties or standing change in between.
    private static readonly Gen<(int Who, ReviewAct? Act, Duty Duties, PersonStanding Standing)> Steps = Gen.Select(
        Gen.Int[0, Ids.Length - 1], Gen.Int[0, 9], Acts, Duties, Standings, (who, kind, act, duties, standing) => (who, kind > 0 ? act : null, duties, standing));

    private static Gen<FrameDigest[]> Seen => Gen.Int[0, 7].Select(bits => Frames.Where((_, at) => bits == 7 || bits == 0 || (bits & (1 << at)) != 0).ToArray());

    [Fact]
    public void S15_S18_S20_Paper_WhenLit_HasEveryReviewThatItsModeTakes() => Gen.Select(Steps.Array[0, 60], Gen.Int[1, 3], Duties.Array[Ids.Length]).Sample(
        (steps, mode, duties) =>
        {
            // Most people can do most things, or nothing would ever be approved here.
            var people = Ids.Select((id, at) => new Person(id, id, duties[at] | (Duty)(1 << (at % 4)) | Duty.FinalReview)).ToDictionary(person => person.Id);
            var paper = new ReviewPaper("item", RevisionDigest.Of("words"), "a", (ReviewMode)mode);
            var log = new List<Deed>();
            var now = Start;
            foreach (var (who, act, newDuties, standing) in steps)
            {
                now += TimeSpan.FromMinutes(1);
                var person = people[Ids[who]];
                if (act is null)
                {
                    people[person.Id] = person with { Duties = newDuties, Standing = standing };
                }
                else if (ReviewRules.Apply(paper, act, person, people, now) is ReviewAnswer.Done done)
                {
                    paper = done.Paper;
                    log.Add(new Deed(person, act, act is ReviewAct.Pass ? paper.Steps[^1].Stage : null));
                }

                if (ReviewRules.Complaint(paper, people, now) is null)
                {
                    AssertReviewed(paper, log, people);
                }
            }
        },
        iter: 20_000);

    /// <summary>Something is approved at all: a rule that refuses everything would pass the other test.</summary>
    [Fact]
    public void Paper_WhenManyTry_IsOftenApproved()
    {
        var approved = 0;
        Gen.Select(Steps.Array[40, 60], Duties.Array[Ids.Length]).Sample(
            (steps, duties) =>
            {
                var people = Ids.Select((id, at) => new Person(id, id, duties[at] | Duty.Write | Duty.FirstReview | Duty.SecondReview | Duty.FinalReview)).ToDictionary(person => person.Id);
                var paper = new ReviewPaper("item", RevisionDigest.Of("words"), "a", ReviewMode.ThreeReviews);
                foreach (var (who, act, _, _) in steps)
                {
                    if (act is not null && ReviewRules.Apply(paper, act, people[Ids[who]], people, Start) is ReviewAnswer.Done done)
                    {
                        paper = done.Paper;
                        approved += paper.State is ReviewState.Approved ? 1 : 0;
                    }
                }
            },
            iter: 1_000,
            threads: 1);
        Assert.True(approved > 100, $"{approved} of 1000");
    }

    /// <summary>Told from the history of acts alone: the paper is not asked.</summary>
    private static void AssertReviewed(ReviewPaper paper, List<Deed> log, Dictionary<string, Person> people)
    {
        var from = log.FindLastIndex(one => one.Act is ReviewAct.HandIn);
        Assert.True(from >= 0, "never handed in");
        var screened = Assert.IsType<ReviewAct.Screen>(log.FindLast(one => one.Act is ReviewAct.Screen)?.Act);
        Assert.Empty(screened.Refusals);
        Assert.DoesNotContain(log, one => one.Act is ReviewAct.Withdraw or ReviewAct.Supersede);
        Assert.DoesNotContain(log[from..], one => one.Act is ReviewAct.SendBack or ReviewAct.Screen);
        Assert.False(log[from..].FindLast(one => one.Act is ReviewAct.Suspend or ReviewAct.Release)?.Act is ReviewAct.Suspend, "held back");

        // Of several who passed a stage (one may have left in between) the last one counts.
        (ReviewStage Stage, Duty Duty)[] needed = paper.Mode is ReviewMode.ThreeReviews
            ? [(ReviewStage.First, Duty.FirstReview), (ReviewStage.Second, Duty.SecondReview), (ReviewStage.Final, Duty.FinalReview)]
            : [(ReviewStage.Final, Duty.FinalReview)];
        int[] places = [.. needed.Select(one => log.FindLastIndex(deed => deed.Stage == one.Stage))];
        Assert.True(places[0] > from && places.SequenceEqual(places.Order()), "not in order");
        Deed[] last = [.. places.Select(place => log[place])];
        Assert.All(needed.Zip(last), one =>
        {
            Assert.True((one.Second.Person.Duties & one.First.Duty) != 0 && one.Second.Person.Standing is PersonStanding.Active, "not their duty");
            Assert.NotEqual(PersonStanding.Revoked, people[one.Second.Person.Id].Standing);
            Assert.Empty(screened.Frames.Except(((ReviewAct.Pass)one.Second.Act).Seen));
        });
        Assert.Equal(needed.Length, last.Select(one => one.Person.Id).Distinct().Count());
        Assert.True(paper.Mode is ReviewMode.OnePerson || last.All(one => one.Person.Id != paper.AuthorId), "reviewed by its author");
    }

    /// <summary>An act that was done.</summary>
    private sealed record Deed(Person Person, ReviewAct Act, ReviewStage? Stage);
}
