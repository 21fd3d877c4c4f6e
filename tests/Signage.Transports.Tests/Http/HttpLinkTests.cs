using System.Text;
using Microsoft.Extensions.Time.Testing;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Transports.Http;
using Signage.Transports.Links;

namespace Signage.Transports.Tests.Http;

/// <summary>Requests over real sockets to a server that misbehaves: each way of going wrong has a bound and a reason of its own.</summary>
public sealed class HttpLinkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reply_WhenItIsARedirect_IsTheReply()
    {
        await using var server = new RawServer(async (_, stream, token) => await stream.WriteAsync(RawServer.Reply(302, "Location: /other\r\n", 0), token));
        await using var link = await OpenAsync(server, TimeProvider.System);
        await link.SendAsync(WireMessage.Request.Get("/a"), Token);
        Assert.Equal(302, ((WireAnswer.Reply)await link.Input.ReadAsync(Token)).Status);
        Assert.Equal(["GET /a HTTP/1.1"], server.Asked);
    }

    [Fact]
    public async Task Reply_WhenItIsAsLongAsMayBe_ComesWhole()
    {
        await using var server = new RawServer(async (_, stream, token) => await stream.WriteAsync(RawServer.Reply(200, "", HttpLink.MaxBody), token));
        await using var link = await OpenAsync(server, TimeProvider.System);
        await link.SendAsync(WireMessage.Request.Get("/a"), Token);
        Assert.Equal(HttpLink.MaxBody, ((WireAnswer.Reply)await link.Input.ReadAsync(Token)).Body.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reply_WhenItIsOneByteLonger_EndsTheLinkWithTheReason(bool isAnnounced)
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(isAnnounced ? $"HTTP/1.1 200 OK\r\nContent-Length: {HttpLink.MaxBody + 1}\r\n\r\n" : "HTTP/1.1 200 OK\r\n\r\n"), token);
            await stream.WriteAsync(new byte[HttpLink.MaxBody + 1], token);
            stream.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        });
        await using var link = await OpenAsync(server, TimeProvider.System);
        await link.SendAsync(WireMessage.Request.Get("/a"), Token);
        await EndsAsync(link, Words.HttpTooMuch.With(EndpointText.Of(server.Endpoint)));
    }

    [Fact]
    public async Task Reply_WhenItComesDropByDrop_EndsAtTheDeadlineWithAReasonOfItsOwn()
    {
        var dripping = new TaskCompletionSource();
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx"u8.ToArray(), token);
            dripping.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });
        var time = new FakeTimeProvider();
        await using var link = await OpenAsync(server, time);
        await link.SendAsync(WireMessage.Request.Get("/a"), Token);
        await dripping.Task.WaitAsync(Token);
        time.Advance(TimeSpan.FromSeconds(299));
        Assert.False(link.Input.Completion.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await EndsAsync(link, Words.HttpSlow.With(EndpointText.Of(server.Endpoint), 300));
    }

    [Fact]
    public async Task Request_WhenANewerOneTakesItsPlace_IsDropped_AndTheReplyIsTheNewerOnes()
    {
        await using var server = new RawServer(async (first, stream, token) =>
        {
            if (first.Contains("/new", StringComparison.Ordinal))
            {
                await stream.WriteAsync(RawServer.Reply(204, "", 0), token);
            }
            else
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
        });
        await using var link = await OpenAsync(server, TimeProvider.System);
        await link.SendAsync(WireMessage.Request.Get("/old"), Token);
        await Patience.UntilAsync(() => server.Asked.Count == 1, () => server.Asked, Token);
        await link.SendAsync(WireMessage.Request.Get("/new"), Token);
        Assert.Equal(204, ((WireAnswer.Reply)await link.Input.ReadAsync(Token)).Status);
        Assert.False(link.Input.Completion.IsCompleted);
    }

    [Fact]
    public async Task Link_WhenItIsDisposedInTheMiddleOfARequest_EndsAtOnce()
    {
        await using var server = new RawServer((_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        var link = await OpenAsync(server, TimeProvider.System);
        await link.SendAsync(WireMessage.Request.Get("/a"), Token);
        await Patience.UntilAsync(() => server.Asked.Count == 1, () => server.Asked, Token);
        await link.DisposeAsync();
        Assert.True(link.Input.Completion.IsCompleted);
        await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(WireMessage.Request.Get("/b"), Token));
    }

    [Fact]
    public async Task Request_WhenItFailsInAWayThatNobodyForesaw_EndsTheLink_AndTheLinkCanBeClosed()
    {
        await using var server = new RawServer((_, _, _) => Task.CompletedTask);
        var link = await OpenAsync(server, TimeProvider.System);

        // The client refuses this scheme with an exception of none of the kinds that networks bring about.
        await link.SendAsync(WireMessage.Request.Get("ftp://127.0.0.1/a"), Token);
        await EndsAsync(link, Words.HttpBroke.With(EndpointText.Of(server.Endpoint)));
        await link.DisposeAsync();
    }

    [Fact]
    public async Task Reply_WhenItIsNoHttp_SaysSo()
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync("SSH-2.0-OpenSSH\r\n"u8.ToArray(), token);
            stream.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Both);
        });
        await using var link = await OpenAsync(server, TimeProvider.System);
        await link.SendAsync(WireMessage.Request.Get("/a"), Token);
        await EndsAsync(link, Words.HttpNonsense.With(EndpointText.Of(server.Endpoint)));
    }

    private static async Task EndsAsync(IMessageLink link, string why)
    {
        await link.Input.Completion.WaitAsync(TimeSpan.FromSeconds(60), Token);
        Assert.Equal(why, link.WhyClosed);
    }

    private static async Task<IMessageLink> OpenAsync(RawServer server, TimeProvider time) =>
        (IMessageLink)await new HttpTransport(time).OpenAsync(server.Endpoint, Token);
}
