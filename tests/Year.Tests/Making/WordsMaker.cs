using Signage.Core.Programmes;
using Signage.Core.Review;

namespace Year.Tests.Making;

/// <summary>The words of a site: the built-in pack, its own slogans with and without an approval, and programmes of several texts.</summary>
/// <param name="chance">The dice.</param>
internal sealed class WordsMaker(Random chance)
{
    private const int Approved = 24;
    private const int Unapproved = 2;
    private const int Several = 6;
    private readonly List<SloganApproval> _approvals = [];
    private readonly List<Slogan> _own = [];
    private int _made;

    /// <summary>Words that were approved at the beginning, to be approved once more: then they come before their equals.</summary>
    public Slogan Known => _own[chance.Next(Approved)];

    /// <summary>Approvals that the site begins with.</summary>
    public IReadOnlyList<SloganApproval> Approvals => _approvals;

    /// <summary>The programmes that the site begins with.</summary>
    /// <param name="before">The instant before which they were approved.</param>
    public IReadOnlyList<Programme> Make(DateTimeOffset before)
    {
        Revision[] pack = [.. CharityPack.Instance.Slogans.Select(slogan => slogan.ToRevision())];
        Revision[] own = [.. Enumerable.Range(0, Approved).Select(_ => Next().ToRevision())];

        // Two approved at once, so that ids decide; some by two people, so that the later one counts.
        foreach (var (words, at) in own.Select((words, at) => (words, at)))
        {
            Approve(words, "a", before.AddDays(-(at / 2) - 1));
            if (at % 5 == 0)
            {
                Approve(words, "b", before.AddDays(-chance.Next(1, 20)));
            }
        }

        return
        [
            .. pack.Concat(own).Concat(Enumerable.Range(0, Unapproved).Select(_ => Next().ToRevision())).Select(words => new Programme(words.ItemId, [words], ShowStyle.Automatic)),
            .. Enumerable.Range(0, Several).Select(at => new Programme(
                $"several-{at}", [pack[chance.Next(pack.Length)], own[chance.Next(own.Length)], own[at]], new ShowStyle(null, TimeSpan.FromMilliseconds(10 * (at + 1)), TimeSpan.FromSeconds(3 + at)))),
        ];
    }

    /// <summary>A slogan that nobody has approved yet.</summary>
    public Slogan Next()
    {
        _own.Add(new Slogan($"own-{++_made:00}", $"第{_made}号通知：{(chance.Next(2) == 0 ? '甲' : '乙')}座{chance.Next(100, 999)}室"));
        return _own[^1];
    }

    private void Approve(Revision words, string by, DateTimeOffset at) => _approvals.Add(SloganApproval.Of(words, by, at));
}
