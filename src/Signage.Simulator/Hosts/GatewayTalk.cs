using MQTTnet.Protocol;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>A transparent gateway: bytes for the card on <c>…/down</c>, its own on <c>…/up</c>, QoS 1, not retained, at most 16 KiB each.</summary>
/// <param name="card">The card behind it.</param>
/// <param name="topic">The base topic.</param>
internal sealed class GatewayTalk(IByteCard card, string topic) : IMqttTalk
{
    private const int LargestPayload = 16 * 1024;
    private readonly CardFeed _feed = new(card);

    /// <inheritdoc />
    public string Filter => $"{topic}/down";

    /// <inheritdoc />
    public MqttQualityOfServiceLevel Quality => MqttQualityOfServiceLevel.AtLeastOnce;

    /// <inheritdoc />
    public IEnumerable<MqttWord> Answer(MqttWord heard) =>
        _feed.Take(heard.Payload).Chunk(LargestPayload).Select(part => new MqttWord($"{topic}/up", part));
}
