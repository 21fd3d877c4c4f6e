using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Documents;

/// <summary>Collects what there is to say while a document is read. Used by one reading alone.</summary>
internal sealed class AlertRemarks
{
    // More than anybody reads; a document made of mistakes shall not become a longer list of them.
    private const int Most = 200;
    private const int LongestShown = 60;

    // Clocks of senders go wrong by so much, and nobody has to know.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly List<AlertRemark> _all = [];

    /// <summary>True when something was refused.</summary>
    public bool Refused { get; private set; }

    /// <summary>Everything said so far.</summary>
    public IReadOnlyList<AlertRemark> All => _all;

    /// <summary>Something for which a message is turned away.</summary>
    public void Refuse(XObject? at, string what) => Add(LineOf(at), true, what);

    /// <summary>Something for which a document is turned away.</summary>
    public void Refuse(int line, string what) => Add(line, true, what);

    /// <summary>Something that is odd, and harmless.</summary>
    public void Note(XObject? at, string what) => Add(LineOf(at), false, what);

    /// <summary>Notes a message that was sent after it came.</summary>
    public void NoteAhead(XObject? at, DateTimeOffset? sent, DateTimeOffset received)
    {
        if (sent > received + Ahead)
        {
            Note(at, Words.AlertFromFuture);
        }
    }

    /// <summary>Takes over what another one collected.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="asNotes">True when it refuses nothing here.</param>
    public void Take(AlertRemarks other, bool asNotes = false)
    {
        foreach (var remark in other.All)
        {
            Keep(asNotes ? remark with { Refuses = false } : remark);
        }

        Refused |= other.Refused && !asNotes;
    }

    /// <summary>The line of an element, from 1.</summary>
    public static int LineOf(XObject? at) => at is IXmlLineInfo { LineNumber: > 0 } info ? info.LineNumber : 1;

    /// <summary>What a sender wrote, short and in one line, fit to be shown.</summary>
    public static string Shown(string written)
    {
        var line = new string([.. written.Select(letter => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate ? ' ' : letter)]).Trim();
        return line.Length <= LongestShown ? line : line[..LongestShown] + "…";
    }

    private void Add(int line, bool refuses, string what)
    {
        Keep(new AlertRemark(line, refuses, Words.AlertLine.With(line, what)));
        Refused |= refuses;
    }

    private void Keep(AlertRemark remark)
    {
        // An element is asked for more than once; what is wrong with it is said once.
        if (_all.Count < Most && !_all.Contains(remark))
        {
            _all.Add(remark);
        }
    }
}
