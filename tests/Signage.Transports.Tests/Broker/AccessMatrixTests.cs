using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using Signage.Transports.Broker;
using Signage.Transports.Broker.Rights;

namespace Signage.Transports.Tests.Broker;

/// <summary>
/// Every role with every topic and every use. What is allowed stands in a short list; everything else is denied, and what is denied reaches nobody.
/// </summary>
public sealed class AccessMatrixTests(AccessMatrixTests.Place place) : IClassFixture<AccessMatrixTests.Place>
{
    private const string Marker = "signage/marker";

    private static readonly string[] Roles = ["lamp", "gate", "signage", "keeper", "idle"];

    private static readonly string[] Topics =
    [
        "signage/lamp/up", "signage/lamp/down", "signage/gate/up", "signage/gate/down", "signage/kept", "signage/lamp", "signage/lamp/up/more", "signage/other/up",
        "elsewhere/lamp/up", "SIGNAGE/lamp/up", "$SYS/broker/load", "$share/group/signage/lamp/up", "signage/lamp/up/",
    ];

    private static readonly string[] Filters =
    [
        .. Topics, "#", "+", "/#", "+/#", "+/lamp/up", "signage/#", "signage/+/up", "signage/+/down", "signage/lamp/#", "signage/lamp/+", "$SYS/#", "$share/group/#",
    ];

    private static readonly string[] Ears = ["signage/#", "SIGNAGE/#", "elsewhere/#"];

    private static readonly HashSet<string> Allowed =
    [
        "lamp publish signage/lamp/up", "lamp will signage/lamp/up", "lamp subscribe signage/lamp/down",
        "gate publish signage/gate/up", "gate will signage/gate/up", "gate subscribe signage/gate/down",
        "signage publish signage/lamp/down", "signage will signage/lamp/down", "signage subscribe signage/lamp/up",
        "signage publish signage/gate/down", "signage will signage/gate/down", "signage subscribe signage/gate/up",
        "keeper publish signage/kept", "keeper will signage/kept", "keeper retain signage/kept",
        "keeper subscribe signage/lamp/up", "keeper subscribe signage/gate/up", "keeper subscribe signage/other/up", "keeper subscribe signage/+/up",
    ];

    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string>();
            foreach (var role in Roles)
            {
                foreach (var use in (string[])["publish", "retain", "will", "subscribe"])
                {
                    foreach (var topic in use == "subscribe" ? Filters : Topics)
                    {
                        cells.Add(role, use, topic);
                    }
                }
            }

            return cells;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Role_WhenItUsesATopic_MayOnlyWhatTheListSays(string role, string use, string topic)
    {
        var allowed = Allowed.Contains($"{role} {use} {topic}");
        var before = place.Broker.Counters.Refused;
        if (use == "subscribe")
        {
            using var listener = await place.EnterAsync(role);
            Assert.Equal(allowed, await SubscribeAsync(listener, topic));
        }
        else if (use == "will")
        {
            await DieAsync(role, topic);
            await place.HeardAsync(allowed ? topic : null, before);
        }
        else
        {
            using var speaker = await place.EnterAsync(role);
            var message = new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload("x").WithRetainFlag(use == "retain")
                .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build();
            var answer = await speaker.PublishAsync(message, Token);
            Assert.Equal((allowed, !allowed), (answer.IsSuccess, answer.ReasonCode == MqttClientPublishReasonCode.NotAuthorized));
            await place.HeardAsync(allowed ? topic : null, before);
        }

        Assert.Equal(allowed, place.Broker.Counters.Refused == before);
    }

    [Fact]
    public void Matrix_WhenCounted_HasHundredsOfCells() => Assert.InRange(Cells.Count, 300, 1000);

    private static async Task<bool> SubscribeAsync(IMqttClient client, string filter)
    {
        var wish = new MqttTopicFilterBuilder().WithTopic(filter).WithExactlyOnceQoS().Build();
        var answer = await client.SubscribeAsync(new MqttClientSubscribeOptions { TopicFilters = [wish] }, Token);
        var code = answer.Items.Single().ResultCode;
        var shared = filter.StartsWith("$share/", StringComparison.Ordinal);
        Assert.True(code is MqttClientSubscribeResultCode.GrantedQoS1 or MqttClientSubscribeResultCode.NotAuthorized || shared, $"{code}");
        return code == MqttClientSubscribeResultCode.GrantedQoS1;
    }

    /// <summary>Enters with a will and goes without a farewell.</summary>
    private async Task DieAsync(string role, string topic)
    {
        byte[] will = [0, .. RawPackets.Text(topic), .. RawPackets.Text("x")];
        var connect = RawPackets.Connect(role, role, $"{role}/{Guid.NewGuid():N}", flags: 2 | 8, will: will);
        using var client = await RawClient.EnterAsync(place.Broker.Endpoint, connect, Token);
    }

    /// <summary>A broker, and an ear that may hear everything a message could come to.</summary>
    public sealed class Place : IAsyncLifetime
    {
        private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();
        private IMqttClient? _ear;

        internal SiteBroker Broker { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var options = BrokerSite.Options with
            {
                Password = "signage",
                Others =
                [
                    Account("keeper", TopicRight.Publish("signage/kept", retain: true), TopicRight.Subscribe("signage/+/up")),
                    Account("idle"),
                    Account("ear", [.. Ears.Select(TopicRight.Subscribe), TopicRight.Publish(Marker)]),
                ],
            };
            Broker = await SiteBroker.StartAsync(options, TimeProvider.System, Token);
            _ear = await EnterAsync("ear");
            _ear.ApplicationMessageReceivedAsync += message =>
            {
                _heard.Writer.TryWrite(message.ApplicationMessage.Topic);
                return Task.CompletedTask;
            };
            foreach (var filter in Ears)
            {
                Assert.True(await SubscribeAsync(_ear, filter));
            }
        }

        public async ValueTask DisposeAsync()
        {
            _ear?.Dispose();
            await Broker.DisposeAsync();
        }

        internal async Task<IMqttClient> EnterAsync(string role)
        {
            var client = new MqttClientFactory().CreateMqttClient();
            var options = new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", Broker.Endpoint.Port).WithProtocolVersion(MqttProtocolVersion.V500)
                .WithCredentials(role, role).WithClientId($"{role}/{Guid.NewGuid():N}").Build();
            Assert.Equal(MqttClientConnectResultCode.Success, (await client.ConnectAsync(options, Token)).ResultCode);
            return client;
        }

        /// <summary>The ear heard this topic, or nothing, before its own marker.</summary>
        internal async Task HeardAsync(string? topic, long before)
        {
            if (topic is null)
            {
                // A will is judged some time after its client died.
                await Patience.UntilAsync(() => Broker.Counters.Refused != before, () => Broker.Counters, Token);
            }
            else
            {
                Assert.Equal(topic, await _heard.Reader.ReadAsync(Token));
            }

            await _ear!.PublishAsync(new MqttApplicationMessage { Topic = Marker, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce }, Token);
            Assert.Equal(Marker, await _heard.Reader.ReadAsync(Token));
        }

        private static BrokerAccount Account(string name, params TopicRight[] rights) => new(name, BrokerSecret.Of(name, 1000), rights);
    }
}
