using System.Text;
using Signage.Trust.Tests.Papers;

namespace Signage.Trust.Tests.Audit;

/// <summary>A second watcher, from the tables of docs/trust.md, "Audit heads, watched by somebody else".</summary>
internal sealed class PaperWatch(string site, string signer, long heartbeat, long now)
{
    private const long FiveMinutes = 300_000;

    private readonly List<PaperHead> _heads = [];
    private long _newestIssue;
    private long _shownUntil = now;

    /// <summary>What is kept, in the form of the first table.</summary>
    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("signage.head-watch.1"u8);
        foreach (var text in (string[])[site, signer])
        {
            writer.Write((uint)Encoding.UTF8.GetByteCount(text));
            writer.Write(Encoding.UTF8.GetBytes(text));
        }

        writer.Write(heartbeat);
        writer.Write(_newestIssue);
        writer.Write(_shownUntil);
        writer.Write((uint)_heads.Count);
        foreach (var head in _heads)
        {
            writer.Write(head.Number);
            writer.Write(Convert.FromHexString(head.Hash));
            writer.Write(head.Instant);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The answer and the notices, in words, as <c>grown: ClockBack Silent</c>.</summary>
    public string Look((PaperHead Head, long Issued)? offer, string[] lines, long at)
    {
        var notices = new SortedSet<string>(StringComparer.Ordinal);
        var answer = offer is { } good ? Answer(good.Head, good.Issued, lines, at, notices) : "Refused";
        if (offer is null)
        {
            notices.Add("NotBelieved");
        }

        if (at - _shownUntil >= 2 * heartbeat)
        {
            notices.Add("Silent");
        }

        return $"{answer}: {string.Join(' ', notices)}";
    }

    private string Answer(PaperHead head, long issued, string[] lines, long at, SortedSet<string> notices)
    {
        if (_heads.Count == 0)
        {
            return Take("Begun", () => _heads.Add(head));
        }

        var (proven, newest) = (_heads[0], _heads[^1]);
        if (_heads.Exists(kept => kept.Number == head.Number && kept.Hash != head.Hash))
        {
            return Contradicts("Rewritten");
        }

        if (head.Number < newest.Number)
        {
            return _newestIssue > 0 && issued > _newestIssue ? Contradicts("Shrunk") : "Older";
        }

        if (head.Number == proven.Number)
        {
            Shown();
            return "Same";
        }

        switch (Shows(head, lines, notices))
        {
            case false:
                notices.Clear();
                return Contradicts("Rewritten");
            case true:
                return Take("Grown", () =>
                {
                    _heads.Clear();
                    _heads.Add(head);
                });
            default:
                notices.Clear();
                break;
        }

        if (head.Number == newest.Number && issued <= _newestIssue)
        {
            return "Same";
        }

        if (_heads.Count > 1)
        {
            notices.Add("Unproven");
        }

        IsBack();
        _newestIssue = Math.Max(_newestIssue, issued);
        if (head.Number != newest.Number)
        {
            // Proven and 256 more.
            _heads.RemoveRange(Math.Min(_heads.Count, 256), Math.Max(0, _heads.Count - 256));
            _heads.Add(head);
        }

        return "Unproven";

        string Contradicts(string notice)
        {
            notices.Add(notice);
            return "Contradicts";
        }

        string Take(string answer, Action keep)
        {
            IsBack();
            keep();
            Shown();
            return answer;
        }

        void IsBack()
        {
            if (head.Instant - issued > FiveMinutes || (_heads.Count > 0 && head.Number > _heads[^1].Number && _newestIssue - issued > FiveMinutes))
            {
                notices.Add("ClockBack");
            }
        }

        void Shown()
        {
            _newestIssue = Math.Max(_newestIssue, issued);
            _shownUntil = Math.Max(_shownUntil, Math.Min(issued, at));
        }
    }

    // True: how it grew. False: another history. Null: nothing.
    private bool? Shows(PaperHead head, string[] lines, SortedSet<string> notices)
    {
        var read = new List<PaperLine>();
        foreach (var text in lines)
        {
            if (PaperLine.Read(text) is not { IsGood: true } line || (read.Count > 0 && (line.Number != read[^1].Number + 1 || line.Previous != read[^1].Hash)))
            {
                return null;
            }

            read.Add(line);
            if (line.Number == head.Number)
            {
                break;
            }
        }

        if (read.Count == 0 || read[^1].Number != head.Number || read[^1].Hash != head.Hash)
        {
            return null;
        }

        Dictionary<ulong, string> said = new(read.Select(line => KeyValuePair.Create(line.Number, line.Hash))) { [read[0].Number - 1] = read[0].Previous };
        if (read[^1].Instant != head.Instant || _heads.Exists(kept => said.TryGetValue(kept.Number, out var hash) && hash != kept.Hash))
        {
            return false;
        }

        var latest = _heads[0].Instant;
        foreach (var line in read.Where(line => line.Number > _heads[0].Number))
        {
            if (latest - line.Instant > FiveMinutes)
            {
                notices.Add("ClockBack");
            }

            latest = Math.Max(latest, line.Instant);
        }

        return said.ContainsKey(_heads[0].Number) ? true : null;
    }
}
