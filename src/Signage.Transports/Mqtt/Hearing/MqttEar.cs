using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Protocol;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Mqtt.Hearing;

/// <summary>
/// One session with a broker that listens to one topic, for documents and not for a card. The broker keeps what comes while nobody listens (QoS 1, a session that
/// lasts a week under the same client id), and gives a retained document at once. A lost broker ends it; whoever listens opens the next one. Owns its client.
/// </summary>
public sealed class MqttEar : IAsyncDisposable
{
    /// <summary>The most bytes of a packet; a broker keeps longer ones to itself (MQTT 5, section 3.1.2.11.4).</summary>
    public const int LargestPacket = 4 << 20;

    // As many as may wait for an acknowledgement (MQTT 5, section 3.1.2.11.3), so that a broker is told to wait and nothing has to be dropped.
    private const int MostWaiting = 8;
    private const int DigitsOfTopic = 8;
    private const uint SessionSeconds = 7 * 24 * 60 * 60;
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(10);

    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly TimeProvider _time;
    private readonly Channel<MqttDelivery> _heard = Channel.CreateBounded<MqttDelivery>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private volatile bool _overflowed;

    private MqttEar(string name, string topic, TimeProvider time)
    {
        (Name, _time) = (name, time);
        _client.ApplicationMessageReceivedAsync += message =>
        {
            // A session that lasts may still hold another topic; what comes on that is not asked for, and is gone with its acknowledgement.
            if (message.ApplicationMessage.Topic != topic)
            {
                return Task.CompletedTask;
            }

            message.AutoAcknowledge = false;
            if (!_heard.Writer.TryWrite(new MqttDelivery(message.ApplicationMessage.Payload.ToArray(), message.AcknowledgeAsync)))
            {
                _overflowed |= _heard.Writer.TryComplete();
            }

            return Task.CompletedTask;
        };
        _client.DisconnectedAsync += _ =>
        {
            _heard.Writer.TryComplete();
            return Task.CompletedTask;
        };
    }

    /// <summary>Where it listens, without name and password.</summary>
    public string Name { get; }

    /// <summary>What came, in its order; it ends when the session does.</summary>
    public ChannelReader<MqttDelivery> Heard => _heard.Reader;

    /// <summary>Why the session is over.</summary>
    public string WhyClosed => _overflowed ? Words.MqttFlood.With(Name) : Words.MqttGone.With(Name);

    /// <summary>What is wrong with an address; null when nothing is.</summary>
    public static string? Complaint(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return MqttEndpoint.TryParse(address, out var complaint, hasAddresses: false) is null ? complaint : null;
    }

    /// <summary>Opens a session and listens.</summary>
    /// <param name="address"><c>mqtt://name:password@host:1883/the/topic</c>.</param>
    /// <param name="id">Tells this listener from all others on this topic, always the same for the same listener.</param>
    /// <param name="keepAlive">How long the broker may be silent before it is asked whether it is there.</param>
    /// <param name="time">Counts deadlines.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LinkException">It cannot be opened; the message says why.</exception>
    public static async Task<MqttEar> OpenAsync(Uri address, string id, TimeSpan keepAlive, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var place = MqttEndpoint.TryParse(address, out var complaint, hasAddresses: false) ?? throw new LinkException(complaint);
        var ear = new MqttEar(EndpointText.Of(address), place.Topic, time);
        using var deadline = new CancellationTokenSource(ConnectWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var open = false;
        try
        {
            await ear.ConnectAsync(Options(address, place, id, keepAlive), place.Topic, either.Token).ConfigureAwait(false);
            open = true;
            return ear;
        }
        catch (Exception failure) when (MqttSession.IsOfTheClient(failure))
        {
            // The client library reports a cancelled token as any kind of failure.
            cancellationToken.ThrowIfCancellationRequested();
            throw new LinkException(deadline.IsCancellationRequested ? Words.MqttSilent.With(ear.Name, ConnectWithin.TotalSeconds) : MqttRefusal.Explain(ear.Name, failure), failure);
        }
        finally
        {
            if (!open)
            {
                await ear.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _heard.Writer.TryComplete();

        // The session outlives the connection: what comes meanwhile is kept.
        await MqttSession.LeaveAsync(_client, new MqttClientDisconnectOptions { SessionExpiryInterval = SessionSeconds }, _time).ConfigureAwait(false);
    }

    private static MqttClientOptions Options(Uri address, MqttEndpoint place, string id, TimeSpan keepAlive)
    {
        // Two topics of one broker are two sessions, and one id has one session.
        var client = $"{id}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place.Topic)))[..DigitsOfTopic]}";
        return MqttSettings.Login(address, place, client)
            .WithCleanStart(false)
            .WithSessionExpiryInterval(SessionSeconds)
            .WithMaximumPacketSize(LargestPacket)
            .WithReceiveMaximum(MostWaiting)
            .WithKeepAlivePeriod(keepAlive)
            .Build();
    }

    // Subscribed anew in every session: a broker that was started anew remembers nobody.
    private Task ConnectAsync(MqttClientOptions options, string topic, CancellationToken cancellationToken) => MqttSession.ListenAsync(
        _client, Name, options, new MqttTopicFilterBuilder().WithTopic(topic).WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build(), cancellationToken);
}
