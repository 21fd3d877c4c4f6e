using System.Text;
using System.Xml.Linq;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Cap;

/// <summary>Elements of CAP 1.2 that hold several values in one text: <c>references</c>, <c>addresses</c>, <c>incidents</c>.</summary>
internal static class CapLists
{
    private static readonly char[] Space = [' ', '\t', '\r', '\n'];

    /// <summary>Reads <c>references</c>: triples of sender, identifier and instant, parted by spaces.</summary>
    public static IReadOnlyList<AlertId> References(XElement? element, AlertRemarks remarks)
    {
        var triples = new List<AlertId>();
        foreach (var written in element?.Value.Split(Space, StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (written.Split(',') is [{ Length: > 0 } sender, { Length: > 0 } identifier, var sent] && CapTime.TryRead(sent, out var instant))
            {
                triples.Add(new AlertId(sender, identifier, instant));
            }
            else
            {
                remarks.Refuse(element, Words.AlertReference.With(AlertRemarks.Shown(written)));
            }
        }

        return triples;
    }

    /// <summary>Words parted by spaces; those with a space in them stand in double quotes.</summary>
    public static IReadOnlyList<string> Parted(string? text)
    {
        var (words, word, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in text ?? "")
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && Space.Contains(letter))
            {
                Finish();
            }
            else
            {
                word.Append(letter);
            }
        }

        Finish();
        return words;

        void Finish()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }
}
