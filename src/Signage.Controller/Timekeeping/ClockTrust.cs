using Microsoft.Extensions.Logging;
using Signage.Controller.Hosting;
using Signage.Core.Text;

namespace Signage.Controller.Timekeeping;

/// <summary>
/// Whether the clock of the site may be believed. A machine without a battery wakes in 1970 or on the day it was made; words of a day would then be lit on the
/// wrong one. Believed is a clock that a time service keeps, one near the latest instant at which this site is known to have lived, and one that a person
/// vouched for.
/// </summary>
public sealed partial class ClockTrust
{
    // No copy of this program, and so no site, is older.
    private static readonly DateTimeOffset First = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A clock that is put right, or a machine that was in another zone, is nearer than this.
    private static readonly TimeSpan Back = TimeSpan.FromDays(1);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(3653);

    // How far off a clock may be before somebody has to hear of it, and how long it is said.
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Said = TimeSpan.FromDays(1);
    private readonly Lock _lock = new();
    private readonly ClockWitness _witness;
    private readonly OpenLease _lease;
    private readonly SiteClocks _clocks;
    private readonly TimeZoneInfo _zone;
    private readonly ILogger _log;
    private (DateTimeOffset Site, long Line)? _before;
    private (DateTimeOffset At, TimeSpan By, long Line)? _step;
    private volatile ClockStand _now = ClockStand.Sound;

    /// <param name="witness">When the site is known to have lived.</param>
    /// <param name="lease">How long something may be lit all the same.</param>
    /// <param name="clocks">Its clocks, and what the machine says of them.</param>
    /// <param name="zone">How people of the site read instants.</param>
    /// <param name="log">Tells a technician.</param>
    public ClockTrust(ClockWitness witness, OpenLease lease, SiteClocks clocks, TimeZoneInfo zone, ILogger log) =>
        (_witness, _lease, _clocks, _zone, _log) = (witness, lease, clocks, zone, log);

    /// <summary>What was believed last.</summary>
    public ClockStand Now => _now;

    /// <summary>Judges an instant that the clock shows; once a round.</summary>
    public ClockStand Judge(DateTimeOffset now)
    {
        lock (_lock)
        {
            var report = _clocks.Kept();
            if (report is not null)
            {
                MissStep(now);
            }

            var doubt = report is { IsSynchronized: true } ? null : Doubt(now);
            if (doubt is null && report is { IsSynchronized: true } && (now < _witness.Latest - Back || now > _witness.Latest + Ahead))
            {
                _witness.Set(now);
            }
            else if (doubt is null)
            {
                _witness.Saw(now);
            }

            var lease = Lease(doubt);
            Tell(new ClockStand(doubt is null, [.. Notes(doubt, lease, report)]) { Lease = lease });
            return _now;
        }
    }

    /// <summary>A person vouches for what the clock shows.</summary>
    /// <returns>Why it holds until the next start only; null when it is on the disk.</returns>
    public string? Vouch(DateTimeOffset now, string by)
    {
        lock (_lock)
        {
            _witness.Set(now);
            Log.Vouched(_log, by, now);
            Judge(now);
        }

        return Save();
    }

    /// <summary>Writes down how late it is, now and then; beside the rounds, because a disk may hang.</summary>
    /// <returns>Why that is known to this run only; null when it is on the disk.</returns>
    public string? Save() => _witness.Save() ?? _lease.Save();

    private TimeSpan? Lease(string? doubt)
    {
        if (doubt is null)
        {
            _lease.Renew();
            return null;
        }

        return _lease.Spend();
    }

    private string? Doubt(DateTimeOffset now)
    {
        var floor = _witness.Latest ?? First;
        return now < floor - Back ? Words.ClockBehind.With(Local(now), Local(floor))
            : now - floor > Ahead ? Words.ClockFarAhead.With(Local(now), Local(floor))
            : null;
    }

    private IEnumerable<string> Notes(string? doubt, TimeSpan? lease, ClockReport? report)
    {
        if (doubt is not null)
        {
            yield return doubt;
            yield return lease == TimeSpan.Zero ? Words.LeaseOver.With(_lease.Length.TotalHours) : Words.LeaseRuns.With(Math.Ceiling(lease!.Value.TotalHours));
        }
        else if (report is { IsSynchronized: false })
        {
            yield return Words.ClockUnkept;
        }

        if (report is not null && report.Offset.Duration() >= Near)
        {
            yield return Words.ClockOff.With(Math.Round(report.Offset.TotalSeconds));
        }

        if (_step is { } step && _clocks.Line.GetElapsedTime(step.Line) < Said)
        {
            yield return Words.ClockStepped.With(Local(step.At), Math.Round(step.By.TotalSeconds));
        }
    }

    /// <summary>The clock against one that nobody can set: what the two went on by must be the same.</summary>
    private void MissStep(DateTimeOffset now)
    {
        var line = _clocks.Line.GetTimestamp();
        if (_before is { } before && (now - before.Site) - _clocks.Line.GetElapsedTime(before.Line, line) is var by && by.Duration() >= Near)
        {
            _step = (now, by, line);
            Log.Stepped(_log, by.TotalSeconds);
        }

        _before = (now, line);
    }

    private void Tell(ClockStand found)
    {
        var before = _now;
        _now = found;
        if (before.IsTrusted && !found.IsTrusted)
        {
            Log.Doubted(_log, found.Notes[0]);
        }
        else if (!found.IsTrusted && before.Lease > TimeSpan.Zero && found.Lease == TimeSpan.Zero)
        {
            Log.LeaseOver(_log, _lease.Length.TotalHours);
        }
        else if (!before.IsTrusted && found.IsTrusted)
        {
            Log.Believed(_log);
        }
    }

    private string Local(DateTimeOffset instant) => $"{TimeZoneInfo.ConvertTime(instant, _zone):yyyy-MM-dd HH:mm:ss}";

    private static partial class Log
    {
        [LoggerMessage(3501, LogLevel.Error, "{Doubt}")]
        public static partial void Doubted(ILogger logger, string doubt);

        [LoggerMessage(3502, LogLevel.Information, "the clock is believed again, and the whole plan plays")]
        public static partial void Believed(ILogger logger);

        [LoggerMessage(3503, LogLevel.Warning, "the clock of this machine was set by {Seconds:0} s; what plays follows it")]
        public static partial void Stepped(ILogger logger, double seconds);

        [LoggerMessage(3505, LogLevel.Error, "nobody has known for {Hours} hours what time it is: nothing is lit any more")]
        public static partial void LeaseOver(ILogger logger, double hours);

        [LoggerMessage(3504, LogLevel.Information, "{Who} vouched for the clock at {Instant}")]
        public static partial void Vouched(ILogger logger, string who, DateTimeOffset instant);
    }
}
