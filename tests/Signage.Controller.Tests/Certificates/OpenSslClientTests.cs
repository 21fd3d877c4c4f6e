using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.Certificates;

namespace Signage.Controller.Tests.Certificates;

/// <summary>The client of others at our server: what it believes, and which TLS it gets.</summary>
public sealed class OpenSslClientTests : IAsyncLifetime
{
    private readonly CertificateSite _site = new();
    private readonly CertificateSite _foreign = new();
    private ServedCertificate? _served;
    private TlsServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        OpenSslClient.Need();
        _served = Assert.IsType<ServedAnswer.Opened>(ServedCertificate.Open(_site.Serve("signage.lan", "127.0.0.1"), TimeProvider.System, NullLogger.Instance)).Certificate;
        _server = await TlsServer.StartAsync(_served.Serve, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        _served?.Dispose();
        _site.Dispose();
        _foreign.Dispose();
    }

    [Theory]
    [InlineData("-tls1_3", "-verify_hostname", "signage.lan", true, "Verify return code: 0 (ok)")]
    [InlineData("-tls1_2", "-verify_hostname", "signage.lan", true, "Verify return code: 0 (ok)")]
    [InlineData("-tls1_3", "-verify_ip", "127.0.0.1", true, "Verify return code: 0 (ok)")]
    [InlineData("-tls1_3", "-verify_hostname", "other.lan", false, "hostname mismatch")]
    [InlineData("-tls1_3", "-verify_ip", "192.0.2.8", false, "IP address mismatch")]
    [InlineData("-tls1_1", "-verify_hostname", "signage.lan", false, "alert protocol version")]
    [InlineData("-tls1", "-verify_hostname", "signage.lan", false, "alert protocol version")]
    public async Task S11_Server_WhenOpenSslDials_ProvesItsNameByTls12Or13(string version, string option, string host, bool good, string words) =>
        await DialAsync(good, words, version, option, host, "-CAfile", _site.PathOf(CertificateFolder.AuthorityCertificate));

    [Fact]
    public async Task S11_Server_WhenOpenSslKnowsAnotherAuthorityOfThatName_IsRefused() =>
        await DialAsync(false, "verify error", "-tls1_3", "-CAfile", _foreign.PathOf(CertificateFolder.AuthorityCertificate));

    [Fact]
    public async Task S11_Server_WhenRenewed_ShowsTheNewOneToOpenSsl()
    {
        string[] options = ["-tls1_3", "-CAfile", _site.PathOf(CertificateFolder.AuthorityCertificate)];
        var before = (await OpenSslClient.ConnectAsync(_server.Port, options, Token)).Said;
        var file = _site.Serve("signage.lan", "127.0.0.1");
        var after = (await OpenSslClient.ConnectAsync(_server.Port, options, Token)).Said;
        var pem = File.ReadAllText(file).Split("-----BEGIN PRIVATE KEY-----")[0].Trim();
        Assert.Contains(pem, after, StringComparison.Ordinal);
        Assert.DoesNotContain(pem, before, StringComparison.Ordinal);
    }

    // Old TLS needs old signatures, which OpenSSL 3 has to be asked for; the server's alert shows that it was asked.
    private async Task DialAsync(bool good, string words, params string[] options)
    {
        var (code, said) = await OpenSslClient.ConnectAsync(_server.Port, ["-cipher", "DEFAULT@SECLEVEL=0", .. options], Token);
        Assert.True(code == 0 == good, said);
        Assert.Contains(words, said, StringComparison.Ordinal);
    }
}
