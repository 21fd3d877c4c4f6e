using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Trust.Certificates;

/// <summary>
/// A site's own certification authority. It knows no clock and no disk: it is given the instant, and hands out pairs. Those it signs never outlive it. It keeps
/// no list of what it issued and revokes nothing: what it signed holds until it ends.
/// </summary>
public sealed class SiteAuthority : IDisposable
{
    /// <summary>The longest name, in letters (RFC 5280, ub-common-name).</summary>
    public const int LongestName = 64;

    /// <summary>The most names and addresses of one server.</summary>
    public const int MostHosts = 32;

    /// <summary>
    /// The account of the site itself at a broker, as the documents set it up. It may write on every panel, so no certificate of a device has it for its name,
    /// though a panel may be called so.
    /// </summary>
    public const string SiteAccount = "signage";

    private readonly CertificatePair _pair;

    private SiteAuthority(CertificatePair pair) => _pair = pair;

    /// <summary>The authority's own certificate.</summary>
    public CertificateFacts Facts => _pair.Facts;

    /// <summary>Its certificate as PEM, to be given to all who are to trust it.</summary>
    public string CertificatePem => _pair.CertificatePem;

    /// <summary>Why <see cref="SiteAccount"/> is refused, for people, in one line.</summary>
    public static string SitesName => Words.CertSitesName.With(SiteAccount);

    /// <summary>True when an authority can have the name: 1 to 64 letters, no control characters, no space at its ends.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= LongestName && name.Trim() == name && !name.Any(char.IsControl) && name.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar);
    }

    /// <summary>Makes an authority that lives ten years.</summary>
    /// <param name="name">What it is called; ask <see cref="IsName"/> first.</param>
    /// <param name="now">The instant.</param>
    /// <returns>Its pair, for <see cref="Of"/>; the caller's to keep and to dispose of.</returns>
    public static CertificatePair Found(string name, DateTimeOffset now)
    {
        if (!IsName(name))
        {
            throw new ArgumentException("An authority has a name of 1 to 64 letters.", nameof(name));
        }

        var from = Begin(now);
        return new CertificateDraft(CertificateKind.Authority, name, from, End(from, CertificateTerm.AuthorityDays)).Sign(authority: null);
    }

    /// <summary>The authority with a pair, which it takes over; null when the pair is of something else, and then it stays the caller's.</summary>
    public static SiteAuthority? Of(CertificatePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return pair.Facts.Kind == CertificateKind.Authority ? new SiteAuthority(pair) : null;
    }

    /// <summary>Issues a certificate for a server.</summary>
    /// <param name="hosts">1 to 32 names and addresses; the first is what it is called.</param>
    /// <param name="now">The instant.</param>
    /// <param name="days">60 to 397.</param>
    public IssueAnswer Serve(IReadOnlyList<CertificateHost> hosts, DateTimeOffset now, int days = CertificateTerm.UsualDays)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        ArgumentOutOfRangeException.ThrowIfZero(hosts.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hosts.Count, MostHosts);
        return Issue(CertificateKind.Server, hosts[0].Text, [.. hosts.Distinct()], now, days);
    }

    /// <summary>True when a certificate would be the site's own account at a broker.</summary>
    public static bool IsSites(CertificateFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return IsSites(facts.Kind, facts.Name);
    }

    /// <summary>True when this authority signed a certificate, whatever the instant. Another one may have its name.</summary>
    public bool HasIssued(CertificatePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return pair.IsSignedBy(_pair);
    }

    /// <summary>Issues a certificate for a device. One that is called like the site's own account, <see cref="SiteAccount"/>, is refused.</summary>
    /// <param name="account">The account at the broker: for a panel's gateway the panel.</param>
    /// <param name="now">The instant.</param>
    /// <param name="days">60 to 397.</param>
    public IssueAnswer Admit(PanelId account, DateTimeOffset now, int days = CertificateTerm.UsualDays) => Issue(CertificateKind.Device, account.Value, [], now, days);

    /// <summary>
    /// True when a certificate is to be renewed, and renewing it would bring something: one that ends with this authority is not helped by it, unless it has not begun.
    /// </summary>
    public bool IsDue(CertificateFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return CertificateTerm.IsDue(facts, now) && (facts.Until < Facts.Until || now < facts.From);
    }

    /// <summary>Issues the next certificate in the place of one of a server or a device: for the same names and as many days, with a new key.</summary>
    public IssueAnswer Renew(CertificateFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var days = Math.Clamp((int)Math.Round((facts.Until - facts.From).TotalDays), CertificateTerm.LeastDays, CertificateTerm.MostDays);
        return facts.Kind == CertificateKind.Authority
            ? throw new ArgumentException("An authority is replaced, not renewed.", nameof(facts))
            : Issue(facts.Kind, facts.Name, facts.Hosts, now, days);
    }

    /// <inheritdoc/>
    public void Dispose() => _pair.Dispose();

    private IssueAnswer Issue(CertificateKind kind, string name, IReadOnlyList<CertificateHost> hosts, DateTimeOffset now, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, CertificateTerm.LeastDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, CertificateTerm.MostDays);
        if (IsSites(kind, name))
        {
            return new IssueAnswer.Refused(null, SitesName);
        }

        var standing = CertificateTerm.Of(Facts, now);
        if (standing is CertificateStanding.Over or CertificateStanding.NotYet)
        {
            return new IssueAnswer.Refused(standing, CertificateAlarm.Of(Facts, now)!);
        }

        var from = Later(Begin(now), Facts.From);
        return new IssueAnswer.Issued(new CertificateDraft(kind, name, from, Earlier(End(from, days), Facts.Until)) { Hosts = hosts }.Sign(_pair));
    }

    private static bool IsSites(CertificateKind kind, string name) => kind == CertificateKind.Device && name == SiteAccount;

    // Certificates count in whole seconds.
    private static DateTimeOffset Begin(DateTimeOffset now) => DateTimeOffset.FromUnixTimeSeconds((now - CertificateTerm.BackDated).ToUnixTimeSeconds());

    // The last second belongs to its life (RFC 5280, 4.1.2.5), so the life is not a second longer than the days.
    private static DateTimeOffset End(DateTimeOffset from, int days) => from.AddDays(days).AddSeconds(-1);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
