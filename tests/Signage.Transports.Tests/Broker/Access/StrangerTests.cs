using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Signage.Transports.Broker;

namespace Signage.Transports.Tests.Broker.Access;

/// <summary>Who is nobody, or not whom he says: not let in, and nothing that he says in the same breath is heard, kept or left behind as a will.</summary>
public sealed class StrangerTests(SiteWithEar place) : IClassFixture<SiteWithEar>
{
    private const string Topic = "signage/lamp/up";

    private static readonly byte[] Versions = [5, 4, 3];

    // Far more than it takes.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Anonymous, and logins that are wrong; no name, no password where there is none.</summary>
    public static TheoryData<string?, string?, string> WrongLogins => new()
    {
        { null, null, "lamp/1" },
        { null, null, "" },
        { "", "", "lamp/1" },
        { "lamp", null, "lamp/1" },
        { "lamp", "", "lamp/1" },
        { "lamp", "gate", "lamp/1" },
        { "lamp", "LAMP", "lamp/1" },
        { "lamp", "lamp ", "lamp/1" },
        { "lamp", "lamp\0", "lamp/1" },
        { "LAMP", "lamp", "lamp/1" },
        { "stranger", "lamp", "lamp/1" },
        { "signage", "lamp", "signage/1" },
    };

    /// <summary>Right logins under client ids of others, and of nobody.</summary>
    public static TheoryData<string, string> ForeignIds => new()
    {
        { "lamp", "gate" },
        { "lamp", "gate/1" },
        { "lamp", "signage" },
        { "lamp", "signage/1" },
        { "lamp", "clock" },
        { "lamp", "idle" },
        { "lamp", "lamps" },
        { "lamp", "lamp/" },
        { "lamp", "Lamp" },
        { "lamp", "/lamp" },
        { "lamp", "lamp\0" },
        { "lamp", "$SYS" },
        { "lamp", "#" },
        { "clock", "tower" },
        { "clock", "lamp/1" },
        { "signage", "lamp" },
        { "signage", "lamp/1" },
        { "idle", "lamp" },
        { "keeper", "voice/1" },
    };

    [Theory]
    [MemberData(nameof(WrongLogins))]
    public async Task S08_Stranger_WhenHeIsNobodyOrTheLoginIsWrong_IsRefusedWithAllThatHeSays(string? name, string? password, string id)
    {
        foreach (var version in Versions)
        {
            // Who has not even a client id is told that first.
            var reason = (version, id) switch { (5, "") => 0x85, (5, _) => 0x86, (_, "") => 2, _ => 4 };
            await RefusedAsync(name, password, id, version, reason, BrokerRefusal.WrongLogin);
        }
    }

    [Theory]
    [MemberData(nameof(ForeignIds))]
    public async Task S08_Account_WhenTheClientIdIsAnothers_IsRefusedWithAllThatItSays(string name, string id)
    {
        foreach (var version in Versions)
        {
            await RefusedAsync(name, name, id, version, version == 5 ? 0x85 : 2, BrokerRefusal.WrongClientId);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task S08_Account_WhenItComesUnderTheIdOfAPanelThatIsIn_DoesNotTakeItsPlace(byte flags)
    {
        using var panel = await RawClient.EnterAsync(place.Site.Broker.Endpoint, RawPackets.Connect("gate", "gate", "gate/1"), Token);
        using var client = new AccessClient(panel, 5);
        Assert.Equal("SUBACK 01", await client.SubscribeAsync(1, "signage/gate/down"));
        foreach (var name in AccessRoles.All.Where(name => name != "gate"))
        {
            using var other = await RawClient.DialAsync(place.Site.Broker.Endpoint, Token);
            await other.SayAsync(RawPackets.Connect(name, name, "gate/1", flags), Token);
            Assert.Equal(0x85, await other.ConnectAnswerAsync(Token).WaitAsync(Most, Token));
            await other.ClosedAsync(Token).WaitAsync(Most, Token);
        }

        using var site = await place.Site.EnterAsync("signage");
        await site.PublishAsync("signage/gate/down", "still there");
        Assert.Equal(new HeardMessage("signage/gate/down", "still there", Kept: false), Assert.Single(await client.HearUntilAsync(_ => true)));
        Assert.Equal("signage/gate/down = still there", await place.Ear.HearAsync());
    }

    /// <summary>The broker speaks no TLS, so no certificate, right or wrong, opens it; those of gateways are held to by Mosquitto, see docs/certificates.md.</summary>
    [Fact]
    public async Task S08_Client_WhenItComesWithACertificate_IsRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=lamp", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddMinutes(-10), now.AddDays(1));
        var before = place.Site.Broker.Counters;
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, place.Site.Broker.Endpoint.Port, Token);
        await using var tls = new SslStream(socket.GetStream());
        var options = new SslClientAuthenticationOptions { TargetHost = "localhost", ClientCertificates = [certificate] };
        var failure = await Record.ExceptionAsync(() => tls.AuthenticateAsClientAsync(options, Token));
        Assert.True(failure is IOException or AuthenticationException, $"{failure}");
        await place.Site.QuietAsync();
        Assert.Equal((before.LetIn, "WrongPacket"), (place.Site.Broker.Counters.LetIn, place.Site.RefusedSince(before)));
    }

    private async Task RefusedAsync(string? name, string? password, string id, byte version, int reason, BrokerRefusal refusal)
    {
        var before = place.Site.Broker.Counters;
        using (var stranger = await RawClient.DialAsync(place.Site.Broker.Endpoint, Token))
        {
            byte[] says =
            [
                .. RawPackets.Connect(name, password, id, version: version, flags: 2 | 8, will: RawPackets.Will(Topic, "will", version)),
                .. RawPackets.Publish(Topic, 1, "said"u8.ToArray(), version: version), .. RawPackets.Subscribe(version, 1, ["signage/lamp/down"]), .. RawPackets.Ping,
            ];
            await stranger.SayAsync(says, Token);
            Assert.Equal(reason, await stranger.ConnectAnswerAsync(Token).WaitAsync(Most, Token));
            Assert.Null(await stranger.HearAsync(Token).WaitAsync(Most, Token));
        }

        await place.Site.QuietAsync();
        Assert.Equal("", await place.Ear.HearAsync());
        Assert.Equal((before.LetIn, $"{refusal}"), (place.Site.Broker.Counters.LetIn, place.Site.RefusedSince(before)));
    }
}
