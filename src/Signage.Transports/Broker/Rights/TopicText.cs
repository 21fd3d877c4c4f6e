using System.Text;

namespace Signage.Transports.Broker.Rights;

/// <summary>Topics and topic filters as texts.</summary>
internal static class TopicText
{
    /// <summary>No topic of a panel comes near it.</summary>
    public const int Longest = 256;

    /// <summary>False for characters that MQTT forbids or discourages, and for what was no UTF-8: the library reads that as U+FFFD.</summary>
    public static bool IsClean(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is enumerated as U+FFFD too.
            if (rune == Rune.ReplacementChar || Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a topic to which a message can be sent.</summary>
    public static bool IsTopic(string? topic) => topic is { Length: > 0 and <= Longest } && !HasWildcard(topic) && IsClean(topic);

    /// <summary>True for a topic filter: a wildcard fills its level, and <c>#</c> is the last one.</summary>
    public static bool IsFilter(string? filter)
    {
        if (filter is not { Length: > 0 and <= Longest } || !IsClean(filter))
        {
            return false;
        }

        var rest = filter.AsSpan();
        while (true)
        {
            var last = !Next(ref rest, out var level);
            if (level.Length > 1 ? level.IndexOfAny('+', '#') >= 0 : level is "#" && !last)
            {
                return false;
            }

            if (last)
            {
                return true;
            }
        }
    }

    /// <summary>True when there is a wildcard.</summary>
    public static bool HasWildcard(ReadOnlySpan<char> text) => text.IndexOfAny('+', '#') >= 0;

    /// <summary>True when a pattern names a topic.</summary>
    public static bool Matches(string pattern, string topic) => Covers(pattern, topic);

    /// <summary>True when a pattern names every topic that a filter names.</summary>
    public static bool Covers(ReadOnlySpan<char> pattern, ReadOnlySpan<char> filter)
    {
        while (true)
        {
            var patternGoesOn = Next(ref pattern, out var allowed);
            if (allowed is "#")
            {
                return true;
            }

            var filterGoesOn = Next(ref filter, out var wanted);
            if (wanted is "#" || (allowed is not "+" && !allowed.SequenceEqual(wanted)))
            {
                return false;
            }

            if (!filterGoesOn)
            {
                // "a/#" names "a" too.
                return !patternGoesOn || pattern is "#";
            }

            if (!patternGoesOn)
            {
                return false;
            }
        }
    }

    /// <summary>Takes the first level off; false when it was the last.</summary>
    private static bool Next(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> level)
    {
        var slash = rest.IndexOf('/');
        level = slash < 0 ? rest : rest[..slash];
        rest = slash < 0 ? [] : rest[(slash + 1)..];
        return slash >= 0;
    }
}
