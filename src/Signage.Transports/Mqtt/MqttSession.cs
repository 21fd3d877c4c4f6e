using System.Buffers;
using System.Net.Sockets;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Packets;
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
    public Task ConnectAsync(MqttClientOptions options, string filter, MqttQualityOfServiceLevel quality, CancellationToken cancellationToken) => ListenAsync(
        _client,
        Name,
        options,
        new MqttTopicFilterBuilder()
            .WithTopic(filter)
            .WithQualityOfServiceLevel(quality)
            .WithRetainHandling(MqttRetainHandling.DoNotSendOnSubscribe)
            .WithNoLocal()
            .Build(),
        cancellationToken);

    /// <summary>Connects a client and subscribes to a filter.</summary>
    /// <param name="client">The client.</param>
    /// <param name="name">The endpoint, for people.</param>
    /// <param name="options">How it connects.</param>
    /// <param name="filter">What it wants to hear.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LinkException">The broker refused.</exception>
    public static async Task ListenAsync(IMqttClient client, string name, MqttClientOptions options, MqttTopicFilter filter, CancellationToken cancellationToken)
    {
        var connected = await client.ConnectAsync(options, cancellationToken).ConfigureAwait(false);
        if (connected.ResultCode != MqttClientConnectResultCode.Success)
        {
            throw new LinkException(Words.MqttRefused.With(name, connected.ResultCode));
        }

        var subscribed = await client.SubscribeAsync(new MqttClientSubscribeOptions { TopicFilters = [filter] }, cancellationToken).ConfigureAwait(false);
        if (subscribed.Items.FirstOrDefault()?.ResultCode is not { } code || (int)code >= 0x80)
        {
            throw new LinkException(Words.MqttDeaf.With(name, filter.Topic));
        }
    }

    /// <summary>Says goodbye, as long as that takes no time, and disposes the client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="goodbye">What it says.</param>
    /// <param name="time">Counts the deadline.</param>
    public static async Task LeaveAsync(IMqttClient client, MqttClientDisconnectOptions goodbye, TimeProvider time)
    {
        using var deadline = new CancellationTokenSource(FarewellWithin, time);
        try
        {
            if (client.IsConnected)
            {
                await client.DisconnectAsync(goodbye, deadline.Token).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (IsOfTheClient(failure))
        {
            // The farewell is a courtesy; the socket is closed below in any case.
        }

        client.Dispose();
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

        await LeaveAsync(_client, new MqttClientDisconnectOptions(), _time).ConfigureAwait(false);
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
