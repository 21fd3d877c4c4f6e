using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Wire.Http;

/// <summary>What is seen on a wire of HTTP.</summary>
public abstract record HttpPacket
{
    private HttpPacket()
    {
    }

    /// <summary>A request.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Host">What stands in the Host line; empty when there is none.</param>
    public sealed record Asked(WireMessage.Request Request, string Host) : HttpPacket
    {
        /// <inheritdoc/>
        public override string ToString() => Request.ToString();
    }

    /// <summary>A reply.</summary>
    /// <param name="Reply">The reply.</param>
    public sealed record Answered(WireAnswer.Reply Reply) : HttpPacket
    {
        /// <inheritdoc/>
        public override string ToString() => Reply.ToString();
    }
}
