using System.IO.Pipelines;
using System.Net.Sockets;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Protocol;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Mqtt;

/// <summary>One MQTT session that carries the bytes of one card. A lost broker ends it: the line opens a fresh one.</summary>
internal sealed class MqttLink : IPanelLink
{
    /// <summary>Small messages keep the time of flight steady on busy brokers.</summary>
    public const int MaxPayload = 16 * 1024;

    private static readonly TimeSpan PublishWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FarewellWithin = TimeSpan.FromSeconds(2);

    private readonly IMqttClient _client;
    private readonly MqttEndpoint _place;
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly PayloadQueue _payloads = new();
    private readonly InputFeed _feed;
    private int _disposed;

    public MqttLink(IMqttClient client, MqttEndpoint place, string name, TimeProvider time)
    {
        _client = client;
        _place = place;
        _name = name;
        _time = time;
        _feed = new InputFeed(_payloads.ReadAsync);
        client.ApplicationMessageReceivedAsync += OnMessageAsync;
        client.DisconnectedAsync += OnDisconnectedAsync;
    }

    public PipeReader Input => _feed.Input;

    public string WhyClosed => _payloads.Overflowed
        ? Words.MqttTooMuch.With(_name, _place.Up)
        : Words.MqttGone.With(_name);

    /// <summary>Everything that the client library throws when the broker, the network or a token ends its work.</summary>
    public static bool IsOfTheClient(Exception failure) => failure is MqttCommunicationException or MqttProtocolViolationException
        or OperationCanceledException or InvalidOperationException or SocketException or IOException and not LinkException;

    /// <summary>Connects, and listens before anything can be asked.</summary>
    /// <exception cref="LinkException">The broker refused.</exception>
    public async Task ConnectAsync(MqttClientOptions options, CancellationToken cancellationToken)
    {
        var connected = await _client.ConnectAsync(options, cancellationToken).ConfigureAwait(false);
        if (connected.ResultCode != MqttClientConnectResultCode.Success)
        {
            throw new LinkException(Words.MqttRefused.With(_name, connected.ResultCode));
        }

        // What a broker has kept on the topic answers an older question.
        var filter = new MqttTopicFilterBuilder()
            .WithTopic(_place.Up)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .WithRetainHandling(MqttRetainHandling.DoNotSendOnSubscribe)
            .Build();
        var subscription = new MqttClientSubscribeOptions { TopicFilters = [filter] };
        var subscribed = await _client.SubscribeAsync(subscription, cancellationToken).ConfigureAwait(false);
        if (subscribed.Items.FirstOrDefault()?.ResultCode is not { } code || (int)code >= 0x80)
        {
            throw new LinkException(Words.MqttDeaf.With(_name, _place.Up));
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(PublishWithin, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            for (var at = 0; at < packet.Length; at += MaxPayload)
            {
                // Copied: the client may still hold the bytes after it was cancelled.
                var payload = packet.Slice(at, Math.Min(MaxPayload, packet.Length - at)).ToArray();
                await PublishAsync(payload, either.Token).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (IsOfTheClient(failure))
        {
            // The client library reports a cancelled token as any kind of failure.
            cancellationToken.ThrowIfCancellationRequested();
            throw deadline.IsCancellationRequested
                ? new LinkException(Words.MqttUnacknowledged.With(_name), failure)
                : new LinkException(WhyClosed, failure);
        }
    }

    public TimeSpan LineTime(int bytes) => TimeSpan.Zero;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _payloads.Complete();
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
        await _feed.StopAsync().ConfigureAwait(false);
        await _feed.Ended.ConfigureAwait(false);
        _feed.Dispose();
    }

    private async Task PublishAsync(byte[] payload, CancellationToken cancellationToken)
    {
        var message = new MqttApplicationMessage
        {
            Topic = _place.Down,
            PayloadSegment = payload,
            QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
            Retain = false,
        };
        var published = await _client.PublishAsync(message, cancellationToken).ConfigureAwait(false);

        // "No matching subscribers" counts as success here: that nobody listens shows as silence, like a card without power.
        if (!published.IsSuccess)
        {
            throw new LinkException(Words.MqttMute.With(_name, _place.Down, published.ReasonCode));
        }
    }

    // Never waits: a handler that waits holds up the acknowledgements that a send is waiting for.
    private Task OnMessageAsync(MqttApplicationMessageReceivedEventArgs arrived)
    {
        _payloads.Add(arrived.ApplicationMessage.Payload);
        return Task.CompletedTask;
    }

    private Task OnDisconnectedAsync(MqttClientDisconnectedEventArgs left)
    {
        _payloads.Complete();
        return Task.CompletedTask;
    }
}
