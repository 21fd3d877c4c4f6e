using Signage.Trust.Audit;

namespace Signage.Trust.Tests.Audit;

/// <summary>An export beside kept heads, and what may leave it.</summary>
public sealed class HeadCheckTests
{
    private static readonly DateTimeOffset Now = Chains.Start.AddDays(400);
    private static readonly List<AuditEntry> Entries = Chains.Of(40);

    [Fact]
    public void Export_WhenItMeetsEveryHead_AgreesAndSaysHowFarThatGoes()
    {
        Assert.Equal(new HeadVerdict.Agrees(1, Entries[^1].Head, 30), Check(Entries, Kept(10), Kept(30)));
        Assert.Equal(new HeadVerdict.Agrees(1, Entries[^1].Head, 0), Check(Entries));
        Assert.Equal(new HeadVerdict.Agrees(1, AuditHead.None, 0), Check([]));
    }

    [Fact]
    public void S32_Export_WhenAVisitorIsShownOtherBooks_IsFoundByTheKeptHeads()
    {
        Assert.Equal((11, 31, AuditFault.Truncated), Where(Check(Entries.Take(30), Kept(10), Kept(31))));
        Assert.Equal((31, 31, AuditFault.Truncated), Where(Check(Entries.Take(30), Kept(30), Kept(31))));
        Assert.Equal((1, 1, AuditFault.Truncated), Where(Check([], Kept(31))));

        // What is behind the last head may be cut off.
        Assert.IsType<HeadVerdict.Agrees>(Check(Entries.Take(31), Kept(10), Kept(31)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(20)]
    public void S32_Export_WhenWrittenAnew_NamesTheEntriesAmongWhichItBegins(int first)
    {
        // Heads at 10, 20 and 30, or of every entry.
        var written = Rewritten(first);
        var (from, to, fault) = Where(Check(written, Kept(10), Kept(20), Kept(30)));
        Assert.Equal(((first - 1) / 10 * 10 + 1, ((first - 1) / 10 + 1) * 10, AuditFault.OtherThanHead), (from, to, fault));
        Assert.Equal((first, first, AuditFault.OtherThanHead), Where(Check(written, [.. Enumerable.Range(1, 40).Select(Kept)])));
    }

    [Fact]
    public void S32_Export_WhenBrokenInside_NamesTheEntriesAmongWhichItBegins()
    {
        var lines = Chains.Lines(Entries);
        lines[11] = lines[11].Replace("slogan-12", "slogan-13", StringComparison.Ordinal);
        Assert.Equal((11, 12, AuditFault.Changed), Where(HeadCheck.Check(lines, [Kept(10), Kept(30)], Now)));
        Assert.Equal((1, 1, AuditFault.Unreadable), Where(HeadCheck.Check(["", .. lines], [], Now)));
        Assert.Equal((9, 9, AuditFault.Missing), Where(Check(Entries.Where(entry => entry.Number != 9), Kept(8), Kept(10))));

        // What was written anew shows where the old begins again, and begins before that.
        Assert.Equal((11, 16, AuditFault.BrokenLink), Where(Check([.. Rewritten(13).Take(15), .. Entries.Skip(15)], Kept(10), Kept(30))));
    }

    [Fact]
    public void S33_Export_WhenItsOldEndLeftBehindAnOldHead_Agrees()
    {
        Assert.Equal(new HeadVerdict.Agrees(21, Entries[^1].Head, 30), Check(Entries.Skip(20), Kept(10), Kept(20), Kept(30)));
        Assert.Equal((21, 31, AuditFault.Truncated), Where(Check(Entries.Skip(20).Take(10), Kept(20), Kept(31))));
        Assert.Equal((21, 30, AuditFault.OtherThanHead), Where(Check(Rewritten(25).Skip(20), Kept(20), Kept(30))));
    }

    [Fact]
    public void S33_Export_WhenItsOldEndLeftWithoutAHeadOrAnotherHistoryFollows_Disagrees()
    {
        Assert.Equal((1, 20, AuditFault.Missing), Where(Check(Entries.Skip(20), Kept(10), Kept(30))));
        Assert.Equal((1, 39, AuditFault.Missing), Where(Check(Entries.Skip(39))));
        Assert.Equal((21, 21, AuditFault.BrokenLink), Where(Check(Rewritten(15).Skip(20), Kept(20))));

        // Two heads of one number: one of them is not met, whichever comes first.
        var other = new KeptHead(Rewritten(15)[19].Head, Chains.Start);
        Assert.Equal((21, 21, AuditFault.BrokenLink), Where(Check(Entries.Skip(20), Kept(20), other)));
        Assert.Equal((21, 21, AuditFault.BrokenLink), Where(Check(Entries.Skip(20), other, Kept(20))));
    }

    [Fact]
    public void S33_Export_WhenItsOldEndLeftTooEarly_IsFound()
    {
        var young = Kept(20) with { Since = Now - AuditRotation.Retention + TimeSpan.FromMilliseconds(1) };
        var early = Assert.IsType<HeadVerdict.LeftEarly>(Check(Entries.Skip(20), young, Kept(30)));
        Assert.Equal((20, young.Since + AuditRotation.Retention), (early.Last, early.Until));
        Assert.IsType<HeadVerdict.Agrees>(Check(Entries.Skip(20), Kept(20) with { Since = Now - AuditRotation.Retention }));
    }

    [Fact]
    public void S33_Entries_WhenNoHeadOfThemIsSixMonthsOld_MayNotLeave()
    {
        KeptHead Of(int number, int days) => Kept(number) with { Since = Now.AddDays(-days) };
        Assert.Null(AuditRotation.Behind([], Entries[^1].Head, Now));
        Assert.Null(AuditRotation.Behind([Of(10, 183)], Entries[^1].Head, Now));
        Assert.Equal(20, AuditRotation.Behind([Of(30, 183), Of(10, 300), Of(20, 184)], Entries[^1].Head, Now)!.Head.Number);
        Assert.Equal(10, AuditRotation.Behind([Of(10, 300), Of(40, 200)], Entries[^1].Head, Now)!.Head.Number);
    }

    /// <summary>No six months of any calendar are longer than what is kept.</summary>
    [Fact]
    public void S33_Retention_WhenSixMonthsBeginOnAnyDay_CoversThem() => Assert.All(
        Enumerable.Range(0, 366 * 4), day => Assert.True(Chains.Start.AddDays(day).AddMonths(6) <= Chains.Start.AddDays(day) + AuditRotation.Retention));

    /// <summary>What the rotation lets go is what the check lets pass, from the very day.</summary>
    [Fact]
    public void S33_Rotation_WhenItLetsEntriesGo_LeavesAnExportThatAgrees() => Assert.All(Enumerable.Range(180, 40), day =>
    {
        var now = Chains.Start.AddDays(day);
        KeptHead[] heads = [.. Enumerable.Range(1, 30).Select(number => Kept(number) with { Since = Chains.Start.AddDays(number) })];
        var behind = AuditRotation.Behind(heads, Entries[^1].Head, now);
        Assert.Equal(day < 185, behind is null);
        var left = (int)(behind?.Head.Number ?? 0);
        Assert.IsType<HeadVerdict.Agrees>(HeadCheck.Check(Chains.Lines(Entries.Skip(left)), heads, now));
        Assert.IsType<HeadVerdict.Agrees>(HeadCheck.Check([.. Chains.Lines(Entries.Take(left)), .. Chains.Lines(Entries.Skip(left))], heads, now));
        if (left < 30)
        {
            Assert.IsType<HeadVerdict.LeftEarly>(HeadCheck.Check(Chains.Lines(Entries.Skip(left + 1)), heads, now));
        }
    });

    private static KeptHead Kept(int number) => new(Entries[number - 1].Head, Chains.Start.AddDays(1));

    private static HeadVerdict Check(IEnumerable<AuditEntry> entries, params KeptHead[] heads) => HeadCheck.Check(Chains.Lines(entries), heads, Now);

    private static (long First, long Last, AuditFault Fault) Where(HeadVerdict verdict)
    {
        var found = Assert.IsType<HeadVerdict.Disagrees>(verdict);
        var named = found.Fault == AuditFault.OtherThanHead ? found.First : found.Fault == AuditFault.Missing && found.First == 1 ? found.Last + 1 : found.Last;
        Assert.Contains($"第 {named} 条", found.Reason, StringComparison.Ordinal);
        return (found.First, found.Last, found.Fault);
    }

    private static List<AuditEntry> Rewritten(int first)
    {
        var written = Entries.Take(first - 1).ToList();
        for (var at = first; at <= Entries.Count; at++)
        {
            written.Add(AuditChain.Append(written.Count == 0 ? AuditHead.None : written[^1].Head, Chains.Facts(at, "!")));
        }

        return written;
    }
}
