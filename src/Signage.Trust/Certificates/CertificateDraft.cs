using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Signage.Trust.Certificates;

/// <summary>A certificate before it is signed: P-256, SHA-256, the extensions of its kind, and none that would make anybody ask the internet for something.</summary>
/// <param name="kind">What it is for.</param>
/// <param name="name">Its subject: the common name.</param>
/// <param name="from">Its first second.</param>
/// <param name="until">Its last second.</param>
internal sealed class CertificateDraft(CertificateKind kind, string name, DateTimeOffset from, DateTimeOffset until)
{
    /// <summary>id-kp-serverAuth of RFC 5280, 4.2.1.12.</summary>
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>id-kp-clientAuth.</summary>
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private const int SerialBytes = 16;

    /// <summary>The names and addresses of a server.</summary>
    public IReadOnlyList<CertificateHost> Hosts { get; init; } = [];

    /// <summary>Makes a key, and has the certificate over it signed.</summary>
    /// <param name="authority">Who signs; null when it signs itself.</param>
    public CertificatePair Sign(CertificatePair? authority)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            var subject = new X500DistinguishedNameBuilder();
            subject.AddCommonName(name);
            var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
            var keyId = new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
            request.CertificateExtensions.Add(keyId);
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(authority?.KeyId ?? keyId));
            Extend(request);
            using var certificate = request.Create(
                authority?.Subject ?? request.SubjectName, X509SignatureGenerator.CreateForECDsa(authority?.Key ?? key), from, until, RandomNumberGenerator.GetBytes(SerialBytes));
            return new CertificatePair(X509CertificateLoader.LoadCertificate(certificate.RawDataMemory.Span), key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private void Extend(CertificateRequest request)
    {
        var isAuthority = kind == CertificateKind.Authority;

        // Path length 0: nobody below this authority is one.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: isAuthority, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(isAuthority ? X509KeyUsageFlags.KeyCertSign : X509KeyUsageFlags.DigitalSignature, critical: true));
        if (!isAuthority)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(kind == CertificateKind.Server ? ServerAuthentication : ClientAuthentication)], critical: false));
        }

        if (Hosts.Count == 0)
        {
            return;
        }

        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in Hosts)
        {
            if (host.Address is { } address)
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host.Text);
            }
        }

        request.CertificateExtensions.Add(names.Build());
    }
}
