using System.Text;

namespace Signage.Sheets.Reading;

/// <summary>
/// The records of a comma-separated text (RFC 4180), one after the other, with any separator. As Excel does it: a quote opens a field only at its start, and inside
/// an open one a doubled quote is a quote and a line end is text. Every record counts as a row, empty ones too.
/// </summary>
/// <param name="text">The whole text.</param>
/// <param name="separator">What stands between fields.</param>
internal sealed class CsvRecords(string text, char separator)
{
    private int _at;

    /// <summary>True when the last field was opened by a quote that nobody closed, so that the rest of the text may have been swallowed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The next record; null at the end.</summary>
    public IReadOnlyList<string>? Next()
    {
        if (_at >= text.Length)
        {
            return null;
        }

        var fields = new List<string>();
        while (true)
        {
            // Beyond the bound only what is not empty is kept, to be refused: a line of separators takes no memory.
            if (Field() is var field && (fields.Count <= SheetBounds.Columns || field.Length > 0))
            {
                fields.Add(field);
            }

            if (_at < text.Length && text[_at] == separator)
            {
                _at++;
                continue;
            }

            SkipLineEnd();
            return fields;
        }
    }

    private string Field()
    {
        var field = new StringBuilder();
        if (_at < text.Length && text[_at] == '"')
        {
            _at++;
            Quoted(field);
        }

        while (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'))
        {
            field.Append(text[_at++]);
        }

        return field.ToString();
    }

    private void Quoted(StringBuilder field)
    {
        for (; _at < text.Length; _at++)
        {
            if (text[_at] != '"')
            {
                field.Append(text[_at]);
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '"')
            {
                field.Append('"');
                _at++;
            }
            else
            {
                _at++;
                return;
            }
        }

        IsOpen = true;
    }

    private void SkipLineEnd()
    {
        if (_at < text.Length && text[_at] == '\r')
        {
            _at++;
        }
        else if (_at < text.Length && text[_at] == '\n')
        {
            _at++;
            return;
        }

        if (_at < text.Length && text[_at - 1] == '\r' && text[_at] == '\n')
        {
            _at++;
        }
    }
}
