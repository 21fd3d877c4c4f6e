using Signage.Core.Panels;

namespace Signage.Core.Planning;

/// <summary>日程: who plays when on a panel, stretch after stretch over a window, without a gap. Where a boundary changes nothing there is none.</summary>
public sealed class Agenda
{
    private readonly Dictionary<string, IReadOnlyList<AgendaStretch>> _alike = new(StringComparer.Ordinal);
    private readonly PlanWindow _window;

    /// <summary>Makes the agenda of a window. Not for several threads.</summary>
    public Agenda(PlanWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        _window = window;
    }

    /// <summary>The stretches of a panel, in order. Panels for which the same slots are meant are reckoned once.</summary>
    public IReadOnlyList<AgendaStretch> Of(PanelId panel)
    {
        var mine = _window.Index.For(panel);
        var key = string.Join(',', mine);
        if (_alike.TryGetValue(key, out var known))
        {
            return [.. known.Select(stretch => stretch with { Decision = stretch.Decision with { Panel = panel } })];
        }

        return _alike[key] = Reckon(panel, mine);
    }

    private List<AgendaStretch> Reckon(PanelId panel, int[] mine)
    {
        var (changes, open, stretches) = (Changes(mine), new List<int>(), new List<AgendaStretch>());
        var next = 0;
        for (long? tick = _window.From.UtcTicks; tick < _window.Until.UtcTicks; tick = next < changes.Count ? changes[next].Tick : null)
        {
            for (; next < changes.Count && changes[next].Tick <= tick; next++)
            {
                Change(open, changes[next].Slot, changes[next].Opens);
            }

            var from = new DateTimeOffset(tick.Value, TimeSpan.Zero);
            Append(stretches, new AgendaStretch(from, _window.Until, Arbiter.Judge(_window.Index, panel, from, open)));
        }

        return stretches;
    }

    private List<(long Tick, int Slot, bool Opens)> Changes(int[] mine)
    {
        var changes = new List<(long Tick, int Slot, bool Opens)>();
        foreach (var slot in mine)
        {
            foreach (var span in _window.SpansOf(slot))
            {
                changes.Add((span.From, slot, true));
                changes.Add((span.Until, slot, false));
            }
        }

        changes.Sort();
        return changes;
    }

    private static void Change(List<int> open, int slot, bool opens)
    {
        var place = open.BinarySearch(slot);
        if (opens)
        {
            open.Insert(~place, slot);
        }
        else
        {
            open.RemoveAt(place);
        }
    }

    private static void Append(List<AgendaStretch> stretches, AgendaStretch next)
    {
        if (stretches.Count > 0 && stretches[^1].Decision is var last)
        {
            if (last.Why.SequenceEqual(next.Decision.Why) && last.Lost.SequenceEqual(next.Decision.Lost))
            {
                return;
            }

            stretches[^1] = stretches[^1] with { Until = next.From };
        }

        stretches.Add(next);
    }
}
