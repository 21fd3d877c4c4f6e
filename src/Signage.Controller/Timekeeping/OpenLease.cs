using System.Globalization;
using Signage.Controller.Hosting;
using Signage.Core.Text;

namespace Signage.Controller.Timekeeping;

/// <summary>
/// 租期: how long what is open at any time may still be lit while nobody knows what time it is. Words that nobody can date go out of date too. Counted on the clock that
/// nobody can set, while the site runs, and kept in a file of its own so that a machine that starts anew every day does not begin again; a clock that is believed renews it. Thread-safe.
/// </summary>
public sealed class OpenLease
{
    private const int UsualHours = 72;
    private const int MostHours = 720;

    // As often as the disk is written for the clock.
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly Lock _disk = new();
    private readonly TimeProvider _line;
    private readonly KeptTicks _file;
    private TimeSpan _spent;
    private TimeSpan _written;
    private long? _since;

    /// <summary>Reads what earlier runs have spent.</summary>
    /// <param name="length">How long it is in all.</param>
    /// <param name="path">The file.</param>
    /// <param name="line">A clock that nobody can set.</param>
    public OpenLease(TimeSpan length, string path, TimeProvider line)
    {
        ArgumentNullException.ThrowIfNull(path);
        (Length, _line, _file) = (length, line, new KeptTicks(path));
        _spent = _written = TimeSpan.FromTicks(Math.Clamp(_file.Read() ?? 0, 0, length.Ticks));
    }

    /// <summary>How long it is in all.</summary>
    public TimeSpan Length { get; }

    /// <summary>Reads a length in whole hours.</summary>
    /// <param name="hours">1 to 720; null or empty for 72.</param>
    /// <exception cref="SiteStartException">It is none.</exception>
    public static TimeSpan Read(string? hours) =>
        string.IsNullOrEmpty(hours) ? TimeSpan.FromHours(UsualHours)
        : int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostHours ? TimeSpan.FromHours(number)
        : throw new SiteStartException(Words.LeaseWrong.With(hours));

    /// <summary>The clock is not believed now.</summary>
    /// <returns>What is left; zero when it has run out.</returns>
    public TimeSpan Spend()
    {
        lock (_lock)
        {
            var now = _line.GetTimestamp();
            if (_since is { } since)
            {
                var spent = _spent + _line.GetElapsedTime(since, now);
                _spent = spent < Length ? spent : Length;
            }

            _since = now;
            return Length - _spent;
        }
    }

    /// <summary>The clock is believed: the next doubt has the whole lease.</summary>
    public void Renew()
    {
        lock (_lock)
        {
            (_spent, _since) = (TimeSpan.Zero, null);
        }
    }

    /// <summary>Writes down what is spent, now and then; beside the rounds, because a disk may hang.</summary>
    /// <returns>Why that is known to this run only; null when it is on the disk.</returns>
    public string? Save()
    {
        lock (_disk)
        {
            TimeSpan spent;
            lock (_lock)
            {
                spent = _spent;
            }

            if (spent == _written || (spent > _written && spent < Length && spent < _written + Every))
            {
                return null;
            }

            var refused = _file.Write(spent.Ticks);
            _written = refused is null ? spent : _written;
            return refused;
        }
    }
}
