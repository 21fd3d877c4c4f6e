using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using Signage.Controller.Certificates;

namespace Signage.Controller.Tests.Certificates;

/// <summary>A real Mosquitto, set up as docs/mosquitto/tls.conf says: who comes in, as whom, and what a certificate is worth there.</summary>
public sealed class MosquittoCertificateTests : IAsyncLifetime
{
    private readonly CertificateSite _site = new(daysAgo: 100);
    private readonly CertificateSite _foreign = new();
    private readonly List<IDisposable> _open = [];
    private string _over = "";
    private PinnedAuthority _pinned = null!;
    private TlsMosquitto _broker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // A certificate that is over has to have been issued while the authority was younger.
        _over = _site.PathOf("over");
        File.Copy(_site.Admit("square"), _over);
        _site.Time.Advance(TimeSpan.FromDays(100));
        _pinned = _site.Pin(TimeProvider.System);
        _broker = await TlsMosquitto.StartAsync(_site, _site.Serve("127.0.0.1"), Token);
    }

    public async ValueTask DisposeAsync()
    {
        _open.ForEach(one => one.Dispose());
        await (_broker?.DisposeAsync() ?? ValueTask.CompletedTask);
        _pinned.Dispose();
        _site.Dispose();
        _foreign.Dispose();
    }

    [Fact]
    public async Task S08_Gateway_WhenItHasItsCertificate_IsItsAccountWithoutAPassword()
    {
        var client = await EnterAsync(_site.Admit("square"));
        Assert.True(await MayAsync(client, "signage/square/up"));
        Assert.False(await MayAsync(client, "signage/hall/up"));
        Assert.False(await MayAsync(client, "signage/square/down"));
    }

    /// <summary>The desk issues none of that name any more; one of before, or of other hands with the key, is a gateway and no more.</summary>
    [Fact]
    public async Task S08_Gateway_WhenItIsCalledAsTheSite_HasNotTheSitesRights()
    {
        var client = await EnterAsync(MadeByHand("signage"));
        Assert.False(await MayAsync(client, "signage/square/down"));
        Assert.True(await MayAsync(client, "signage/signage/up"));
    }

    [Fact]
    public async Task S08_Stranger_WhenHeHasNoCertificate_IsRefused() => await RefusedAsync(null, "peer did not return a certificate");

    [Fact]
    public async Task S08_Stranger_WhenHisCertificateIsOfAnotherAuthorityOfTheSameName_IsRefused() => await RefusedAsync(_foreign.Admit("square"), "certificate verify failed");

    [Fact]
    public async Task S08_Stranger_WhenHeHasTheCertificateOfAServer_IsRefused() => await RefusedAsync(_site.Serve("square"), "certificate verify failed");

    [Fact]
    public async Task S08_Gateway_WhenItsCertificateIsOver_IsRefused() => await RefusedAsync(_over, "certificate verify failed");

    /// <summary>Mosquitto cannot refuse a client id; what it does instead is to call the client by its certificate, whatever it says of itself.</summary>
    [Fact]
    public async Task S08_Gateway_WhenItSaysToBeAnother_IsStillItselfAndTakesNobodysPlace()
    {
        var hall = await EnterAsync(_site.Admit("hall"), id: "hall");
        var impostor = await EnterAsync(_site.Admit("square"), id: "hall", user: "hall", password: "secret");
        Assert.False(await MayAsync(impostor, "signage/hall/up"));
        Assert.True(await MayAsync(impostor, "signage/square/up"));
        Assert.True(await MayAsync(hall, "signage/hall/up"));
        var log = await _broker.LogUntilAsync("u'square'", Token);
        Assert.Contains(" as square (", log, StringComparison.Ordinal);
        Assert.DoesNotContain("already connected", log, StringComparison.Ordinal);
    }

    /// <summary>There is no list of revoked certificates: a lost gateway keeps its way in until its certificate ends, but the access list takes its rights.</summary>
    [Fact]
    public async Task S08_Gateway_WhenItIsLost_HasNoRightsLeftAfterASignal()
    {
        var (lost, other) = (await EnterAsync(_site.Admit("lost")), await EnterAsync(_site.Admit("hall")));
        Assert.True(await MayAsync(lost, "signage/lost/up"));
        _broker.Rule("\nuser lost\ntopic deny signage/lost/#\n");
        await _broker.ReloadAsync(Token);
        Assert.Equal((false, true), (await MayAsync(lost, "signage/lost/up"), await MayAsync(other, "signage/hall/up")));
        Assert.False(await MayAsync(await EnterAsync(_site.PathOf("device-lost.pem")), "signage/lost/up"));
    }

    [Fact]
    public async Task S08_Gateway_WhenItComesTwice_HasItsLastConnectionOnly()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = await EnterAsync(_site.Admit("square"), id: "one");
        first.DisconnectedAsync += _ =>
        {
            gone.TrySetResult();
            return Task.CompletedTask;
        };
        var second = await EnterAsync(_site.PathOf("device-square.pem"), id: "two");
        await gone.Task.WaitAsync(Token);
        Assert.True(await MayAsync(second, "signage/square/up"));
    }

    [Fact]
    public async Task S08_Site_WhenOnTheSameMachine_ComesInByItsPasswordWithAnyNumberOfLines()
    {
        var (one, two) = (await EnterAsync("signage/1", "secret"), await EnterAsync("signage/2", "secret"));
        Assert.Equal((true, true), (await MayAsync(one, "signage/square/down"), await MayAsync(two, "signage/hall/down")));
        await Assert.ThrowsAnyAsync<MQTTnet.Exceptions.MqttCommunicationException>(() => EnterAsync("signage/3", "wrong"));
    }

    [Fact]
    public async Task S11_Broker_WhenItsCertificateIsRenewed_ShowsItAfterASignalAndKeepsItsGateways()
    {
        var device = _site.Admit("square");
        var old = CertificateSite.Serial(_site.PathOf("server-127.0.0.1.pem"));
        var (before, after) = (new List<string>(), new List<string>());
        var client = await EnterAsync(device, shown: before);
        var renewed = _site.Serve("127.0.0.1");
        _broker.Install(renewed);
        await _broker.ReloadAsync(Token);
        Assert.True(await MayAsync(client, "signage/square/up"));
        await EnterAsync(_site.Admit("hall"), shown: after);
        Assert.Equal([old], before);
        Assert.Equal([CertificateSite.Serial(renewed)], after);
    }

    private static async Task<bool> MayAsync(IMqttClient client, string topic) =>
        (await client.PublishAsync(new MqttApplicationMessage { Topic = topic, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce }, Token)).IsSuccess;

    // With TLS 1.3 a client has shaken hands before the broker has judged it: the refusal comes with the first answer.
    private async Task RefusedAsync(string? device, string words)
    {
        await Assert.ThrowsAnyAsync<MQTTnet.Exceptions.MqttCommunicationException>(() => EnterAsync(device));
        Assert.Contains(words, await _broker.LogUntilAsync(words, Token), StringComparison.Ordinal);
    }

    private Task<IMqttClient> EnterAsync(string id, string password) =>
        ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", _broker.PlainPort).WithClientId(id).WithCredentials("signage", password));

    private Task<IMqttClient> EnterAsync(string? device, string? id = null, string? user = null, string? password = null, List<string>? shown = null)
    {
        var options = new MqttClientOptionsBuilder()
            .WithTcpServer("127.0.0.1", _broker.Port)
            .WithTlsOptions(tls => tls
                .WithTargetHost("127.0.0.1")
                .WithClientCertificates(device is null ? [] : [Opened(device)])
                .WithCertificateValidationHandler(server => Judge((X509Certificate2)server.Certificate, shown)));
        options = id is null ? options : options.WithClientId(id);
        return ConnectAsync(user is null ? options : options.WithCredentials(user, password));
    }

    private bool Judge(X509Certificate2 certificate, List<string>? shown)
    {
        shown?.Add(Convert.ToHexStringLower(certificate.SerialNumberBytes.Span.TrimStart((byte)0)));
        return _pinned.Judge(certificate, "127.0.0.1") is PinnedAnswer.Trusted;
    }

    private async Task<IMqttClient> ConnectAsync(MqttClientOptionsBuilder options)
    {
        var client = new MqttClientFactory().CreateMqttClient();
        _open.Add(client);
        var answer = await client.ConnectAsync(options.WithProtocolVersion(MqttProtocolVersion.V500).WithTimeout(TimeSpan.FromSeconds(30)).Build(), Token);
        return answer.ResultCode == MqttClientConnectResultCode.Success ? client : throw new MQTTnet.Exceptions.MqttCommunicationException($"{answer.ResultCode}");
    }

    private string MadeByHand(string account)
    {
        using var authority = X509Certificate2.CreateFromPemFile(_site.PathOf(CertificateFolder.Authority));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={account}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], critical: false));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.Create(authority, now.AddMinutes(-5), now.AddDays(1), RandomNumberGenerator.GetBytes(8));
        var file = _site.PathOf("by-hand");
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }

    private X509Certificate2 Opened(string file)
    {
        var certificate = CertificateSite.Open(file);
        _open.Add(certificate);
        return certificate;
    }
}
