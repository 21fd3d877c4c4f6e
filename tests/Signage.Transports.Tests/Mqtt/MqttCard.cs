using System.Buffers;
using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Protocol;

namespace Signage.Transports.Tests.Mqtt;

/// <summary>A card behind a transparent gateway, played by the test: hears what is said on <c>…/down</c>, answers on <c>…/up</c>.</summary>
internal sealed class MqttCard : IAsyncDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly Channel<MqttApplicationMessage> _heard = Channel.CreateUnbounded<MqttApplicationMessage>();
    private readonly string _topic;

    private MqttCard(string topic)
    {
        _topic = topic;
        _client.ApplicationMessageReceivedAsync += message =>
        {
            _heard.Writer.TryWrite(message.ApplicationMessage);
            return Task.CompletedTask;
        };
    }

    /// <summary>Dials the broker; returns when it hears everything.</summary>
    /// <param name="endpoint">What the line gets: broker, name, password and base topic.</param>
    public static async Task<MqttCard> DialAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        var card = new MqttCard(endpoint.AbsolutePath.Trim('/'));
        var options = new MqttClientOptionsBuilder().WithTcpServer(endpoint.Host, endpoint.Port);
        if (endpoint.UserInfo.Split(':') is [var name, var password])
        {
            options = options.WithCredentials(name, password).WithClientId($"{name}/{Guid.NewGuid():N}");
        }

        await card._client.ConnectAsync(options.WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500).Build(), cancellationToken);

        // The highest quality, and flags as they were sent: the card sees what the line chose.
        var filter = new MqttTopicFilterBuilder().WithTopic(card._topic + "/down").WithExactlyOnceQoS().WithRetainAsPublished().Build();
        await card._client.SubscribeAsync(new MqttClientSubscribeOptions { TopicFilters = [filter] }, cancellationToken);
        return card;
    }

    /// <summary>Waits for the next message of the line.</summary>
    public ValueTask<MqttApplicationMessage> HearAsync(CancellationToken cancellationToken) => _heard.Reader.ReadAsync(cancellationToken);

    /// <summary>Waits for so many bytes of the line, in as many messages as they come.</summary>
    public async Task<List<byte[]>> HearBytesAsync(int count, CancellationToken cancellationToken)
    {
        var pieces = new List<byte[]>();
        while (pieces.Sum(piece => piece.Length) < count)
        {
            pieces.Add((await HearAsync(cancellationToken)).Payload.ToArray());
        }

        return pieces;
    }

    /// <summary>Says something to the line; returns when the broker has it.</summary>
    public async Task AnswerAsync(byte[] bytes, CancellationToken cancellationToken, bool retain = false)
    {
        var message = new MqttApplicationMessageBuilder().WithTopic(_topic + "/up").WithPayload(bytes)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).WithRetainFlag(retain).Build();
        Assert.True((await _client.PublishAsync(message, cancellationToken)).IsSuccess);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
