using Signage.Protocols.Dialogues;
using Signage.Transports.Links;
using Signage.Transports.Loopback;

namespace Signage.Transports.Tests.Loopback;

public sealed class LoopbackMessageLinkTests
{
    private static readonly WireMessage Question = new WireMessage.Topic("custom/a", "{}"u8.ToArray());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_WhenBothEndsSpeak_CarriesEveryMessageInOrder()
    {
        var (near, far) = LoopbackMessageLink.CreatePair(LinkShape.Topics);
        await near.SendAsync(Question, Token);
        Assert.Same(Question, await far.Input.ReadAsync(Token));
        Assert.True(far.Answer(new WireAnswer.Topic("stats", new byte[1])) && far.Answer(new WireAnswer.Topic("screen", new byte[2])));
        Assert.Equal("stats 1 bytes", (await near.Input.ReadAsync(Token)).ToString());
        Assert.Equal("screen 2 bytes", (await near.Input.ReadAsync(Token)).ToString());
    }

    [Fact]
    public async Task Link_WhenTheCardIsGone_SaysSo()
    {
        var (near, far) = LoopbackMessageLink.CreatePair(LinkShape.Datagram);
        await far.DisposeAsync();
        Assert.True(near.Input.Completion.IsCompleted);
        var gone = await Assert.ThrowsAsync<LinkException>(async () => await near.SendAsync(Question, Token));
        Assert.Equal(near.WhyClosed, gone.Message);
    }

    [Fact]
    public async Task Link_WhenItWasDisposed_SaysSo()
    {
        var (near, far) = LoopbackMessageLink.CreatePair(LinkShape.Exchange);
        await near.DisposeAsync();
        await near.DisposeAsync();
        await Assert.ThrowsAsync<LinkException>(async () => await near.SendAsync(Question, Token));
        Assert.True(far.Input.Completion.IsCompleted);
        Assert.False(far.Answer(new WireAnswer.Reply(200, null, ReadOnlyMemory<byte>.Empty)));
    }

    [Fact]
    public async Task Exchange_WhenANewerRequestIsSent_ForgetsTheReplyToAnOlder()
    {
        var (near, far) = LoopbackMessageLink.CreatePair(LinkShape.Exchange);
        await near.SendAsync(WireMessage.Request.Get("/a"), Token);
        far.Answer(new WireAnswer.Reply(200, null, new byte[1]));
        await near.SendAsync(WireMessage.Request.Get("/b"), Token);
        Assert.False(near.Input.TryRead(out _));
    }

    [Fact]
    public void Pair_WhenItShallBeAStream_IsRefused() => Assert.Throws<ArgumentException>(() => LoopbackMessageLink.CreatePair(LinkShape.Stream));
}
