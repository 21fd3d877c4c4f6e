using Signage.Core.Frames;

namespace Signage.Simulator.Cards.Awtrix;

/// <summary>
/// The app loop (src/MatrixDisplayUi.cpp and DisplayManager.cpp of the firmware). An app stands for its duration, the change takes ticks of 23 ms; its
/// first tick still shows the old app, later ones a mixture. Only a loop of two or more moves on, and only when it moves are lifetimes looked at.
/// </summary>
/// <param name="flash">The settings.</param>
internal sealed class AwtrixLoop(AwtrixFlash flash)
{
    private const int MostCustom = 20;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(23);

    private readonly List<AwtrixApp> _apps = [];
    private int _current;
    private long _rounds;
    private TimeSpan _since;

    /// <summary>The apps in their order.</summary>
    public IReadOnlyList<AwtrixApp> Apps => _apps;

    /// <summary>The name of the app that stands; empty when there is none.</summary>
    public string Current => _apps.Count == 0 ? "" : _apps[_current].Name;

    /// <summary>How long an app stands.</summary>
    public TimeSpan Stay(AwtrixApp app) => app.Duration > TimeSpan.Zero && Usual > TimeSpan.Zero ? app.Duration : Usual > TimeSpan.Zero ? Usual : Tick;

    /// <summary>How long an app stands that names no time.</summary>
    public TimeSpan Usual => TimeSpan.FromSeconds(flash.Number("ATIME"));

    private TimeSpan Mixing => Tick * Math.Max(0, (flash.Number("TSPEED") / (int)Tick.TotalMilliseconds) - 1);

    private bool Moves => _apps.Count > 1 && flash.IsSet("ATRANS");

    /// <summary>Forgets everything and begins with these.</summary>
    public void Restart(IEnumerable<AwtrixApp> apps, TimeSpan now)
    {
        _apps.Clear();
        _apps.AddRange(apps);
        (_current, _rounds, _since) = (0, 0, now);
    }

    /// <summary>Plays on to a moment.</summary>
    public void Advance(TimeSpan now)
    {
        while (Moves && now - _since >= Stay(_apps[_current]) + Mixing)
        {
            _since += Stay(_apps[_current]) + Mixing;
            Next();
            var next = _apps[(_current + 1) % _apps.Count];
            if (next.Lifetime > TimeSpan.Zero && _since - next.Since >= next.Lifetime)
            {
                Drop(app => app.Name.StartsWith(next.Name, StringComparison.Ordinal), _since);
            }
        }
    }

    /// <summary>Puts an app in: in the place of the one of its name, else where it wants to, else at the end.</summary>
    /// <returns>True when the loop changed: it was not there before.</returns>
    public bool Put(AwtrixApp app, TimeSpan now)
    {
        var at = _apps.FindIndex(other => other.Name == app.Name);
        if (at >= 0)
        {
            _apps[at] = app;
            return false;
        }

        if (_apps.Count(other => !other.IsNative) == MostCustom)
        {
            return false;
        }

        if (_apps.Count == 1)
        {
            // Alone it never moves, but its time begins anew whenever it is over.
            _since = now - TimeSpan.FromTicks((now - _since).Ticks % Stay(_apps[0]).Ticks);
        }

        _apps.Insert(app.Position is > 0 && app.Position <= _apps.Count ? app.Position - 1 : _apps.Count, app);
        (_rounds, _since) = (0, _apps.Count == 1 ? now : _since);
        return true;
    }

    /// <summary>Takes away every app whose name begins so.</summary>
    /// <returns>False when the firmware would have divided by the length of an empty loop.</returns>
    public bool Remove(string name, TimeSpan now)
    {
        var mixes = Moves && now - _since >= Stay(_apps[_current]);

        // Every removal sets the usual time, and it counts for the app that stands until it is drawn again: what stood longer goes at once.
        if (Moves && now - _since >= Usual)
        {
            Next();
            _since = now;
        }

        Drop(app => app.Name.StartsWith(name, StringComparison.Ordinal), now);
        return _apps.Count > 0 || !mixes;
    }

    /// <summary>Goes to an app at once; does nothing when there is none of the name.</summary>
    public bool Switch(string name, TimeSpan now)
    {
        var at = _apps.FindIndex(app => app.Name == name);
        (_current, _since) = at < 0 || at == _current ? (_current, _since) : (at, now);
        return at >= 0;
    }

    /// <summary>Goes to the next app.</summary>
    public void Skip(int by, TimeSpan now)
    {
        if (_apps.Count > 0)
        {
            (_current, _since) = ((_current + _apps.Count + by) % _apps.Count, now);
        }
    }

    /// <summary>What the loop lights; nothing when it is empty.</summary>
    public LedColour[] At(TimeSpan now)
    {
        if (_apps.Count == 0)
        {
            return new LedColour[AwtrixMatrix.Cells];
        }

        var over = now - _since - Stay(_apps[_current]);
        if (!Moves || over < TimeSpan.Zero || Mixing == TimeSpan.Zero)
        {
            return [.. _apps[_current].Cells];
        }

        // A slide from above; the other effects mix otherwise, and no less.
        var rows = 1 + (int)(over * (AwtrixMatrix.Height - 1) / Mixing);
        var next = _apps[(_current + 1) % _apps.Count].Cells;
        return [.. next[^(rows * AwtrixMatrix.Width)..], .. _apps[_current].Cells[..^(rows * AwtrixMatrix.Width)]];
    }

    /// <summary>The time that the apps have stood since the loop began; changes between them are not counted.</summary>
    public TimeSpan SinceStart(TimeSpan now)
    {
        if (_apps.Count == 0)
        {
            return TimeSpan.Zero;
        }

        var stood = now - _since;
        var stay = Stay(_apps[_current]);
        return (_rounds * Sum(_apps)) + Sum(_apps.Take(_current)) + (Moves && stood >= stay ? stay - TimeSpan.FromTicks(1) : stood);
    }

    private TimeSpan Sum(IEnumerable<AwtrixApp> apps) => apps.Aggregate(TimeSpan.Zero, (sum, app) => sum + Stay(app));

    private void Next()
    {
        _current = (_current + 1) % _apps.Count;
        _rounds += _current == 0 ? 1 : 0;
    }

    private void Drop(Predicate<AwtrixApp> which, TimeSpan now)
    {
        if (_apps.RemoveAll(which) > 0)
        {
            _rounds = 0;
            (_current, _since) = _current < _apps.Count ? (_current, _since) : (0, now);
        }
    }
}
