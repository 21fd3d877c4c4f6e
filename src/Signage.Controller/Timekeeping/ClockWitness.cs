namespace Signage.Controller.Timekeeping;

/// <summary>
/// The latest instant at which the site is known to have lived, in a file of its own (ticks of universal time): a clock that says less has lost its battery. Thread-safe.
/// </summary>
public sealed class ClockWitness
{
    // Every writing wears the disk; a clock that is off by less is not found by this anyway.
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private const long Unknown = -1;
    private readonly Lock _disk = new();
    private readonly KeptTicks _file;
    private long _latest;
    private long _written;

    /// <summary>Reads what an earlier run left behind.</summary>
    /// <param name="path">The file.</param>
    public ClockWitness(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _file = new KeptTicks(path);
        _latest = _written = _file.Read() is { } ticks && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? ticks : Unknown;
    }

    /// <summary>The instant; null when none is known.</summary>
    public DateTimeOffset? Latest => Volatile.Read(ref _latest) is var ticks and not Unknown ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>The site lives, and its clock is believed. Never waits: the disk may hang.</summary>
    public void Saw(DateTimeOffset now)
    {
        if (Latest is not { } latest || now >= latest + Every)
        {
            Set(now);
        }
    }

    /// <summary>It is this late and no later, whatever was believed before. Never waits.</summary>
    public void Set(DateTimeOffset now) => Volatile.Write(ref _latest, now.UtcTicks);

    /// <summary>Writes the instant down, unless it stands there.</summary>
    /// <returns>Why it is known to this run only; null when it is on the disk.</returns>
    public string? Save()
    {
        lock (_disk)
        {
            var latest = Volatile.Read(ref _latest);
            if (latest == _written)
            {
                return null;
            }

            var refused = _file.Write(latest);
            _written = refused is null ? latest : _written;
            return refused;
        }
    }
}
