using CsCheck;
using Signage.Core.Blanking;
using Signage.Core.Review;

namespace Signage.Core.Tests.Blanking;

/// <summary>Whatever is pressed and said in whatever order, and whatever the clock does: light comes back only by two people who both named the blank in force.</summary>
public sealed class ResumeProperties
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-09-05T09:00:00+08:00", null);
    private static readonly string[] Ids = ["a", "b", "c"];

    // One step: who, what, and a number that each reads its own way.
    private static readonly Gen<(int Who, int What, int Amount)> Steps = Gen.Select(Gen.Int[0, Ids.Length - 1], Gen.Int[0, 11], Gen.Int[-12, 12]);

    [Fact]
    public void I7_Blank_WhenReleased_WasNamedByTwoPeopleWhoMay() => Steps.Array[0, 40].Sample(
        steps =>
        {
            var site = new History();
            foreach (var (who, what, amount) in steps)
            {
                site.Do(Ids[who], what, amount);
            }
        },
        iter: 20_000);

    /// <summary>It is released at all: a rule that refuses everything would pass the other test.</summary>
    [Fact]
    public void Blank_WhenManyTry_IsOftenReleased()
    {
        var released = 0;
        Steps.Array[30, 40].Sample(
            steps =>
            {
                var site = new History();
                foreach (var (who, what, amount) in steps)
                {
                    site.Do(Ids[who], what, amount);
                }

                released += site.Releases;
            },
            iter: 1_000,
            threads: 1);
        Assert.True(released > 300, $"{released} in 1000 histories");
    }

    /// <summary>A site that obeys the rule, and beside it what really happened: the rule's own memory is not asked.</summary>
    private sealed class History
    {
        private readonly HashSet<string> _may = [.. Ids];
        private readonly List<(string Who, int Number, TimeSpan At)> _said = [];
        private (int Number, bool On) _blank = (1, true);
        private TimeSpan _passed = TimeSpan.FromDays(1);
        private TimeSpan _stepped;
        private ResumeWord? _first;

        public int Releases { get; private set; }

        public void Do(string who, int what, int amount)
        {
            switch (what)
            {
                case 0:
                    _blank = (_blank.Number + 1, true);
                    break;
                case 1 or 2:
                    _passed += TimeSpan.FromMinutes(Math.Abs(amount));
                    break;
                case 3:
                    _stepped += TimeSpan.FromMinutes(amount);
                    break;
                case 4:
                    _ = _may.Remove(who) || _may.Add(who);
                    break;
                default:
                    Say(who, amount is -12 or 12 ? _blank.Number + Math.Sign(amount) : _blank.Number);
                    break;
            }
        }

        private void Say(string who, int number)
        {
            var step = ResumeByTwo.Hear(_blank.On ? _blank.Number : null, _first, number, new Person(who, who, Duty.Watch), new BlankMoment(Start + _passed + _stepped, _passed), _may.Contains);
            if (step is ResumeStep.Waits(var word))
            {
                _first = word;
            }
            else if (step is ResumeStep.Releases)
            {
                AssertByTwo(who, number);
                _blank = _blank with { On = false };
                Releases++;
            }

            if (_may.Contains(who))
            {
                _said.Add((who, number, _passed));
            }
        }

        private void AssertByTwo(string second, int number)
        {
            Assert.True(_blank.On && number == _blank.Number, "another blank");
            Assert.Contains(second, _may);
            Assert.Contains(_said, one => one.Who != second && one.Number == number && _passed - one.At < ResumeWord.Life && _may.Contains(one.Who));
        }
    }
}
