using Signage.Protocols.Dialogues;

namespace Signage.Conformance.Meddling;

/// <summary>The packets of a picture arrive in another way than they were sent.</summary>
/// <param name="change">What becomes of them.</param>
internal sealed class Scramble(Func<IReadOnlyList<ReadOnlyMemory<byte>>, IReadOnlyList<ReadOnlyMemory<byte>>> change) : Mischief
{
    /// <inheritdoc />
    public override Sending<WireMessage> Send(WireMessage message) => new(
        message is WireMessage.Datagrams(var packets) ? [.. change(packets).Select(packet => new WireMessage.Datagrams([packet]))] : [message]);
}

/// <summary>Every reply of a web server becomes another one.</summary>
/// <param name="change">What becomes of it.</param>
internal sealed class OtherReply(Func<WireAnswer.Reply, WireAnswer.Reply> change) : Mischief
{
    /// <inheritdoc />
    public override IReadOnlyList<WireAnswer> Hear(WireAnswer answer) => [answer is WireAnswer.Reply reply ? change(reply) : answer];
}

/// <summary>Messages on topics get lost on their way to the card, all of them with the names that are meant.</summary>
/// <param name="isLost">Which ones, counted from 0.</param>
internal sealed class LostTopics(Func<int, bool> isLost) : Mischief
{
    private int _count = -1;

    /// <inheritdoc />
    public override Sending<WireMessage> Send(WireMessage message) => new(isLost(++_count) ? [] : [message]);
}

/// <summary>Every message on a topic comes twice, in both directions.</summary>
internal sealed class TwiceTopics : Mischief
{
    /// <inheritdoc />
    public override Sending<WireMessage> Send(WireMessage message) => new([message, message]);

    /// <inheritdoc />
    public override IReadOnlyList<WireAnswer> Hear(WireAnswer answer) => [answer, answer];
}

/// <summary>Before each answer somebody else's is heard, and one on the very topic that is no answer.</summary>
internal sealed class ForeignTopics : Mischief
{
    private static readonly byte[] Rubbish = "<html>\u0001{"u8.ToArray();

    /// <inheritdoc />
    public override IReadOnlyList<WireAnswer> Hear(WireAnswer answer) => answer is WireAnswer.Topic topic
        ? [new WireAnswer.Topic("homeassistant/light/status", Rubbish), topic with { Payload = Rubbish }, topic]
        : [answer];
}
