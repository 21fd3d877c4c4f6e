using CsCheck;
using Signage.Controller.Dispatch;

namespace Signage.Controller.Tests.Dispatch;

public sealed class RetryPauseTests
{
    [Fact]
    public void Pause_AfterAnyNumberOfFailures_StaysWithinItsDoublingLimit() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 10_000]).Sample((seed, failures) =>
        {
            var pause = new RetryPause(new Random(seed)).After(failures);
            return pause > TimeSpan.Zero && pause <= TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(failures - 1, 10))));
        });

    [Fact]
    public void Pauses_OfAStreetOfPanels_DoNotFallTogether()
    {
        var pause = new RetryPause(new Random(1));
        Assert.True(Enumerable.Range(0, 20).Select(_ => pause.After(10)).Distinct().Count() > 15);
    }

    [Fact]
    public void Doubt_WhenTheSameDoesNotHelp_WaitsLongerAndLongerUpToAnHour() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 10_000]).Sample((seed, doubts) =>
        {
            var most = TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Min(doubts - 1, 10))));
            var pause = new RetryPause(new Random(seed)).AfterDoubts(doubts);
            return pause >= most / 2 && pause <= most;
        });

    [Fact]
    public void Doubt_WhenItIsTheFirst_WaitsForNothing() => Assert.Equal(TimeSpan.Zero, new RetryPause(new Random(1)).AfterDoubts(0));
}
