using System.Buffers;
using System.Threading.Channels;
using MQTTnet;
using Signage.Core.Text;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>A card that dials a broker and stays there; what is said on which topic its <see cref="IMqttTalk"/> knows.</summary>
internal sealed class MqttPanelHost : IPanelHost
{
    // A card's firmware looks at its clock all the time; nothing that is said unasked is so urgent that this would be late.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly IMqttClient _client;
    private readonly MqttClientOptions _options;
    private readonly IMqttTalk _talk;
    private readonly TimeProvider _time;
    private readonly Random _jitter = new(Environment.ProcessId);
    private readonly CancellationTokenSource _stop = new();
    private readonly PeriodicTimer _looks;

    // Null is the time to look at the clock: what is said unasked goes out between answers, never in the middle of one.
    private readonly Channel<MqttWord?> _heard = Channel.CreateBounded<MqttWord?>(1024);
    private readonly SemaphoreSlim _lost = new(0);
    private Task _running = Task.CompletedTask;

    private MqttPanelHost(Uri listen, ISimulatedCard card, TimeProvider time)
    {
        var builder = new MqttClientOptionsBuilder().WithTcpServer(listen.Host, listen.Port > 0 ? listen.Port : 1883)
            .WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500).WithCleanStart();
        if (listen.UserInfo.Split(':', 2) is [{ Length: > 0 } name, var password])
        {
            builder = builder.WithCredentials(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password))
                .WithClientId($"{Uri.UnescapeDataString(name)}/{Guid.NewGuid():N}");
        }

        (Card, Endpoint, _time, _looks) = (card, listen, time, new PeriodicTimer(LookEvery, time));
        _options = builder.Build();
        var topic = listen.AbsolutePath.Trim('/');
        _talk = card switch
        {
            IByteCard wired => new GatewayTalk(wired, topic),
            IMessageCard native => new TopicsTalk(native, topic),
            _ => throw new IOException(Words.NotOnThisLink.With(EndpointText.Of(listen))),
        };
        _client = new MqttClientFactory().CreateMqttClient();
        _client.ApplicationMessageReceivedAsync += async message =>
            await _heard.Writer.WriteAsync(new MqttWord(message.ApplicationMessage.Topic, message.ApplicationMessage.Payload.ToArray()), _stop.Token)
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

    /// <inheritdoc />
    public Exception? Fault { get; private set; }

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
            host._looks.Dispose();

            // The client tells a cancelled dialling as a failure of its own.
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException(Words.BrokerUnreachable.With(listen.Host, listen.Port, refused.Message), refused);
        }

        host._running = Task.WhenAll(host.TalkAsync(host._stop.Token), host.StayAsync(host._stop.Token), host.LookAsync(host._stop.Token));
        return host;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _client.Dispose();
        _looks.Dispose();
        _lost.Dispose();
        _stop.Dispose();
    }

    private async Task DialAsync(CancellationToken cancellationToken)
    {
        await _client.ConnectAsync(_options, cancellationToken).ConfigureAwait(false);
        var filter = new MqttTopicFilterBuilder().WithTopic(_talk.Filter).WithQualityOfServiceLevel(_talk.Quality).WithNoLocal().Build();
        await _client.SubscribeAsync(new MqttClientSubscribeOptionsBuilder().WithTopicFilter(filter).Build(), cancellationToken).ConfigureAwait(false);
    }

    private async Task TalkAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var heard = await _heard.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                foreach (var word in (heard is null ? _talk.Due() : _talk.Answer(heard)).TakeWhile(_ => _client.IsConnected))
                {
                    var message = new MqttApplicationMessageBuilder().WithTopic(word.Topic).WithPayload(word.Payload)
                        .WithQualityOfServiceLevel(_talk.Quality).Build();
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
        catch (Exception fault)
        {
            Fault = HostFault.Tell(Endpoint, fault);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _looks.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                // A queue that is full will be worked off before anything unasked is missed.
                _heard.Writer.TryWrite(null);
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
