using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Signage.Controller.Certificates;

namespace Signage.Controller.Tests.Certificates;

/// <summary>Who is believed by a client with the site's authority: over a real handshake, and in each case one bit away from being believed.</summary>
public sealed class PinnedAuthorityTests : IDisposable
{
    private const string Host = "signage.lan";
    private readonly CertificateSite _site = new(daysAgo: 10);
    private readonly CertificateSite _foreign = new(daysAgo: 10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("own", Host, null)]
    [InlineData("own", "192.0.2.7", null)]
    [InlineData("own", "SIGNAGE.lan", null)]
    [InlineData("own", "other.lan", PinnedFault.OtherName)]
    [InlineData("own", "www.signage.lan", PinnedFault.OtherName)]
    [InlineData("own", "192.0.2.8", PinnedFault.OtherName)]
    [InlineData("foreign", Host, PinnedFault.OtherAuthority)]
    [InlineData("self-signed", Host, PinnedFault.OtherAuthority)]
    [InlineData("over", Host, PinnedFault.Over)]
    [InlineData("not yet", Host, PinnedFault.NotYet)]
    public async Task S11_F35_Server_WhenDialled_IsBelievedOnlyWithAnOwnCertificateForThatName(string kind, string host, PinnedFault? fault)
    {
        // A client whose clock runs ahead of or behind the server's is what makes a good certificate over or not yet begun.
        using var pinned = _site.Pin(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(kind switch { "over" => 85, "not yet" => -10.5, _ => 0 })));
        using var certificate = kind switch
        {
            "foreign" => CertificateSite.Open(_foreign.Serve(Host, "192.0.2.7")),
            "self-signed" => SelfSigned(),
            _ => CertificateSite.Open(_site.Serve(Host, "192.0.2.7")),
        };
        await using var server = await TlsServer.StartAsync(https => https.ServerCertificate = certificate, Token);
        PinnedAnswer.Refused? refused = null;
        var options = pinned.Options(host, answer => refused = answer);
        if (fault is null)
        {
            await using var visit = await server.VisitAsync(options, Token);
            Assert.Equal("HTTP/1.1 200 OK", await visit.AskAsync(Token));
            return;
        }

        await Assert.ThrowsAsync<AuthenticationException>(() => server.VisitAsync(options, Token));
        Assert.Equal(fault, refused?.Fault);
        Assert.StartsWith($"{host}: ", refused?.Reason, StringComparison.Ordinal);
    }

    /// <summary>The old certificate of a machine that was never renewed, at the real instant and the real clock.</summary>
    [Fact]
    public async Task S11_F35_Server_WhenItsCertificateIsOver_IsRefused()
    {
        using var past = new CertificateSite(daysAgo: 100);
        using var pinned = past.Pin(TimeProvider.System);
        using var certificate = CertificateSite.Open(past.Serve(Host));
        await using var server = await TlsServer.StartAsync(https => https.ServerCertificate = certificate, Token);
        await Assert.ThrowsAsync<AuthenticationException>(() => server.VisitAsync(pinned.Options(Host), Token));
        Assert.Equal(PinnedFault.Over, Fault(pinned, certificate));
    }

    [Fact]
    public void S11_Server_WhenItShowsADevicesCertificateOrNone_IsRefused()
    {
        using var pinned = _site.Pin();
        using var device = CertificateSite.Open(_site.Admit("signage.lan"));
        Assert.Equal(PinnedFault.OtherPurpose, Fault(pinned, device));
        Assert.Equal(PinnedFault.NoCertificate, Fault(pinned, null));
    }

    [Fact]
    public void S11_Server_WhenItsAuthorityIsOver_IsRefused()
    {
        using var past = new CertificateSite(daysAgo: 3660);
        using var certificate = CertificateSite.Open(past.Serve(Host));
        using var pinned = past.Pin(TimeProvider.System);
        Assert.Equal(PinnedFault.Over, Fault(pinned, certificate));
    }

    [Fact]
    public void S11_Authority_WhenItChanges_IsBelievedBesideTheOldOne()
    {
        var (old, next) = (File.ReadAllText(_site.PathOf(CertificateFolder.AuthorityCertificate)), File.ReadAllText(_foreign.PathOf(CertificateFolder.AuthorityCertificate)));
        using var both = PinnedAuthority.Read(old + next, _site.Time)!;
        using var first = CertificateSite.Open(_site.Serve(Host));
        using var second = CertificateSite.Open(_foreign.Serve(Host));
        Assert.Equal((null, null), (Fault(both, first), Fault(both, second)));
        Assert.Null(PinnedAuthority.Read(old + next + old, _site.Time));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void S11_Authority_WhenTheFileHoldsNone_PinsNothing(string pem) => Assert.Null(PinnedAuthority.Read(pem, _site.Time));

    [Fact]
    public void S11_Authority_WhenTheFileHoldsAServer_PinsNothing() => Assert.Null(PinnedAuthority.Read(File.ReadAllText(_site.Serve(Host)), _site.Time));

    public void Dispose()
    {
        _site.Dispose();
        _foreign.Dispose();
    }

    private static PinnedFault? Fault(PinnedAuthority pinned, X509Certificate2? certificate) => (pinned.Judge(certificate, Host) as PinnedAnswer.Refused)?.Fault;

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddMinutes(-10), now.AddDays(60));
    }
}
