using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Signage.Trust.Certificates;

/// <summary>What a certificate promises: who or what, for which names, from when until when.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">The name of the authority, the first name of the server, or the account of the device.</param>
/// <param name="Hosts">The names and addresses of a server; of others none.</param>
/// <param name="Serial">Its serial number in lower-case hex, without the zero that DER puts before a high bit: of 128 random bits here.</param>
/// <param name="From">Its first second.</param>
/// <param name="Until">Its last second.</param>
/// <param name="Digest">SHA-256 over the certificate (DER), lower-case hex: what people compare by eye.</param>
public sealed record CertificateFacts(
    CertificateKind Kind, string Name, IReadOnlyList<CertificateHost> Hosts, string Serial, DateTimeOffset From, DateTimeOffset Until, string Digest)
{
    /// <summary>Reads a certificate; null when it is for none of the three kinds, or for two at once.</summary>
    public static CertificateFacts? Of(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return KindOf(certificate) is { } kind
            ? new CertificateFacts(
                kind,
                certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
                [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(HostsOf)],
                Convert.ToHexStringLower(certificate.SerialNumberBytes.Span.TrimStart((byte)0)),
                certificate.NotBefore.ToUniversalTime(),
                certificate.NotAfter.ToUniversalTime(),
                Convert.ToHexStringLower(SHA256.HashData(certificate.RawDataMemory.Span)))
            : null;
    }

    private static IEnumerable<CertificateHost> HostsOf(X509SubjectAlternativeNameExtension names) =>
        names.EnumerateDnsNames().Select(CertificateHost.OfName).Concat(names.EnumerateIPAddresses().Select(CertificateHost.Of));

    private static CertificateKind? KindOf(X509Certificate2 certificate)
    {
        var isAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(basic => basic.CertificateAuthority);
        string?[] purposes = [.. certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(usage => usage.EnhancedKeyUsages.Cast<Oid>()).Select(oid => oid.Value)];
        return (isAuthority, purposes) switch
        {
            (true, []) => CertificateKind.Authority,
            (false, [CertificateDraft.ServerAuthentication]) => CertificateKind.Server,
            (false, [CertificateDraft.ClientAuthentication]) => CertificateKind.Device,
            _ => null,
        };
    }
}
