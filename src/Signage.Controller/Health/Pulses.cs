using System.Collections.Immutable;

namespace Signage.Controller.Health;

/// <summary>The heartbeats of all parts of a site. Thread-safe.</summary>
/// <param name="time">A clock that never stops.</param>
public sealed class Pulses(TimeProvider time)
{
    private ImmutableList<Pulse> _all = [];

    /// <summary>How long an ordinary step of a part may take.</summary>
    public static TimeSpan Ordinary { get; } = TimeSpan.FromSeconds(25);

    /// <summary>A heartbeat for one more part.</summary>
    public Pulse Of(string name)
    {
        var pulse = new Pulse(name, time);
        ImmutableInterlocked.Update(ref _all, static (all, one) => all.Add(one), pulse);
        return pulse;
    }

    /// <summary>A part has ended: it can hang no more.</summary>
    public void Remove(Pulse pulse) => ImmutableInterlocked.Update(ref _all, static (all, one) => all.Remove(one), pulse);

    /// <summary>The parts that hang, and for how long beyond what they may; empty when all is well.</summary>
    public IReadOnlyList<(string Part, TimeSpan Overdue)> Hung =>
        [.. Volatile.Read(ref _all).Select(pulse => (pulse.Name, Over: pulse.Overdue)).Where(pair => pair.Over is not null).Select(pair => (pair.Name, pair.Over!.Value))];

    /// <summary>How many parts there are.</summary>
    public int Count => Volatile.Read(ref _all).Count;
}
