using System.Buffers;
using System.Net.Sockets;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Protocol;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Mqtt;

/// <summary>One session with a broker, whatever it carries. Owns its client; a lost broker ends it.</summary>
internal sealed class MqttSession : IAsyncDisposable
{
    private static readonly TimeSpan PublishWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FarewellWithin = TimeSpan.FromSeconds(2);

    private readonly IMqttClient _client;
    private readonly TimeProvider _time;
    private int _disposed;

    /// <param name="client">The client.</param>
    /// <param name="name">The endpoint, for people.</param>
    /// <param name="time">Counts deadlines.</param>
    /// <param name="arrived">Told topic and payload of what comes in; never waits: that would hold up the acknowledgements a send waits for.</param>
    /// <param name="ended">Told that the session is over.</param>
    public MqttSession(IMqttClient client, string name, TimeProvider time, Action<string, ReadOnlySequence<byte>> arrived, Action ended)
    {
        _client = client;
        _time = time;
        Name = name;
        client.ApplicationMessageReceivedAsync += message =>
        {
            arrived(message.ApplicationMessage.Topic, message.ApplicationMessage.Payload);
            return Task.CompletedTask;
        };
        client.DisconnectedAsync += _ =>
        {
            ended();
            return Task.CompletedTask;
        };
    }

    /// <summary>The endpoint, for people.</summary>
    public string Name { get; }

    /// <summary>Everything that the client library throws when the broker, the network or a token ends its work.</summary>
    public static bool IsOfTheClient(Exception failure) => failure is MqttCommunicationException or MqttProtocolViolationException
        or OperationCanceledException or InvalidOperationException or SocketException or IOException and not LinkException;

    /// <summary>Connects, and listens before anything can be asked. What a broker has kept on a topic answers an older question and is not wanted.</summary>
    /// <exception cref="LinkException">The broker refused.</exception>
    public async Task ConnectAsync(MqttClientOptions options, string filter, MqttQualityOfServiceLevel quality, CancellationToken cancellationToken)
    {
        var connected = await _client.ConnectAsync(options, cancellationToken).ConfigureAwait(false);
        if (connected.ResultCode != MqttClientConnectResultCode.Success)
        {
            throw new LinkException(Words.MqttRefused.With(Name, connected.ResultCode));
        }

        var wanted = new MqttTopicFilterBuilder()
            .WithTopic(filter)
            .WithQualityOfServiceLevel(quality)
            .WithRetainHandling(MqttRetainHandling.DoNotSendOnSubscribe)
            .WithNoLocal()
            .Build();
        var subscribed = await _client.SubscribeAsync(new MqttClientSubscribeOptions { TopicFilters = [wanted] }, cancellationToken).ConfigureAwait(false);
        if (subscribed.Items.FirstOrDefault()?.ResultCode is not { } code || (int)code >= 0x80)
        {
            throw new LinkException(Words.MqttDeaf.With(Name, filter));
        }
    }

    /// <summary>Publishes payloads one after another, not retained.</summary>
    /// <param name="topic">Where.</param>
    /// <param name="payloads">Copies: the client may still hold them after it was cancelled.</param>
    /// <param name="quality">How sure.</param>
    /// <param name="whyClosed">What to say of a session that is over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LinkException">The session is over, or the broker did not take a payload.</exception>
    public async ValueTask PublishAsync(
        string topic, IEnumerable<byte[]> payloads, MqttQualityOfServiceLevel quality, Func<string> whyClosed, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(PublishWithin, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            foreach (var payload in payloads)
            {
                await PublishAsync(topic, payload, quality, either.Token).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (IsOfTheClient(failure))
        {
            // The client library reports a cancelled token as any kind of failure.
            cancellationToken.ThrowIfCancellationRequested();
            throw deadline.IsCancellationRequested
                ? new LinkException(Words.MqttUnacknowledged.With(Name), failure)
                : new LinkException(whyClosed(), failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        using var deadline = new CancellationTokenSource(FarewellWithin, _time);
        try
        {
            if (_client.IsConnected)
            {
                await _client.DisconnectAsync(new MqttClientDisconnectOptions(), deadline.Token).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (IsOfTheClient(failure))
        {
            // The farewell is a courtesy; the socket is closed below in any case.
        }

        _client.Dispose();
    }

    private async Task PublishAsync(string topic, byte[] payload, MqttQualityOfServiceLevel quality, CancellationToken cancellationToken)
    {
        var message = new MqttApplicationMessage { Topic = topic, PayloadSegment = payload, QualityOfServiceLevel = quality, Retain = false };
        var published = await _client.PublishAsync(message, cancellationToken).ConfigureAwait(false);

        // "No matching subscribers" counts as success here: that nobody listens shows as silence, like a card without power.
        if (!published.IsSuccess)
        {
            throw new LinkException(Words.MqttMute.With(Name, topic, published.ReasonCode));
        }
    }
}
