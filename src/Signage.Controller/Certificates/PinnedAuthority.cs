using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Signage.Core.Text;
using Signage.Trust.Certificates;

namespace Signage.Controller.Certificates;

/// <summary>
/// Who a client believes: servers with a certificate of the site's own authority for the very name that was dialled, and nobody else. The roots of the system do
/// not count, nothing is asked of the internet, and there is no way to accept just anything. Safe to use from many threads.
/// </summary>
public sealed class PinnedAuthority : IDisposable
{
    /// <summary>The most authorities: the old one and the new one, while devices are brought from one to the other.</summary>
    public const int MostAuthorities = 2;

    private const X509ChainStatusFlags Stranger = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid;

    private readonly X509Certificate2Collection _authorities;
    private readonly TimeProvider _time;

    private PinnedAuthority(X509Certificate2Collection authorities, TimeProvider time) => (_authorities, _time) = (authorities, time);

    /// <summary>Reads the certificates of the authorities, as <c>authority.crt</c> holds them; null when there is none in it, more than two, or something else.</summary>
    /// <param name="pem">The text of the file.</param>
    /// <param name="time">Tells whether a certificate holds.</param>
    public static PinnedAuthority? Read(ReadOnlySpan<char> pem, TimeProvider time)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(pem);
            if (authorities.Count is > 0 and <= MostAuthorities && authorities.All(authority => CertificateFacts.Of(authority) is { Kind: CertificateKind.Authority }))
            {
                return new PinnedAuthority(authorities, time);
            }
        }
        catch (CryptographicException)
        {
            // What is no certificate at all is as little an authority as any other.
        }

        Release(authorities);
        return null;
    }

    /// <summary>How to dial a server.</summary>
    /// <param name="host">The name or address that is dialled, and that the server has to prove.</param>
    /// <param name="refused">Told why a server was refused; the failure of the handshake does not say it.</param>
    public SslClientAuthenticationOptions Options(string host, Action<PinnedAnswer.Refused>? refused = null) => new()
    {
        TargetHost = host,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,

        // Whoever answers is a stranger until he is judged: without a policy the platform would fetch whatever address his certificate names.
        CertificateChainPolicy = Policy(),
        RemoteCertificateValidationCallback = (_, certificate, _, _) =>
        {
            if (Judge(certificate as X509Certificate2, host) is not PinnedAnswer.Refused answer)
            {
                return true;
            }

            refused?.Invoke(answer);
            return false;
        },
    };

    /// <summary>Judges a server's certificate.</summary>
    /// <param name="certificate">What it showed; null when nothing.</param>
    /// <param name="host">The name or address that was dialled.</param>
    public PinnedAnswer Judge(X509Certificate2? certificate, string host)
    {
        if (certificate is null)
        {
            return Refuse(PinnedFault.NoCertificate, Words.PinnedNoCertificate, host);
        }

        using var chain = new X509Chain { ChainPolicy = Policy() };
        if (chain.Build(certificate))
        {
            return certificate.MatchesHostname(host, allowWildcards: false, allowCommonName: false)
                ? new PinnedAnswer.Trusted()
                : Refuse(PinnedFault.OtherName, Words.PinnedOtherName, host);
        }

        // A stranger's certificate is a stranger's first of all, whatever else is wrong with it.
        var wrong = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        return wrong switch
        {
            _ when (wrong & Stranger) != 0 => Refuse(PinnedFault.OtherAuthority, Words.PinnedOtherAuthority, host),
            _ when (wrong & X509ChainStatusFlags.NotTimeValid) == 0 => Refuse(PinnedFault.OtherPurpose, Words.PinnedOtherPurpose, host),
            _ when _time.GetUtcNow() < certificate.NotBefore.ToUniversalTime() => Refuse(PinnedFault.NotYet, Words.PinnedNotYet, host),
            _ => Refuse(PinnedFault.Over, Words.PinnedOver, host),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => Release(_authorities);

    private static PinnedAnswer.Refused Refuse(PinnedFault fault, string words, string host) => new(fault, $"{host}: {words}");

    private static void Release(X509Certificate2Collection certificates)
    {
        foreach (var certificate in certificates)
        {
            certificate.Dispose();
        }
    }

    // The instant of the policy is that of its making: one for each connection.
    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTimeIgnored = false,
            VerificationTime = _time.GetUtcNow().UtcDateTime,
        };
        policy.CustomTrustStore.AddRange(_authorities);
        policy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));   // serverAuth
        return policy;
    }
}
