using Signage.Trust.Audit;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Audit;

/// <summary>A site with its audit and its key, which signs whatever it is told to: it is the honest one of these tests and the thief as well.</summary>
internal sealed class WatchedSite(Cast cast, string name = Cast.Site, string signer = "site")
{
    public static readonly TimeSpan Beat = TimeSpan.FromHours(1);

    public List<AuditEntry> Entries { get; set; } = [];

    public AuditHead Last => Entries[^1].Head;

    /// <summary>The root of two sites, each with a key of its own.</summary>
    public TrustedSet Trusted { get; } = new(
        cast.Root with { People = [.. cast.Root.People, new TrustPerson("site-2", "site-2", RoleSet.Of(Role.Site), [cast["site-2"].Public])] }, name);

    public static WatchedSite Of(ProfileId profile = ProfileId.P256, int entries = 0)
    {
        var site = new WatchedSite(Cast.Of(profile));
        site.Grow(entries, Cast.Now.AddHours(-1));
        return site;
    }

    public HeadWatch Begin(AuditHead? start = null) => HeadWatch.Begin(name, signer, Beat, Cast.Now, start);

    public void Grow(int count, DateTimeOffset at, string word = "")
    {
        for (var left = count; left > 0; left--)
        {
            var head = Entries.Count == 0 ? AuditHead.None : Last;
            Entries.Add(AuditChain.Append(head, new AuditFacts(at, "person:wang", "slogan.approve", $"{name} {head.Number + 1}{word}")));
        }
    }

    /// <summary>Writes everything anew from an entry on, up to the same number.</summary>
    public void Rewrite(int first, DateTimeOffset at)
    {
        var count = Entries.Count;
        Entries = [.. Entries.Take(first - 1)];
        Grow(count - first + 1, at, "!");
    }

    public byte[] Head(DateTimeOffset issued) => Sign(Last, issued);

    public byte[] Sign(AuditHead head, DateTimeOffset issued, string? target = null, string? by = null, int epoch = 1) =>
        cast.Sign(SignedKind.AuditHead, head.ToStatement(epoch, target ?? name, issued, issued.AddDays(30)), by ?? signer);

    /// <summary>The lines from an entry on.</summary>
    public string[] Lines(long from = 1) => [.. Chains.Lines(Entries.Skip((int)from - 1))];

    /// <summary>The lines that a watch has to be given.</summary>
    public string[] LinesFor(HeadWatch watch) => Lines((watch.Proven?.Number ?? 0) + 1);

    public HeadStep Offer(HeadWatch watch, DateTimeOffset now, bool withLines = true) => watch.Look(Head(now), withLines ? LinesFor(watch) : [], Trusted, now);
}
