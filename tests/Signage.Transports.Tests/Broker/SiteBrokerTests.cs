using System.Net;
using System.Net.NetworkInformation;
using Signage.Transports.Broker;
using Signage.Transports.Links;
using Signage.Transports.Mqtt;

namespace Signage.Transports.Tests.Broker;

public sealed class SiteBrokerTests
{
    private readonly BrokerOptions _options = new()
    {
        UserName = "lamp",
        Password = "right",
        Gateways = [BrokerAccount.Gateway("card", BrokerSecret.Of("card", 1000), "lamp/1")],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lamp:wrong@")]
    [InlineData("other:right@")]
    [InlineData("lamp@")]
    [InlineData("")]
    public async Task SiteBroker_WhenTheLoginIsWrong_LetsNobodyIn(string login)
    {
        await using var broker = await SiteBroker.StartAsync(_options, TimeProvider.System, Token);
        var refusal = await Assert.ThrowsAsync<LinkException>(async () => await OpenAsync(broker, login));
        Assert.Equal($"{broker.Endpoint.OriginalString}/lamp/1: 消息服务器拒绝登录，请核对用户名和密码 (the broker refused: BadUserNameOrPassword; check name and password)", refusal.Message);
    }

    [Fact]
    public async Task SiteBroker_WhenTheLoginIsRight_LetsIn()
    {
        await using var broker = await SiteBroker.StartAsync(_options, TimeProvider.System, Token);
        await using var link = await OpenAsync(broker, "lamp:right@");
        Assert.NotNull(link);
    }

    [Fact]
    public async Task SiteBroker_WhenItListens_DoesSoOnThisMachineOnly()
    {
        await using var broker = await SiteBroker.StartAsync(_options, TimeProvider.System, Token);
        var doors = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(door => door.Port == broker.Endpoint.Port);
        Assert.Equal([IPAddress.Loopback], doors.Select(door => door.Address));
    }

    [Fact]
    public async Task SiteBroker_WhenThePortIsTaken_SaysSo()
    {
        await using var broker = await SiteBroker.StartAsync(_options, TimeProvider.System, Token);
        var port = broker.Endpoint.Port;
        var refusal = await Assert.ThrowsAsync<LinkException>(() => SiteBroker.StartAsync(_options with { Port = port }, TimeProvider.System, Token));
        Assert.Equal($"127.0.0.1:{port}: 内置消息服务器无法在此监听，端口被占用了吗？ (the broker cannot listen here; is the port taken?)", refusal.Message);
    }

    /// <summary>The web server under the broker gives its connections half a minute to end, and those of panels never do: the limit only tells that apart.</summary>
    [Fact(Timeout = 20_000)]
    public async Task SiteBroker_WhenItStopsWithPanelsConnected_DoesNotWaitForThem()
    {
        var broker = await SiteBroker.StartAsync(_options, TimeProvider.System, Token);
        await using var link = await OpenAsync(broker, "lamp:right@");
        await broker.DisposeAsync().AsTask().WaitAsync(TestContext.Current.CancellationToken);
        Assert.True((await link.Input.ReadAsync(Token)).IsCompleted);
    }

    [Fact]
    public async Task SiteBroker_WhenStoppedTwice_DoesNotMind()
    {
        var broker = await SiteBroker.StartAsync(_options, TimeProvider.System, Token);
        await broker.DisposeAsync();
        Assert.Null(await Record.ExceptionAsync(async () => await broker.DisposeAsync()));
    }

    [Fact]
    public void SiteBroker_WhenItsOptionsAreWritten_KeepsThePassword() =>
        Assert.DoesNotContain(_options.Password, _options.ToString(), StringComparison.Ordinal);

    private static Task<IByteLink> OpenAsync(SiteBroker broker, string login) =>
        new MqttTransport(TimeProvider.System).OpenWireAsync(new Uri($"mqtt://{login}127.0.0.1:{broker.Endpoint.Port}/lamp/1"), Token);
}
