using System.IO.Pipelines;
using MQTTnet;
using MQTTnet.Protocol;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Mqtt;

/// <summary>One MQTT session that carries the bytes of one card through a gateway. A lost broker ends it: the line opens a fresh one.</summary>
internal sealed class MqttLink : IByteLink, IMqttLink
{
    /// <summary>Small messages keep the time of flight steady on busy brokers.</summary>
    public const int MaxPayload = 16 * 1024;

    private readonly MqttEndpoint _place;
    private readonly MqttSession _session;
    private readonly PayloadQueue _payloads = new();
    private readonly InputFeed _feed;
    private int _disposed;

    public MqttLink(IMqttClient client, MqttEndpoint place, string name, TimeProvider time)
    {
        _place = place;
        _feed = new InputFeed(_payloads.ReadAsync);
        _session = new MqttSession(client, name, time, (_, payload) => _payloads.Add(payload), _payloads.Complete);
    }

    public PipeReader Input => _feed.Input;

    public string WhyClosed => Refusal ?? Words.MqttGone.With(_session.Name);

    public string? Refusal => _payloads.Overflowed ? Words.MqttTooMuch.With(_session.Name, _place.Up) : null;

    public Task ConnectAsync(MqttClientOptions options, CancellationToken cancellationToken) =>
        _session.ConnectAsync(options, _place.Up, MqttQualityOfServiceLevel.AtLeastOnce, cancellationToken);

    public ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken) =>
        _session.PublishAsync(_place.Down, Split(packet), MqttQualityOfServiceLevel.AtLeastOnce, () => WhyClosed, cancellationToken);

    public TimeSpan LineTime(int bytes) => TimeSpan.Zero;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _payloads.Complete();
        await _session.DisposeAsync().ConfigureAwait(false);
        await _feed.StopAsync().ConfigureAwait(false);
        await _feed.Ended.ConfigureAwait(false);
        _feed.Dispose();
    }

    private static IEnumerable<byte[]> Split(ReadOnlyMemory<byte> packet)
    {
        for (var at = 0; at < packet.Length; at += MaxPayload)
        {
            yield return packet.Slice(at, Math.Min(MaxPayload, packet.Length - at)).ToArray();
        }
    }
}
