using CsCheck;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Noise;
using Signage.Transports.Decorators;
using Signage.Transports.Links;
using Signage.Transports.Loopback;

namespace Signage.Transports.Tests.Decorators;

/// <summary>The decorators of links with messages, as those of wires: the same seed spoils the same way, they stack, and they pass on why a link ended.</summary>
public sealed class MessageDecoratorTests
{
    private static readonly MessageFaultRates Bad = new(Drop: 0.2, Spoil: 0.2, Duplicate: 0.2, Reorder: 0.2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void FaultyLink_WhenTheSeedIsTheSame_SpoilsTheSameWay() => Gen.Int.Sample(seed => Passed(seed, 30, Bad).SequenceEqual(Passed(seed, 30, Bad)));

    [Fact]
    public void FaultyLink_WhenRatesAreZero_ChangesNothing() =>
        Gen.Int.Sample(seed => Passed(seed, 30, new MessageFaultRates()).SequenceEqual(Enumerable.Range(0, 30).Select(number => $"{number:X2}00")));

    [Fact]
    public void FaultyLink_WhenSeedsDiffer_SpoilsInOtherWays() =>
        Assert.True(Enumerable.Range(0, 20).Select(seed => string.Join(' ', Passed(seed, 30, Bad))).Distinct().Count() > 15);

    [Fact]
    public async Task FaultyLink_WhenEverythingIsLost_LosesBothWays()
    {
        var (near, far) = LoopbackMessageLink.CreatePair(LinkShape.Topics);
        await using var link = new FaultyMessageLink(near, 1, new MessageFaultRates(Drop: 1));
        await link.SendAsync(new WireMessage.Topic("a", new byte[1]), Token);
        far.Answer(new WireAnswer.Topic("b", new byte[1]));
        Assert.Equal((false, false), (far.Input.TryRead(out _), link.Input.TryRead(out _)));
    }

    [Fact]
    public async Task FaultyLink_WhenEveryMessageDoubles_DoublesBothWays()
    {
        var (near, far) = LoopbackMessageLink.CreatePair(LinkShape.Exchange);
        await using var link = new FaultyMessageLink(near, 1, new MessageFaultRates(Duplicate: 1));
        await link.SendAsync(WireMessage.Request.Get("/a"), Token);
        Assert.Equal(2, far.Input.Count);
        far.Answer(new WireAnswer.Reply(200, null, ReadOnlyMemory<byte>.Empty));
        Assert.True(link.Input.TryRead(out _) && link.Input.TryRead(out _) && !link.Input.TryRead(out _));
    }

    [Fact]
    public async Task FaultyLink_WhenEverySecondComesLate_SwapsThePacketsOfAPicture()
    {
        var (near, far) = LoopbackMessageLink.CreatePair(LinkShape.Datagram);
        await using var link = new FaultyMessageLink(near, 1, new MessageFaultRates(Reorder: 1));
        await link.SendAsync(new WireMessage.Datagrams([new byte[] { 1 }, new byte[] { 2 }, new byte[] { 3 }, new byte[] { 4 }]), Token);
        Assert.True(far.Input.TryRead(out var came));
        Assert.Equal("02 01 04 03", string.Join(' ', ((WireMessage.Datagrams)came).Packets.Select(packet => Convert.ToHexString(packet.Span))));
    }

    [Fact]
    public async Task FaultyLink_WhenEveryMessageIsSpoiled_TurnsOneBitOver()
    {
        var (near, far) = LoopbackMessageLink.CreatePair(LinkShape.Topics);
        await using var link = new FaultyMessageLink(near, 1, new MessageFaultRates(Spoil: 1));
        await link.SendAsync(new WireMessage.Topic("a", new byte[8]), Token);
        Assert.True(far.Input.TryRead(out var came));
        var topic = (WireMessage.Topic)came;
        Assert.Equal(("a", 1), (topic.Name, topic.Payload.ToArray().Sum(value => int.PopCount(value))));
    }

    [Fact]
    public async Task TracingLink_WhenStacked_ShowsBothDirections()
    {
        var (near, far) = LoopbackMessageLink.CreatePair(LinkShape.Topics);
        var seen = new List<string>();
        await using var link = new FaultyMessageLink(new TracingMessageLink(near, piece => seen.Add(Told(piece)), TimeProvider.System), 1, new MessageFaultRates());
        await link.SendAsync(new WireMessage.Topic("a", new byte[3]), Token);
        far.Answer(new WireAnswer.Topic("b", new byte[4]));
        Assert.True(link.Input.TryRead(out _));
        Assert.Equal(["Sent a 3 bytes", "Received b 4 bytes"], seen);
    }

    [Fact]
    public async Task Decorators_WhenTheFarSideCloses_PassTheReasonOn()
    {
        var (near, far) = LoopbackMessageLink.CreatePair(LinkShape.Datagram);
        await using var link = new FaultyMessageLink(new TracingMessageLink(new RefusedLink(near), _ => { }, TimeProvider.System), 1, new MessageFaultRates());
        await far.DisposeAsync();
        Assert.False(await link.Input.WaitToReadAsync(Token));
        Assert.Equal(("the far end is closed", "refused", LinkShape.Datagram), (link.WhyClosed.Split('(', ')')[1], link.Refusal, link.Shape));
    }

    private static string Told(TracedPiece piece) => piece switch
    {
        TracedPiece.Message message => $"{piece.Direction} {message.Content}",
        TracedPiece.Answer answer => $"{piece.Direction} {answer.Content}",
        _ => "",
    };

    // What comes out of numbered messages; those that are late at the end are lost.
    private static List<string> Passed(int seed, int count, MessageFaultRates rates)
    {
        var (near, far) = LoopbackMessageLink.CreatePair(LinkShape.Topics);
        var link = new FaultyMessageLink(near, seed, rates);
        for (var number = 0; number < count; number++)
        {
            Assert.True(link.SendAsync(new WireMessage.Topic("a", new byte[] { (byte)number, 0 }), CancellationToken.None).AsTask().IsCompletedSuccessfully);
        }

        var passed = new List<string>();
        while (far.Input.TryRead(out var message))
        {
            passed.Add(Convert.ToHexString(((WireMessage.Topic)message).Payload.Span));
        }

        return passed;
    }

    private sealed class RefusedLink(IMessageLink inner) : IMessageLink
    {
        public LinkShape Shape => inner.Shape;

        public System.Threading.Channels.ChannelReader<WireAnswer> Input => inner.Input;

        public string WhyClosed => inner.WhyClosed;

        public string? Refusal => "refused";

        public ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken) => inner.SendAsync(message, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
