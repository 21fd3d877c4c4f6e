namespace Signage.Trust.Certificates;

/// <summary>How long certificates live, and when it is time for the next one. Everything is a function of the certificate and an instant.</summary>
public static class CertificateTerm
{
    /// <summary>How many days a server's or a device's certificate lives when nobody says.</summary>
    public const int UsualDays = 90;

    /// <summary>The fewest days: with these half of a life passes before it is renewed, and with less the alarm of the last 30 would be its ordinary state.</summary>
    public const int LeastDays = 60;

    /// <summary>The most days: browsers take servers for at most 398 (CA/Browser Forum Baseline Requirements, 6.3.2, as of 2020), and this leaves one.</summary>
    public const int MostDays = 397;

    /// <summary>How many days an authority lives: ten years, since a new one has to be carried to every device.</summary>
    public const int AuthorityDays = 3650;

    /// <summary>How long before its making a certificate begins: the clocks of small devices are behind, and would call it not yet valid.</summary>
    public static readonly TimeSpan BackDated = TimeSpan.FromMinutes(10);

    /// <summary>How long before the end of a server's or device's certificate it is an alarm.</summary>
    public static readonly TimeSpan EndsSoon = TimeSpan.FromDays(30);

    /// <summary>The same for an authority: half a year, to carry the next one to every device.</summary>
    public static readonly TimeSpan AuthorityEndsSoon = TimeSpan.FromDays(180);

    /// <summary>No copy of this program is older, so a clock that shows an earlier instant is wrong: a machine without a battery wakes in 1970.</summary>
    public static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Whoever renews once a day has done so before the alarm comes.
    private static readonly TimeSpan DueBefore = EndsSoon + TimeSpan.FromDays(1);

    /// <summary>How a certificate stands.</summary>
    /// <param name="facts">The certificate.</param>
    /// <param name="now">The instant.</param>
    public static CertificateStanding Of(CertificateFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var left = facts.Until - now;
        return facts switch
        {
            _ when now < facts.From => CertificateStanding.NotYet,
            _ when now > facts.Until => CertificateStanding.Over,
            _ when left <= (facts.Kind == CertificateKind.Authority ? AuthorityEndsSoon : EndsSoon) => CertificateStanding.EndsSoon,
            _ when IsDue(facts, now) => CertificateStanding.Due,
            _ => CertificateStanding.Good,
        };
    }

    /// <summary>
    /// True when a third of its life is left, or a day until the alarm of its end, whichever comes first; and when it has not begun, since it was made by a clock that
    /// was ahead, and is refused everywhere until then. Never of an authority: it is not renewed, but replaced by another one.
    /// </summary>
    /// <param name="facts">The certificate.</param>
    /// <param name="now">The instant.</param>
    public static bool IsDue(CertificateFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (left, third) = (facts.Until - now, (facts.Until - facts.From) / 3);
        return facts.Kind != CertificateKind.Authority && (now < facts.From || left <= (third > DueBefore ? third : DueBefore));
    }
}
