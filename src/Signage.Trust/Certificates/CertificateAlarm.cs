using System.Globalization;
using Signage.Core.Text;

namespace Signage.Trust.Certificates;

/// <summary>What a person is told of a certificate that ends.</summary>
public static class CertificateAlarm
{
    /// <summary>The line about a certificate; null when there is nothing to worry about.</summary>
    /// <param name="facts">The certificate.</param>
    /// <param name="now">The instant.</param>
    public static string? Of(CertificateFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (days, until) = (Math.Floor((facts.Until - now).TotalDays), Minute(facts.Until));
        return (CertificateTerm.Of(facts, now), facts.Kind) switch
        {
            (CertificateStanding.EndsSoon, CertificateKind.Authority) => Words.CertAuthorityEndsSoon.With(facts.Name, days, until),
            (CertificateStanding.EndsSoon, _) => Words.CertEndsSoon.With(facts.Name, days, until),
            (CertificateStanding.Over, CertificateKind.Authority) => Words.CertAuthorityOver.With(facts.Name, until),
            (CertificateStanding.Over, _) => Words.CertOver.With(facts.Name, until),
            (CertificateStanding.NotYet, _) => Words.CertNotYet.With(facts.Name, Minute(facts.From)),
            _ => null,
        };
    }

    /// <summary>An instant as it stands in such a line: minutes of the world's time, since the room knows no zone.</summary>
    /// <param name="instant">The instant.</param>
    public static string Minute(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
