using Signage.Protocols.Dialogues;
using Signage.Protocols.Wire.Mqtt;

namespace Signage.Protocols.Vendors.Awtrix.Wire;

/// <summary>What is seen on either wire of a clock.</summary>
internal abstract record AwtrixPacket
{
    private AwtrixPacket()
    {
    }

    /// <summary>Published over MQTT, by either side.</summary>
    /// <param name="Publish">The packet.</param>
    public sealed record Published(MqttPublish Publish) : AwtrixPacket
    {
        /// <inheritdoc/>
        public override string ToString() => $"publish {Publish.Topic} {Publish.Payload.Length} bytes";
    }

    /// <summary>Asked over HTTP.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Host">What stands in the Host line; empty when there is none.</param>
    public sealed record Requested(WireMessage.Request Request, string Host) : AwtrixPacket
    {
        /// <inheritdoc/>
        public override string ToString() => Request.ToString();
    }

    /// <summary>Answered over HTTP.</summary>
    /// <param name="Reply">The reply.</param>
    public sealed record Replied(WireAnswer.Reply Reply) : AwtrixPacket
    {
        /// <inheritdoc/>
        public override string ToString() => Reply.ToString();
    }
}
