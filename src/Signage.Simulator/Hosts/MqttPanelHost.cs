using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Protocol;
using Signage.Core.Text;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>A card behind a transparent MQTT gateway: bytes for it on <c>…/down</c>, its own on <c>…/up</c>, QoS 1, not retained, at most 16 KiB each.</summary>
internal sealed class MqttPanelHost : IPanelHost
{
    private const int LargestPayload = 16 * 1024;
    private readonly IMqttClient _client;
    private readonly MqttClientOptions _options;
    private readonly string _topic;
    private readonly TimeProvider _time;
    private readonly Random _jitter = new(Environment.ProcessId);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<byte[]> _heard = Channel.CreateBounded<byte[]>(1024);
    private readonly SemaphoreSlim _lost = new(0);
    private Task _running = Task.CompletedTask;

    private MqttPanelHost(Uri listen, ISimulatedCard card, TimeProvider time)
    {
        var builder = new MqttClientOptionsBuilder().WithTcpServer(listen.Host, listen.Port > 0 ? listen.Port : 1883).WithCleanStart();
        if (listen.UserInfo.Split(':', 2) is [{ Length: > 0 } name, var password])
        {
            builder = builder.WithCredentials(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password))
                .WithClientId($"{Uri.UnescapeDataString(name)}/{Guid.NewGuid():N}");
        }

        (Card, Endpoint, _time) = (card, listen, time);
        _options = builder.Build();
        _topic = listen.AbsolutePath.Trim('/');
        _client = new MqttClientFactory().CreateMqttClient();
        _client.ApplicationMessageReceivedAsync += async message =>
            await _heard.Writer.WriteAsync(message.ApplicationMessage.Payload.IsEmpty ? [] : [.. System.Buffers.BuffersExtensions.ToArray(message.ApplicationMessage.Payload)], _stop.Token)
                .ConfigureAwait(false);
        _client.DisconnectedAsync += _ =>
        {
            _lost.Release();
            return Task.CompletedTask;
        };
    }

    /// <inheritdoc />
    public Uri Endpoint { get; }

    /// <inheritdoc />
    public ISimulatedCard Card { get; }

    /// <summary>Dials the broker.</summary>
    /// <exception cref="IOException">There is no broker, or it refuses.</exception>
    public static async Task<MqttPanelHost> StartAsync(Uri listen, ISimulatedCard card, TimeProvider time, CancellationToken cancellationToken)
    {
        var host = new MqttPanelHost(listen, card, time);
        try
        {
            await host.DialAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            host._client.Dispose();

            // The client tells a cancelled dialling as a failure of its own.
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException(Words.BrokerUnreachable.With(listen.Host, listen.Port, refused.Message), refused);
        }

        host._running = Task.WhenAll(host.TalkAsync(host._stop.Token), host.StayAsync(host._stop.Token));
        return host;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _client.Dispose();
        _lost.Dispose();
        _stop.Dispose();
    }

    private async Task DialAsync(CancellationToken cancellationToken)
    {
        await _client.ConnectAsync(_options, cancellationToken).ConfigureAwait(false);
        var filter = new MqttTopicFilterBuilder().WithTopic($"{_topic}/down").WithAtLeastOnceQoS().Build();
        await _client.SubscribeAsync(new MqttClientSubscribeOptionsBuilder().WithTopicFilter(filter).Build(), cancellationToken).ConfigureAwait(false);
    }

    private async Task TalkAsync(CancellationToken cancellationToken)
    {
        var feed = new CardFeed(Card);
        try
        {
            while (true)
            {
                var answer = feed.Take(await _heard.Reader.ReadAsync(cancellationToken).ConfigureAwait(false));
                for (var at = 0; at < answer.Length && _client.IsConnected; at += LargestPayload)
                {
                    var part = answer[at..Math.Min(answer.Length, at + LargestPayload)];
                    var message = new MqttApplicationMessageBuilder().WithTopic($"{_topic}/up").WithPayload(part)
                        .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build();
                    if (!await TryPublishAsync(message, cancellationToken).ConfigureAwait(false))
                    {
                        break;
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host is being disposed.
            return;
        }
    }

    /// <summary>Dials again after a loss, 1 to 30 seconds apart with full jitter, for as long as the panel hangs on the line.</summary>
    private async Task StayAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await _lost.WaitAsync(cancellationToken).ConfigureAwait(false);
                for (var wait = 1.0; !_client.IsConnected; wait = Math.Min(30, wait * 2))
                {
                    await Task.Delay(TimeSpan.FromSeconds(wait * _jitter.NextDouble()), _time, cancellationToken).ConfigureAwait(false);
                    await RedialAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host is being disposed.
            return;
        }
    }

    /// <summary>An answer that the broker did not take is lost, as on any line; the controller asks again.</summary>
    private async Task<bool> TryPublishAsync(MqttApplicationMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await _client.PublishAsync(message, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception lost) when (lost is not OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> RedialAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DialAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception stillAway) when (stillAway is not OperationCanceledException)
        {
            return false;
        }
    }
}
