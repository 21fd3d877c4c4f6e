using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Signage.Transports.Http;
using Signage.Transports.Links;
using Signage.Transports.Mqtt;
using Signage.Transports.Udp;

namespace Signage.Transports.Tests.Mqtt;

/// <summary>Addresses without a broker behind them.</summary>
public sealed class MqttOpeningTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly MqttTransport _transport;
    private readonly string _endpoint;

    public MqttOpeningTests()
    {
        _listener.Start();
        _transport = new MqttTransport(_time);
        _endpoint = $"mqtt://{_listener.LocalEndpoint}/lamp/1";
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("mqtt://broker", "没有可用的主题，请写成 mqtt://host:1883/base/topic，不含 + # $，最多 200 个字符 (no usable base topic: no + # $, at most 200 characters; write mqtt://host:1883/base/topic)")]
    [InlineData("mqtt://broker/lamp/+", "没有可用的主题，请写成 mqtt://host:1883/base/topic，不含 + # $，最多 200 个字符 (no usable base topic: no + # $, at most 200 characters; write mqtt://host:1883/base/topic)")]
    [InlineData("mqtt://broker/$SYS/lamp", "没有可用的主题，请写成 mqtt://host:1883/base/topic，不含 + # $，最多 200 个字符 (no usable base topic: no + # $, at most 200 characters; write mqtt://host:1883/base/topic)")]
    [InlineData("mqtt://broker/lamp%23", "没有可用的主题，请写成 mqtt://host:1883/base/topic，不含 + # $，最多 200 个字符 (no usable base topic: no + # $, at most 200 characters; write mqtt://host:1883/base/topic)")]
    [InlineData("mqtt://broker/lamp?qos=2", "MQTT 链路只写主机、端口、主题和 ?address= (mqtt takes a host, a port, a base topic and ?address= only)")]
    [InlineData("mqtt://broker/lamp#up", "MQTT 链路只写主机、端口、主题和 ?address= (mqtt takes a host, a port, a base topic and ?address= only)")]
    [InlineData("mqtt://broker/lamp?address=0100&address=0200", "写了 2 个卡地址，一块屏只有一个，请只留一个 (the address is written 2 times; a panel has one)")]
    public void Mqtt_WhenTheEndpointIsWrong_SaysWhatToWrite(string endpoint, string complaint) =>
        Assert.Contains(complaint, Assert.Single(_transport.Validate(new Uri(endpoint))), StringComparison.Ordinal);

    /// <summary>An address is offered only where several cards can hang on one line.</summary>
    [Fact]
    public void Complaints_WhereALinkLeadsToOneCard_OfferNoAddress()
    {
        string[] told =
        [
            .. new MqttTopicsTransport(TimeProvider.System).Validate(new Uri("mqtt://broker/clock?qos=2")),
            .. new UdpTransport(TimeProvider.System).Validate(new Uri("udp://panel:4048?qos=2")),
            .. new HttpTransport(TimeProvider.System).Validate(new Uri("http://panel/?qos=2")),
        ];
        Assert.Equal(3, told.Length);
        Assert.All(told, complaint => Assert.DoesNotContain("address", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void Mqtt_WhenTheEndpointNamesACard_HasNoComplaint() => Assert.Empty(_transport.Validate(new Uri("mqtt://broker/lamp?address=0100")));

    [Fact]
    public void Mqtt_WhenTheEndpointIsWrong_KeepsThePassword() =>
        Assert.DoesNotContain("secret", Assert.Single(_transport.Validate(new Uri("mqtt://lamp:secret@broker/+"))), StringComparison.Ordinal);

    [Fact]
    public async Task Mqtt_WhenNothingListens_SaysThatItCannotConnect()
    {
        using var port = new ClosedPort();
        Assert.Equal(
            $"mqtt://{port}/lamp/1: 连不上消息服务器，它在运行吗？ (cannot connect to the broker; is it running there?)", (await RefusalAsync($"mqtt://lamp:secret@{port}/lamp/1")).Message);
    }

    [Fact]
    public async Task Mqtt_WhenTheNameIsUnknown_SaysSo() =>
        Assert.Equal("mqtt://broker.invalid/lamp/1: 找不到这个主机名，请核对 (no such host name)", (await RefusalAsync("mqtt://broker.invalid/lamp/1")).Message);

    [Fact]
    public async Task Mqtt_WhenThePeerIsSilent_GivesUpAfterFiveSeconds()
    {
        var opening = OpenAsync(_endpoint);
        using var peer = await _listener.AcceptSocketAsync(Token);
        Assert.True(await peer.ReceiveAsync(new byte[1], Token) > 0);
        await opening.AdvanceUntilDoneAsync(_time);
        var refusal = await Assert.ThrowsAsync<LinkException>(() => opening);
        Assert.Equal($"{_endpoint}: 消息服务器 5 秒内没有应答，它在运行吗？ (the broker does not answer within 5 s; is it running?)", refusal.Message);
    }

    [Fact]
    public async Task Mqtt_WhenThePeerHangsUp_SaysThatItIsNoBroker()
    {
        var opening = OpenAsync(_endpoint);
        (await _listener.AcceptSocketAsync(Token)).Dispose();
        var refusal = await Assert.ThrowsAsync<LinkException>(() => opening);
        Assert.Equal($"{_endpoint}: 那里没有 MQTT 5 消息服务器，请核对主机和端口 (no MQTT 5 broker answers there; check host and port)", refusal.Message);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    public async Task Mqtt_WhenThePeerSpeaksSomethingElse_SaysThatItIsNoBroker(string greeting)
    {
        var opening = OpenAsync(_endpoint);
        using var peer = await _listener.AcceptSocketAsync(Token);
        await peer.SendAsync(Encoding.ASCII.GetBytes(greeting), Token);
        peer.Shutdown(SocketShutdown.Send);
        var refusal = await Assert.ThrowsAsync<LinkException>(() => opening);
        Assert.Equal($"{_endpoint}: 那里没有 MQTT 5 消息服务器，请核对主机和端口 (no MQTT 5 broker answers there; check host and port)", refusal.Message);
    }

    [Fact]
    public async Task Mqtt_WhenItMayNotListen_NamesTheTopic()
    {
        await using var broker = await DenyingBroker.StartAsync();
        var refusal = await RefusalAsync($"mqtt://127.0.0.1:{broker.Port}/lamp/1");
        Assert.Equal(
            $"mqtt://127.0.0.1:{broker.Port}/lamp/1: 消息服务器不许订阅 lamp/1/up，请检查它的权限表 (the broker does not let us listen to lamp/1/up; check its access list)", refusal.Message);
    }

    [Fact]
    public async Task Mqtt_WhenTheCallerGivesUp_ThrowsForItsToken()
    {
        using var caller = new CancellationTokenSource();
        var opening = _transport.OpenAsync(new Uri(_endpoint), caller.Token).AsTask();
        using var peer = await _listener.AcceptSocketAsync(Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    private Task<IPanelLink> OpenAsync(string endpoint) => _transport.OpenAsync(new Uri(endpoint), Token).AsTask();

    private Task<LinkException> RefusalAsync(string endpoint) => Assert.ThrowsAsync<LinkException>(() => OpenAsync(endpoint));
}
