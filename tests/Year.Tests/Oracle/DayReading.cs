namespace Year.Tests.Oracle;

/// <summary>Whether a day rule holds on a day, read from its text word by word: <c>!</c> binds closest, then <c>&amp;</c>, then <c>|</c>.</summary>
/// <param name="words">Its words.</param>
internal sealed class DayReading(DayWords words)
{
    private readonly Dictionary<(string, DateOnly), bool> _known = [];

    /// <summary>True when it holds.</summary>
    public bool Holds(string rule, DateOnly day)
    {
        if (!_known.TryGetValue((rule, day), out var holds))
        {
            var at = 0;
            holds = Either(rule, day, ref at);
            _known[(rule, day)] = at == rule.Length ? holds : throw new FormatException($"{rule}: nothing was expected at {at}");
        }

        return holds;
    }

    // Both sides are always read, so that reading goes on behind them.
    private bool Either(string rule, DateOnly day, ref int at)
    {
        var holds = Both(rule, day, ref at);
        while (Takes(rule, '|', ref at))
        {
            holds |= Both(rule, day, ref at);
        }

        return holds;
    }

    private bool Both(string rule, DateOnly day, ref int at)
    {
        var holds = One(rule, day, ref at);
        while (Takes(rule, '&', ref at))
        {
            holds &= One(rule, day, ref at);
        }

        return holds;
    }

    private bool One(string rule, DateOnly day, ref int at)
    {
        if (Takes(rule, '!', ref at))
        {
            return !One(rule, day, ref at);
        }

        if (Takes(rule, '(', ref at))
        {
            var inner = Either(rule, day, ref at);
            return Takes(rule, ')', ref at) ? inner : throw new FormatException($"{rule}: a bracket is missing at {at}");
        }

        var first = at;
        while (at < rule.Length && !"|&!() ".Contains(rule[at], StringComparison.Ordinal))
        {
            at++;
        }

        var holds = words.Holds(rule[first..at], day);
        Takes(rule, ' ', ref at);
        return holds;
    }

    private static bool Takes(string rule, char sign, ref int at)
    {
        while (at < rule.Length && rule[at] == ' ')
        {
            at++;
        }

        if (at >= rule.Length || rule[at] != sign)
        {
            return false;
        }

        at++;
        while (at < rule.Length && rule[at] == ' ')
        {
            at++;
        }

        return true;
    }
}
