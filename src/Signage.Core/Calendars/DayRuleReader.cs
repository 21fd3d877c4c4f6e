using Signage.Core.Text;

namespace Signage.Core.Calendars;

/// <summary>Reads one text of a rule from left to right, once.</summary>
internal sealed class DayRuleReader(string text)
{
    // Deeper nesting than anybody writes; the reader calls itself for each.
    private const int Deepest = 32;
    private const string Signs = "&|!()";

    private int _at;
    private int _depth;

    /// <summary>The rule that the whole text is.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public DayRule ReadAll()
    {
        var rule = ReadEither();
        return _at == text.Length ? rule : throw Wrong(_at, text[_at..]);
    }

    private DayRule ReadEither()
    {
        var rule = ReadBoth();
        while (Take('|'))
        {
            rule = new DayRule.Either(rule, ReadBoth());
        }

        return rule;
    }

    private DayRule ReadBoth()
    {
        var rule = ReadOne();
        while (Take('&'))
        {
            rule = new DayRule.Both(rule, ReadOne());
        }

        return rule;
    }

    private DayRule ReadOne()
    {
        if (++_depth > Deepest)
        {
            throw new FormatException(Words.DayRuleTooDeep.With(Deepest));
        }

        try
        {
            if (Take('!'))
            {
                return new DayRule.Except(ReadOne());
            }

            return Take('(') ? ReadGroup() : ReadWord();
        }
        finally
        {
            _depth--;
        }
    }

    private DayRule ReadGroup()
    {
        var rule = ReadEither();
        return Take(')') ? rule : throw Wrong(_at, text[_at..]);
    }

    private DayRule ReadWord()
    {
        SkipSpace();
        var start = _at;
        while (_at < text.Length && !Signs.Contains(text[_at]))
        {
            _at++;
        }

        var word = text[start.._at].TrimEnd();
        return DayRuleWords.Read(word) ?? throw Wrong(start, word);
    }

    private bool Take(char sign)
    {
        SkipSpace();
        if (_at >= text.Length || text[_at] != sign)
        {
            return false;
        }

        _at++;
        SkipSpace();
        return true;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private static FormatException Wrong(int at, string word) => new(Words.NotADayRule.With(at + 1, word.Length == 0 ? "…" : word));
}
