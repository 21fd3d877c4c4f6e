using System.Text;
using Signage.Trust.Certificates;
using Signage.Trust.Tests.Keys;

namespace Signage.Trust.Tests.Certificates;

/// <summary>OpenSSL reads what we issue, and believes it exactly as far as it is to be believed.</summary>
public sealed class OpenSslCertificateTests : IDisposable
{
    private readonly OpenSsl _openssl = OpenSsl.Start();
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly SiteAuthority _authority;

    public OpenSslCertificateTests()
    {
        _authority = Sample.Authority(_now);
        Write("ca.crt", _authority.CertificatePem);
    }

    [Theory]
    [InlineData(CertificateKind.Server, "sslserver", true)]
    [InlineData(CertificateKind.Server, "sslclient", false)]
    [InlineData(CertificateKind.Device, "sslclient", true)]
    [InlineData(CertificateKind.Device, "sslserver", false)]
    public void S11_Certificate_WhenIssued_IsGoodForOnePurpose(CertificateKind kind, string purpose, bool good)
    {
        using var pair = kind == CertificateKind.Server ? Sample.Server(_authority, _now, "signage.lan") : Sample.Device(_authority, _now);
        _openssl.Write("leaf.pem", pair.ToPem());
        Verified(good, "-x509_strict", "-purpose", purpose, "-CAfile", "ca.crt", "leaf.pem");
    }

    [Theory]
    [InlineData("-verify_hostname", "signage.lan", true)]
    [InlineData("-verify_hostname", "xn--w9sp14j.xn--55qx5d", true)]
    [InlineData("-verify_hostname", "other.lan", false)]
    [InlineData("-verify_ip", "192.0.2.7", true)]
    [InlineData("-verify_ip", "2001:db8::7", true)]
    [InlineData("-verify_ip", "192.0.2.8", false)]
    public void S11_Server_WhenDialled_ProvesItsOwnNamesOnly(string option, string host, bool good)
    {
        using var pair = Sample.Server(_authority, _now, "signage.lan", "遂宁.公司", "192.0.2.7", "2001:db8::7");
        _openssl.Write("leaf.pem", pair.ToPem());
        Verified(good, option, host, "-CAfile", "ca.crt", "leaf.pem");
    }

    [Fact]
    public void S11_Server_WhenOfAnotherAuthorityOfTheSameName_IsRefused()
    {
        using var foreign = Sample.Authority(_now);
        using var pair = Sample.Server(foreign, _now, "signage.lan");
        _openssl.Write("leaf.pem", pair.ToPem());
        Verified(false, "-CAfile", "ca.crt", "leaf.pem");
    }

    [Theory]
    [InlineData(-91, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void S11_Server_WhenOverOrNotBegun_IsRefused(int days, bool good)
    {
        using var authority = Sample.Authority(_now.AddDays(-100));
        Write("old.crt", authority.CertificatePem);
        using var pair = Sample.Server(authority, _now.AddDays(days), "signage.lan");
        _openssl.Write("leaf.pem", pair.ToPem());
        Verified(good, "-CAfile", "old.crt", "leaf.pem");
    }

    [Fact]
    public void S11_Certificate_WhenSignedByADevice_IsRefused()
    {
        using var device = Sample.Device(_authority, _now);
        using var below = new CertificateDraft(CertificateKind.Server, "signage.lan", _now.AddMinutes(-10), _now.AddDays(60)) { Hosts = [CertificateHost.Read("signage.lan")!] }.Sign(device);
        Write("between.pem", device.CertificatePem);
        _openssl.Write("leaf.pem", below.ToPem());
        Verified(false, "-CAfile", "ca.crt", "-untrusted", "between.pem", "leaf.pem");
    }

    [Fact]
    public void S11_Certificate_WhenSignedByAnAuthorityBelowTheAuthority_IsRefused()
    {
        using var root = SiteAuthority.Found("社区", _now);
        using var below = new CertificateDraft(CertificateKind.Authority, "分站", _now.AddMinutes(-10), _now.AddDays(60)).Sign(root);
        using var leaf = new CertificateDraft(CertificateKind.Server, "signage.lan", _now.AddMinutes(-10), _now.AddDays(60)) { Hosts = [CertificateHost.Read("signage.lan")!] }.Sign(below);
        Write("root.crt", root.CertificatePem);
        Write("between.pem", below.CertificatePem);
        _openssl.Write("leaf.pem", leaf.ToPem());
        Assert.Contains("path length", Verified(false, "-CAfile", "root.crt", "-untrusted", "between.pem", "leaf.pem"), StringComparison.Ordinal);
    }

    [Fact]
    public void S11_Fields_WhenReadByOpenSsl_AreThosePromised()
    {
        var authority = Text("ca.crt");
        Holds(authority, "Subject: CN=遂宁社区", "Issuer: CN=遂宁社区", "ecdsa-with-SHA256", "NIST CURVE: P-256", "X509v3 Basic Constraints: critical\nCA:TRUE, pathlen:0", "X509v3 Key Usage: critical\nCertificate Sign\n", "X509v3 Subject Key Identifier");

        using var pair = Sample.Server(_authority, _now, "signage.lan", "192.0.2.7");
        _openssl.Write("leaf.pem", pair.ToPem());
        var server = Text("leaf.pem");
        Holds(server, "Subject: CN=signage.lan", "Issuer: CN=遂宁社区", "X509v3 Basic Constraints: critical\nCA:FALSE", "X509v3 Key Usage: critical\nDigital Signature\n",
            "X509v3 Extended Key Usage:\nTLS Web Server Authentication\n", "X509v3 Subject Alternative Name:\nDNS:signage.lan, IP Address:192.0.2.7\n",
            string.Join(':', Enumerable.Range(0, 16).Select(at => pair.Facts.Serial.PadLeft(32, '0').Substring(at * 2, 2))).TrimStart('0', ':'),
            $"Not After : {pair.Facts.Until.UtcDateTime.ToString("MMM d", System.Globalization.CultureInfo.InvariantCulture).Replace(" ", pair.Facts.Until.UtcDateTime.Day < 10 ? "  " : " ", StringComparison.Ordinal)}");

        // The leaf names the key of the authority, and no address on the internet where anything could be asked for.
        var key = authority.Split("X509v3 Subject Key Identifier:\n")[1].Split('\n')[0];
        Assert.Contains($"X509v3 Authority Key Identifier:\n{key}", server.Replace("keyid:", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("http", server, StringComparison.OrdinalIgnoreCase);

        using var device = Sample.Device(_authority, _now, "gate-east");
        _openssl.Write("device.pem", device.ToPem());
        Holds(Text("device.pem"), "Subject: CN=gate-east", "X509v3 Extended Key Usage:\nTLS Web Client Authentication\n");
    }

    [Fact]
    public void S11_Key_WhenReadByOpenSsl_IsWholeAndTheCertificates()
    {
        using var pair = Sample.Server(_authority, _now, "signage.lan");
        _openssl.Write("leaf.pem", pair.ToPem());
        var (code, key) = _openssl.Run("pkey", "-in", "leaf.pem", "-check", "-pubout");
        Assert.True(code == 0, key);
        var (_, certified) = _openssl.Run("x509", "-in", "leaf.pem", "-noout", "-pubkey");
        Assert.Contains(certified.Trim(), key, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _openssl.Dispose();
    }

    private static void Holds(string text, params string[] lines) => Assert.All(lines, line => Assert.Contains(line, text, StringComparison.Ordinal));

    private void Write(string name, string pem) => _openssl.Write(name, Encoding.ASCII.GetBytes(pem));

    private string Verified(bool good, params string[] arguments)
    {
        var (code, said) = _openssl.Run(["verify", .. arguments]);
        Assert.True(code == 0 == good, said);
        return said;
    }

    // Without the spaces at the ends of lines, which differ between its versions.
    private string Text(string name)
    {
        var (code, said) = _openssl.Run("x509", "-in", name, "-noout", "-text", "-nameopt", "utf8,sep_comma_plus");
        Assert.True(code == 0, said);
        return string.Join('\n', said.Split('\n').Select(line => line.Trim()));
    }
}
