using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Hosting;
using Signage.Controller.Timekeeping;

namespace Signage.Controller.Tests.Timekeeping;

/// <summary>Which clocks are believed.</summary>
public sealed class ClockTrustTests : IDisposable
{
    private static readonly DateTimeOffset Ran = new(2026, 9, 5, 0, 30, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-clock-").FullName;
    private readonly FakeTimeProvider _line = new(Ran);
    private ClockReport? _kept;

    private string File => Path.Combine(_folder, "clock.seen");

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("1970-01-01T00:00:00Z", false)]
    [InlineData("2000-01-01T12:00:00Z", false)]
    [InlineData("2025-12-30T23:59:59Z", false)]
    [InlineData("2025-12-31T00:00:00Z", true)]
    [InlineData("2026-11-29T06:00:00Z", true)]
    [InlineData("2035-12-31T00:00:00Z", true)]
    [InlineData("2036-01-03T00:00:00Z", false)]
    [InlineData("2099-01-01T00:00:00Z", false)]
    [InlineData("9999-12-31T23:59:59Z", false)]
    [InlineData("0001-01-01T00:00:00Z", false)]
    public void Judge_WhenTheSiteNeverRan_BelievesWhatThisProgramCanHaveSeen(string clock, bool trusted)
    {
        var stand = Trust().Judge(At(clock));
        Assert.Equal(trusted, stand.IsTrusted);
        Assert.Equal(trusted, stand.Notes.Count == 0);
        Assert.Equal(trusted, stand.Lease is null);
    }

    [Theory]
    [InlineData("2026-09-05T00:30:00Z", true)]
    [InlineData("2026-09-04T00:30:00Z", true)]
    [InlineData("2026-09-04T00:29:59Z", false)]
    [InlineData("2026-01-01T00:00:00Z", false)]
    [InlineData("2036-09-01T00:00:00Z", true)]
    [InlineData("2036-10-01T00:00:00Z", false)]
    public void Judge_WhenTheSiteRanBefore_BelievesWhatIsNotLongBeforeThat(string clock, bool trusted)
    {
        var before = Trust();
        Assert.True(before.Judge(Ran).IsTrusted);
        Assert.Null(before.Save());
        Assert.Equal(trusted, Trust().Judge(At(clock)).IsTrusted);
    }

    [Fact]
    public void Judge_WhenATimeServiceKeepsTheClock_BelievesItAndForgetsWhatWasWrong()
    {
        var trust = Trust();
        Assert.True(trust.Judge(At("2035-01-01T00:00:00Z")).IsTrusted);
        Assert.False(trust.Judge(Ran).IsTrusted);
        _kept = new ClockReport(IsSynchronized: true, TimeSpan.Zero);
        Assert.True(trust.Judge(Ran).IsTrusted);
        _kept = null;
        Assert.True(trust.Judge(Ran.AddMinutes(1)).IsTrusted);
        Assert.Null(trust.Save());
        Assert.True(Trust().Judge(Ran.AddMinutes(2)).IsTrusted);
    }

    [Fact]
    public void Vouch_WhenTheClockIsNotBelieved_MakesItBelievedFromThenOn()
    {
        var trust = Trust();
        var late = At("2050-01-01T00:00:00Z");
        Assert.False(trust.Judge(late).IsTrusted);
        Assert.Null(trust.Vouch(late, "a person"));
        Assert.True(trust.Now.IsTrusted);
        Assert.True(Trust().Judge(late.AddDays(1)).IsTrusted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    public void Judge_WhenTheFileIsDamaged_IsAsIfTheSiteNeverRan(string content)
    {
        System.IO.File.WriteAllBytes(File, Convert.FromHexString(content));
        Assert.True(Trust().Judge(At("2026-02-01T00:00:00Z")).IsTrusted);
        Assert.False(Trust().Judge(At("2025-02-01T00:00:00Z")).IsTrusted);
    }

    [Fact]
    public void Save_WhenTheDiskRefuses_SaysWhyAndTheRunGoesOn()
    {
        var trust = new ClockTrust(new ClockWitness(Path.Combine(_folder, "not there", "clock.seen")), Lease("not there"), Clocks, TimeZoneInfo.Utc, NullLogger.Instance);
        Assert.True(trust.Judge(Ran).IsTrusted);
        Assert.NotNull(trust.Save());
        Assert.False(trust.Judge(Ran.AddDays(-2)).IsTrusted);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(6, 1)]
    [InlineData(-6, 1)]
    public void Judge_WhenTheServiceFoundAnOffset_SaysItFromFiveSecondsOn(int seconds, int notes)
    {
        _kept = new ClockReport(IsSynchronized: true, TimeSpan.FromSeconds(seconds));
        Assert.Equal(notes, Trust().Judge(Ran).Notes.Count);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(-10800, 1)]
    public void Judge_WhenTheClockIsSet_SaysItForADay(int seconds, int notes)
    {
        _kept = new ClockReport(IsSynchronized: true, TimeSpan.Zero);
        var trust = Trust();
        Assert.Empty(trust.Judge(Ran).Notes);
        _line.Advance(TimeSpan.FromSeconds(10));
        var set = Ran.AddSeconds(10 + seconds);
        Assert.Equal(notes, trust.Judge(set).Notes.Count);
        _line.Advance(TimeSpan.FromHours(23));
        Assert.Equal(notes, trust.Judge(set.AddHours(23)).Notes.Count);
        _line.Advance(TimeSpan.FromHours(2));
        Assert.Empty(trust.Judge(set.AddHours(25)).Notes);
    }

    [Fact]
    public void Judge_WhenNobodyKeepsTheClock_SaysSoAndBelievesIt()
    {
        _kept = new ClockReport(IsSynchronized: false, TimeSpan.Zero);
        var stand = Trust().Judge(Ran);
        Assert.True(stand.IsTrusted);
        Assert.Contains("NTP", Assert.Single(stand.Notes), StringComparison.Ordinal);
    }

    /// <summary>Words that nobody can date go out of date too, and the clock that says nothing of the day still says how long that has been so.</summary>
    [Fact]
    public void F50_Judge_WhenNobodyBelievesTheClock_LendsHoursAndNoMore()
    {
        var trust = Trust();
        Assert.Equal(TimeSpan.FromHours(72), trust.Judge(At("1970-01-01T00:00:00Z")).Lease);
        _line.Advance(TimeSpan.FromHours(71));
        var last = trust.Judge(At("1970-01-03T23:00:00Z"));
        Assert.Equal(TimeSpan.FromHours(1), last.Lease);
        Assert.Equal(2, last.Notes.Count);

        // The wrong clock may say what it likes.
        Assert.Equal(TimeSpan.FromHours(1), trust.Judge(At("1980-01-01T00:00:00Z")).Lease);
        _line.Advance(TimeSpan.FromHours(2));
        Assert.Equal(TimeSpan.Zero, trust.Judge(At("1970-01-04T01:00:00Z")).Lease);
    }

    /// <summary>A machine that is switched off every night would else begin anew every morning.</summary>
    [Fact]
    public void F50_Judge_WhenTheMachineStartsAgain_GoesOnSpendingWhatIsLeft()
    {
        var first = Trust();
        first.Judge(At("1970-01-01T00:00:00Z"));
        _line.Advance(TimeSpan.FromHours(50));
        first.Judge(At("1970-01-03T02:00:00Z"));
        Assert.Null(first.Save());
        var second = Trust();
        Assert.Equal(TimeSpan.FromHours(22), second.Judge(At("1970-01-01T00:00:00Z")).Lease);

        Assert.Null(second.Judge(Ran).Lease);
        Assert.Null(second.Save());
        Assert.Equal(TimeSpan.FromHours(72), Trust().Judge(At("1970-01-01T00:00:00Z")).Lease);
    }

    [Theory]
    [InlineData(null, 72)]
    [InlineData("", 72)]
    [InlineData("1", 1)]
    [InlineData("720", 720)]
    public void Lease_WhenItsLengthIsRead_IsInWholeHours(string? text, int hours) => Assert.Equal(TimeSpan.FromHours(hours), OpenLease.Read(text));

    [Theory]
    [InlineData("0")]
    [InlineData("721")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("soon")]
    public void Lease_WhenItsLengthIsNone_IsRefusedByItsName(string text) =>
        Assert.Contains("AnyTimeHours", Assert.Throws<SiteStartException>(() => OpenLease.Read(text)).Message, StringComparison.Ordinal);

    /// <summary>The kernel of this machine answers, whatever it answers.</summary>
    [Fact]
    public void KernelClock_WhenOnLinux_Answers() => Assert.Equal(OperatingSystem.IsLinux() && Environment.Is64BitProcess, KernelClock.Read() is not null);

    private SiteClocks Clocks => new(_line, _line) { Kept = () => _kept };

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, null);

    private ClockTrust Trust() => new(new ClockWitness(File), Lease(), Clocks, TimeZoneInfo.Utc, NullLogger.Instance);

    private OpenLease Lease(string below = "") => new(TimeSpan.FromHours(72), Path.Combine(_folder, below, "clock.lease"), _line);
}
