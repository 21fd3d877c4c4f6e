using System.Collections.Concurrent;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;
using Signage.Transports.Broker.Guard;

namespace Signage.Transports.Broker;

/// <summary>
/// Sees packets between the library's codec and its sessions: tells clients what this broker takes, cuts topic aliases (each could keep 64 KiB for
/// ever) and packets without a number that need one, and cuts clients that leave messages unacknowledged, which the library would keep for them without bound.
/// </summary>
internal sealed class PacketWarden(PacketGuard guard, BrokerLimits limits, RefusalTally tally)
{
    private const string Shared = "$share/";

    private readonly ConcurrentDictionary<string, Backlog> _backlogs = new(StringComparer.Ordinal);

    public Task OnInboundAsync(InterceptingPacketEventArgs passing)
    {
        switch (passing.Packet)
        {
            case MqttPublishPacket { TopicAlias: not 0 }:
                passing.ProcessPacket = false;
                guard.Find(passing.RemoteEndPoint)?.End(BrokerRefusal.TopicAlias);
                break;
            case MqttPublishPacket { QualityOfServiceLevel: not MqttQualityOfServiceLevel.AtMostOnce, PacketIdentifier: 0 }:
            case MqttSubscribePacket { PacketIdentifier: 0 } or MqttSubscribePacket { TopicFilters.Count: 0 }:
            case MqttUnsubscribePacket { PacketIdentifier: 0 } or MqttUnsubscribePacket { TopicFilters.Count: 0 }:
                // The library answers none of them, and what waits for an answer would wait for ever (MQTT 5, 2.2.1, 3.8.3 and 3.10.3).
                passing.ProcessPacket = false;
                guard.Find(passing.RemoteEndPoint)?.End(BrokerRefusal.WrongPacket);
                break;
            case MqttSubscribePacket wish:
                Level(wish);

                // The library refuses these by itself.
                tally.Add(BrokerRefusal.MayNotSubscribe, wish.TopicFilters.Count(filter => filter.Topic.StartsWith(Shared, StringComparison.Ordinal)));
                break;
        }

        return Task.CompletedTask;
    }

    public Task OnOutboundAsync(InterceptingPacketEventArgs passing)
    {
        switch (passing.Packet)
        {
            case MqttConnAckPacket answer:
                answer.MaximumPacketSize = (uint)limits.PacketBytes;
                answer.MaximumQoS = MqttQualityOfServiceLevel.AtLeastOnce;
                answer.ReceiveMaximum = (ushort)limits.Unanswered;
                answer.TopicAliasMaximum = 0;
                break;
            case MqttPublishPacket { QualityOfServiceLevel: MqttQualityOfServiceLevel.AtMostOnce } message:
                // Nobody will acknowledge it.
                _backlogs.GetValueOrDefault(passing.ClientId)?.Remove(message.Payload.Length);
                break;
        }

        return Task.CompletedTask;
    }

    public Task OnConnectedAsync(ClientConnectedEventArgs arrived)
    {
        _backlogs[arrived.ClientId] = new Backlog(guard.Find(arrived.RemoteEndPoint), limits);
        return Task.CompletedTask;
    }

    public Task OnEnqueueAsync(InterceptingClientApplicationMessageEnqueueEventArgs passing)
    {
        passing.AcceptEnqueue = _backlogs.TryGetValue(passing.ReceiverClientId, out var backlog) && backlog.TryAdd(passing.ApplicationMessage.Payload.Length);
        return Task.CompletedTask;
    }

    public Task OnAcknowledgedAsync(ClientAcknowledgedPublishPacketEventArgs done)
    {
        _backlogs.GetValueOrDefault(done.ClientId)?.Remove(done.PublishPacket.Payload.Length);
        return Task.CompletedTask;
    }

    public Task OnDeletedAsync(SessionDeletedEventArgs gone)
    {
        _backlogs.TryRemove(gone.Id, out _);
        return Task.CompletedTask;
    }

    /// <summary>The library answers the filters of a packet in the order of their quality, not of their places. One quality for all puts that right; less than asked is allowed.</summary>
    private static void Level(MqttSubscribePacket wish)
    {
        if (wish.TopicFilters.Count > 1)
        {
            var lowest = wish.TopicFilters.Min(filter => filter.QualityOfServiceLevel);
            wish.TopicFilters.ForEach(filter => filter.QualityOfServiceLevel = lowest);
        }
    }

    /// <summary>What one client has been sent and not acknowledged.</summary>
    private sealed class Backlog(GuardedConnection? connection, BrokerLimits limits)
    {
        private readonly Lock _lock = new();
        private long _messages;
        private long _bytes;

        public bool TryAdd(long bytes)
        {
            lock (_lock)
            {
                if (_messages < limits.BacklogMessages && _bytes + bytes <= limits.BacklogBytes)
                {
                    _messages++;
                    _bytes += bytes;
                    return true;
                }
            }

            // A stream with a hole is worth less than none, so the client goes, not the message.
            connection?.End(BrokerRefusal.DoesNotAcknowledge);
            return false;
        }

        public void Remove(long bytes)
        {
            lock (_lock)
            {
                _messages = Math.Max(0, _messages - 1);
                _bytes = Math.Max(0, _bytes - bytes);
            }
        }
    }
}
