using Signage.Trust.Screening.Folding;

namespace Signage.Trust.Screening.Search;

/// <summary>
/// Finds words in a folded text as somebody would who hides them: what stands between letters is stepped over, a sign that repeats the one before it may be, and
/// a sign that can be read two ways is followed both ways. All matches are told, overlapping ones too.
/// </summary>
/// <param name="automaton">The words.</param>
internal sealed class WordSearch(SignAutomaton automaton)
{
    /// <summary>The most readings that are followed at once; of more, those that have least of a word behind them are dropped. It bounds the work per sign.</summary>
    public const int MostReadings = 8;

    /// <summary>The most matches of one text; the search stops there and says so.</summary>
    public const int MostHits = 10_000;

    private readonly List<Reading> _readings = [];
    private readonly List<Reading> _next = [];
    private readonly List<(int Sign, int Before)> _trail = [];
    private readonly List<WordHit> _hits = [];
    private readonly HashSet<(int Pattern, int First, int Last)> _seen = [];
    private long _steps;

    /// <summary>How much was looked up: in proportion to the text, whatever the text is.</summary>
    public long Steps => _steps;

    /// <summary>True when the text had more matches than are told.</summary>
    public bool IsCut => _hits.Count >= MostHits;

    /// <summary>Searches one text. An instance serves once.</summary>
    public IReadOnlyList<WordHit> In(FoldedText text)
    {
        var signs = text.Signs.Span;
        _readings.Add(new Reading(SignAutomaton.Root, -1, -1));
        for (var at = 0; at < signs.Length && !IsCut; at++)
        {
            if (signs[at].Role == SignRole.Between)
            {
                continue;
            }

            _next.Clear();
            foreach (var reading in _readings)
            {
                Take(reading, at, signs);
                if (signs[at].Role == SignRole.Either || (reading.Last == signs[at].Full && reading.State != SignAutomaton.Root))
                {
                    Follow(reading);
                }
            }

            _readings.Clear();
            _readings.AddRange(_next);
        }

        return _hits;
    }

    private void Take(Reading reading, int at, ReadOnlySpan<FoldedSign> signs)
    {
        var state = automaton.Next(reading.State, signs[at].Full, ref _steps);
        if (state == SignAutomaton.Root)
        {
            Follow(new Reading(state, -1, -1));
            return;
        }

        _trail.Add((at, reading.Trail));
        var taken = new Reading(state, _trail.Count - 1, signs[at].Full);
        Follow(taken);
        if (automaton.EndsIn(state))
        {
            Report(taken, signs);
        }
    }

    private void Follow(Reading reading)
    {
        foreach (var other in _next)
        {
            if (other.State == reading.State)
            {
                return;
            }
        }

        if (_next.Count < MostReadings)
        {
            _next.Add(reading);
            return;
        }

        var shallowest = 0;
        for (var at = 1; at < _next.Count; at++)
        {
            shallowest = automaton.DepthOf(_next[at].State) < automaton.DepthOf(_next[shallowest].State) ? at : shallowest;
        }

        if (automaton.DepthOf(_next[shallowest].State) < automaton.DepthOf(reading.State))
        {
            _next[shallowest] = reading;
        }
    }

    private void Report(Reading reading, ReadOnlySpan<FoldedSign> signs)
    {
        var longest = automaton.DepthOf(reading.State);
        int[] spelled = new int[longest];
        for (int at = longest - 1, step = reading.Trail; at >= 0; at--, step = _trail[step].Before)
        {
            spelled[at] = _trail[step].Sign;
        }

        foreach (var pattern in automaton.EndingIn(reading.State))
        {
            _steps++;
            var length = automaton.LengthOf(pattern);
            var hit = new WordHit(pattern, spelled[(longest - length)..]);
            if (!IsCut && IsWhole(hit, signs) && _seen.Add((pattern, hit.First, hit.Last)))
            {
                _hits.Add(hit);
            }
        }
    }

    // A word of Latin letters counts only where no other letter or digit touches it: "sex" is not in "Essex".
    private static bool IsWhole(WordHit hit, ReadOnlySpan<FoldedSign> signs) =>
        !Touches(signs, hit.First, -1) && !Touches(signs, hit.Last, 1);

    private static bool Touches(ReadOnlySpan<FoldedSign> signs, int from, int step)
    {
        if (!IsLatin(signs[from]))
        {
            return false;
        }

        var at = from + step;
        while (at >= 0 && at < signs.Length && signs[at].Full == signs[from].Full)
        {
            at += step;
        }

        return at >= 0 && at < signs.Length && IsLatin(signs[at]);
    }

    private static bool IsLatin(FoldedSign sign) => sign.Role == SignRole.Letter && sign.Full is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    private readonly record struct Reading(int State, int Trail, int Last);
}
