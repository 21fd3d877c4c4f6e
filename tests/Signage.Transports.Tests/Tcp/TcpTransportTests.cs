using System.Net;
using System.Net.Sockets;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;
using Signage.Transports.Pumping;
using Signage.Transports.Tcp;
using Signage.Transports.Tests.Pumping;

namespace Signage.Transports.Tests.Tcp;

public sealed class TcpTransportTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TcpTransport _transport = new(TimeProvider.System);
    private readonly Uri _endpoint;

    public TcpTransportTests()
    {
        _listener.Start();
        _endpoint = new Uri($"tcp://{_listener.LocalEndpoint}");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("tcp://192.168.1.20")]
    [InlineData("tcp://192.168.1.20:5005/path")]
    [InlineData("tcp:nothing")]
    [InlineData("tcp://192.168.1.20:5005?speed=1")]
    [InlineData("tcp://192.168.1.20:5005?address=")]
    public void Tcp_WhenTheEndpointIsWrong_SaysSo(string endpoint) => Assert.Single(_transport.Validate(new Uri(endpoint)));

    [Theory]
    [InlineData("tcp://192.168.1.20:5005")]
    [InlineData("tcp://192.168.1.20:5005/?address=0100")]
    [InlineData("tcp://192.168.1.20:5005?address=0100")]
    public void Tcp_WhenTheEndpointCanBeTried_HasNoComplaint(string endpoint) => Assert.Empty(_transport.Validate(new Uri(endpoint)));

    [Fact]
    public async Task Tcp_WhenTheEndpointNamesACard_OpensTheLine()
    {
        var card = Task.Run(async () => (await _listener.AcceptTcpClientAsync(Token)).Dispose(), Token);
        await (await _transport.OpenWireAsync(new Uri($"{_endpoint.OriginalString}?address=0100"), Token)).DisposeAsync();
        await card;
    }

    [Fact]
    public async Task Tcp_WhenTheCardAnswers_CarriesTheDialogue()
    {
        var card = Task.Run(async () =>
        {
            using var far = await _listener.AcceptTcpClientAsync(Token);
            await far.GetStream().ReadExactlyAsync(new byte[1], Token);
            await far.GetStream().WriteAsync(new byte[] { 6 }, Token);
        }, Token);
        await using var line = Line();
        Assert.Equal(PanelOutcome.Accepted, (await line.AskAsync(new ScriptedDialogue(), Token)).Outcome);
        await card;
    }

    [Fact]
    public async Task Tcp_WhenTheCardHangsUp_AnswersThatTheLinkIsClosed()
    {
        var card = Task.Run(async () => (await _listener.AcceptTcpClientAsync(Token)).Dispose(), Token);
        await using var line = Line();
        var done = await line.AskAsync(new ScriptedDialogue(), Token);
        Assert.True(done.LinkSpoiled);
        await card;
    }

    [Fact]
    public async Task Tcp_WhenOpenedAndClosedOften_LeaksNoDescriptors()
    {
        await OpenAndCloseAsync();
        var before = Descriptors.Count();
        for (var i = 0; i < 200; i++)
        {
            await OpenAndCloseAsync();
        }

        Assert.InRange(Descriptors.Count(), 0, before + 20);
    }

    [Fact]
    public async Task Tcp_WhenClosedTwice_DoesNotMind()
    {
        var link = await _transport.OpenWireAsync(_endpoint, Token);
        await link.DisposeAsync();
        await link.DisposeAsync();
        await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(new byte[1], Token));
    }

    private PanelLine Line() => new(_endpoint, _transport, new DialoguePump(TimeProvider.System));

    private async Task OpenAndCloseAsync()
    {
        await using var link = await _transport.OpenWireAsync(_endpoint, Token);
        using var far = await _listener.AcceptTcpClientAsync(Token);
    }
}
