namespace Soak.Tests.Samples;

/// <summary>The judge of the soak finds leaks, and nothing else.</summary>
public sealed class FlatnessTests
{
    private static readonly Flatness Heap = new("heap MB", 0.05, 1);
    private static readonly Flatness Handles = new("handles", 0, 8);

    [Fact]
    public void Judge_WhenAListKeepsEveryBuffer_FindsIt()
    {
        // A real list, so that the readings rise as those of a leak do.
        var kept = new List<byte[]>();
        Assert.False(Heap.Judge([.. Enumerable.Range(0, 60).Select(_ =>
        {
            kept.Add(new byte[200_000]);
            return 30 + kept.Sum(buffer => buffer.Length / 1e6);
        })]).IsFlat);
    }

    [Fact]
    public void Judge_WhenEveryTurnLeavesAHandle_FindsIt() => Assert.False(Handles.Judge(Row(30, turn => 250 + turn)).IsFlat);

    [Fact]
    public void Judge_WhenALeakBeginsLate_FindsIt() => Assert.False(Handles.Judge(Row(60, turn => turn < 30 ? 250 : 250 + turn - 30)).IsFlat);

    [Fact]
    public void Judge_WhenOnlyTheWarmUpRises_IsContent() => Assert.True(Heap.Judge(Row(60, turn => turn < 20 ? 10 + turn : 30)).IsFlat);

    [Fact]
    public void Judge_WhenReadingsGoUpAndDown_IsContent() => Assert.True(Heap.Judge(Row(60, turn => 30 + (turn % 7 * 0.5))).IsFlat);

    [Fact]
    public void Judge_WhenSomeReadingsCatchABusyMoment_IsContent() => Assert.True(Handles.Judge(Row(60, turn => turn % 5 == 0 ? 400 : 250)).IsFlat);

    [Fact]
    public void Judge_WhenReadingsAreTooFew_Refuses() => Assert.Throws<ArgumentOutOfRangeException>(() => Heap.Judge(Row(Flatness.Fewest - 1, _ => 1)));

    private static double[] Row(int count, Func<int, double> reading) => [.. Enumerable.Range(0, count).Select(reading)];
}
