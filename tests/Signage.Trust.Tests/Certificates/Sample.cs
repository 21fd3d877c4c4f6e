using Signage.Core.Panels;
using Signage.Trust.Certificates;

namespace Signage.Trust.Tests.Certificates;

/// <summary>Certificates to look at: made at an instant that a test chooses.</summary>
internal static class Sample
{
    /// <summary>An instant with a fraction of a second, which certificates do not have.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, 250, TimeSpan.FromHours(8));

    public static SiteAuthority Authority(DateTimeOffset now, string name = "遂宁社区") => SiteAuthority.Of(SiteAuthority.Found(name, now))!;

    public static CertificatePair Server(SiteAuthority authority, DateTimeOffset now, params string[] hosts) =>
        Issued(authority.Serve([.. hosts.Select(host => CertificateHost.Read(host)!)], now));

    public static CertificatePair Device(SiteAuthority authority, DateTimeOffset now, string account = "square") => Issued(authority.Admit(new PanelId(account), now));

    public static CertificatePair Issued(IssueAnswer answer) => Assert.IsType<IssueAnswer.Issued>(answer).Pair;
}
