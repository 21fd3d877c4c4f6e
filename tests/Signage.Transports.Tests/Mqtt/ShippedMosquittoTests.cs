using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace Signage.Transports.Tests.Mqtt;

/// <summary>What docs/mosquitto/mosquitto.conf promises, at a real Mosquitto that was started with it: who comes in, what for, and how much at once.</summary>
public sealed class ShippedMosquittoTests : IAsyncLifetime
{
    private const string Password = "right";
    private const int Limit = 65_536;

    private ShippedMosquitto _broker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _broker = await ShippedMosquitto.StartAsync(Password, ["signage", "square", "hall"], Token);

    public async ValueTask DisposeAsync() => await (_broker?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Theory]
    [InlineData(null, null, Label = "anonymous")]
    [InlineData("square", "wrong", Label = "wrong password")]
    [InlineData("square", "", Label = "no password")]
    [InlineData("signage", "wrong", Label = "the site with a wrong password")]
    [InlineData("yard", Password, Label = "a name that nobody gave")]
    public async Task Client_WhenItsLoginIsNone_IsRefused(string? name, string? password)
    {
        using var client = new MqttClientFactory().CreateMqttClient();

        Assert.Equal(MqttClientConnectResultCode.NotAuthorized, await ConnectAsync(client, name, password, MqttProtocolVersion.V500));
    }

    [Fact]
    public async Task Gateway_WhenItHasItsPassword_WritesAndReadsItsOwnTopics()
    {
        using var square = await EnterAsync("square");
        using var site = await EnterAsync("signage");
        var down = await ListenAsync(square, "signage/square/down");
        var up = await ListenAsync(site, "signage/+/up");

        Assert.True((await site.PublishAsync(Message("signage/square/down"), Token)).IsSuccess);
        Assert.True((await square.PublishAsync(Message("signage/square/up"), Token)).IsSuccess);

        Assert.Equal(("signage/square/down", "signage/square/up"), (await down.WaitAsync(Token), await up.WaitAsync(Token)));
    }

    [Theory]
    [InlineData("signage/hall/up")]
    [InlineData("signage/hall/down")]
    [InlineData("signage/square/down")]
    [InlineData("elsewhere")]
    public async Task Gateway_WhenItWritesWhatIsNotItsOwn_IsRefused(string topic)
    {
        using var square = await EnterAsync("square");

        Assert.Equal(MqttClientPublishReasonCode.NotAuthorized, (await square.PublishAsync(Message(topic), Token)).ReasonCode);
    }

    /// <summary>Mosquitto grants every filter and keeps the messages back: what counts is what comes.</summary>
    [Fact]
    public async Task Gateway_WhenItListensToEverything_HearsItsOwnAlone()
    {
        using var square = await EnterAsync("square");
        using var hall = await EnterAsync("hall");
        using var site = await EnterAsync("signage");
        var heard = await ListenAsync(square, "#");

        Assert.True((await site.PublishAsync(Message("signage/hall/down"), Token)).IsSuccess);
        Assert.True((await hall.PublishAsync(Message("signage/hall/up"), Token)).IsSuccess);
        Assert.True((await site.PublishAsync(Message("signage/square/down"), Token)).IsSuccess);

        Assert.Equal("signage/square/down", await heard.WaitAsync(Token));
    }

    [Fact]
    public async Task Message_WhenItIsOverTheLimit_IsNotDelivered()
    {
        using var site = await EnterAsync("signage");
        var heard = new List<int>();
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        site.ApplicationMessageReceivedAsync += message =>
        {
            heard.Add((int)message.ApplicationMessage.Payload.Length);
            if (heard[^1] == 1)
            {
                last.TrySetResult();
            }

            return Task.CompletedTask;
        };
        await site.SubscribeAsync("signage/square/up", MqttQualityOfServiceLevel.AtLeastOnce, Token);

        // In the older version nobody tells the client of the limit, so it is the broker that keeps it. The header and the topic count as well.
        await SayAsync(Limit - 100);
        Assert.NotNull(await Record.ExceptionAsync(() => SayAsync(Limit + 1)));
        await SayAsync(1);

        await last.Task.WaitAsync(Token);
        Assert.Equal([Limit - 100, 1], heard);
    }

    private static MqttApplicationMessage Message(string topic, int bytes = 0) =>
        new() { Topic = topic, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce, PayloadSegment = new byte[bytes] };

    /// <summary>The topic of the first message that comes.</summary>
    private static async Task<Task<string>> ListenAsync(IMqttClient client, string filter)
    {
        var first = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        client.ApplicationMessageReceivedAsync += message =>
        {
            first.TrySetResult(message.ApplicationMessage.Topic);
            return Task.CompletedTask;
        };
        await client.SubscribeAsync(filter, MqttQualityOfServiceLevel.AtLeastOnce, Token);
        return first.Task;
    }

    private async Task SayAsync(int bytes)
    {
        using var gateway = await EnterAsync("square", MqttProtocolVersion.V311);
        Assert.True((await gateway.PublishAsync(Message("signage/square/up", bytes), Token)).IsSuccess);
    }

    private async Task<IMqttClient> EnterAsync(string name, MqttProtocolVersion version = MqttProtocolVersion.V500)
    {
        var client = new MqttClientFactory().CreateMqttClient();
        Assert.Equal(MqttClientConnectResultCode.Success, await ConnectAsync(client, name, Password, version));
        return client;
    }

    private async Task<MqttClientConnectResultCode> ConnectAsync(IMqttClient client, string? name, string? password, MqttProtocolVersion version)
    {
        var options = new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", _broker.Port).WithProtocolVersion(version);
        return (await client.ConnectAsync((name is null ? options : options.WithCredentials(name, password)).Build(), Token)).ResultCode;
    }
}
