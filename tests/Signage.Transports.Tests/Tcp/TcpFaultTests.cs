using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;
using Signage.Transports.Pumping;
using Signage.Transports.Tcp;
using Signage.Transports.Tests.Pumping;

namespace Signage.Transports.Tests.Tcp;

/// <summary>Cards that misbehave on a real socket. Only the patience of the dialogue is on a clock that the test moves.</summary>
public sealed class TcpFaultTests : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly FakeTimeProvider _patience = new();
    private readonly Uri _endpoint;
    private readonly PanelLine _line;

    public TcpFaultTests()
    {
        _listener.Start();
        _endpoint = new Uri($"tcp://{_listener.LocalEndpoint}");
        _line = new PanelLine(_endpoint, new TcpTransport(TimeProvider.System), new DialoguePump(_patience));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string HungUp => $"{_endpoint.OriginalString}: 控制卡断开了连接，是否有其他程序在用它？ (the card closed the connection; is another program talking to it?)";

    private string Broken => $"{_endpoint.OriginalString}: 连接中断，请检查控制卡是否通电、是否在同一网络 (the connection broke; is the card powered and in this network?)";

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        _listener.Dispose();
    }

    [Fact]
    public async Task Tcp_WhenTheCardNeverAnswers_AnswersAfterItsPatience()
    {
        var asking = AskAsync();
        using var card = await AcceptQuestionAsync();
        await asking.AdvanceUntilDoneAsync(_patience);
        Assert.Equal("silence", (await asking).Detail);
    }

    [Fact]
    public async Task Tcp_WhenTheCardNeverAnswered_KeepsTheConnection()
    {
        var silent = AskAsync();
        using var card = await AcceptQuestionAsync();
        await silent.AdvanceUntilDoneAsync(_patience);
        var asking = AskAsync();
        await ReadQuestionAsync(card);
        await card.SendAsync(new byte[] { 6 }, Token);
        Assert.Equal(PanelOutcome.Accepted, (await asking).Outcome);
    }

    [Fact]
    public async Task Tcp_WhenTheCardStopsTalkingButListens_SaysThatItHungUp()
    {
        var asking = AskAsync();
        using var card = await AcceptQuestionAsync();
        card.Shutdown(SocketShutdown.Send);
        Assert.Equal(HungUp, (await asking).Detail);
    }

    [Fact]
    public async Task Tcp_WhenTheCardAnswersAndStopsTalking_CountsTheAnswer()
    {
        var asking = AskAsync();
        using var card = await AcceptQuestionAsync();
        await card.SendAsync(new byte[] { 6 }, Token);
        card.Shutdown(SocketShutdown.Send);
        Assert.Equal(PanelOutcome.Accepted, (await asking).Outcome);
    }

    [Fact]
    public async Task Tcp_WhenTheCardHangsUpInTheMiddleOfAnAnswer_SaysThatItHungUp()
    {
        var asking = AskAsync();
        using (var card = await AcceptQuestionAsync())
        {
            await card.SendAsync(new byte[] { 0 }, Token);
        }

        Assert.Equal((PanelOutcome.NoAnswer, HungUp), await OutcomeAsync(asking));
    }

    [Fact]
    public async Task Tcp_WhenTheCardResetsInTheMiddleOfAnAnswer_SaysThatTheConnectionBroke()
    {
        var asking = AskAsync();
        var card = await AcceptQuestionAsync();
        await card.SendAsync(new byte[] { 0 }, Token);
        Reset(card);
        Assert.Equal((PanelOutcome.NoAnswer, Broken), await OutcomeAsync(asking));
    }

    [Fact]
    public async Task Tcp_WhenTheCardResetTheConnection_WorksOnAFreshOne()
    {
        var broken = AskAsync();
        Reset(await AcceptQuestionAsync());
        await broken;
        var asking = AskAsync();
        using var card = await AcceptQuestionAsync();
        await card.SendAsync(new byte[] { 6 }, Token);
        Assert.Equal(PanelOutcome.Accepted, (await asking).Outcome);
    }

    [Fact]
    public async Task Tcp_WhenTheCardResetsAgainAndAgain_LeaksNoDescriptors()
    {
        var before = Descriptors.Count();
        for (var i = 0; i < 100; i++)
        {
            var broken = AskAsync();
            Reset(await AcceptQuestionAsync());
            await broken;
        }

        Assert.InRange(Descriptors.Count(), 0, before + 40);
    }

    [Fact]
    public async Task Tcp_WhenTheCardTakesNoMoreBytes_SaysSo()
    {
        var lineTime = new FakeTimeProvider();
        await using var link = await new TcpTransport(lineTime).OpenWireAsync(_endpoint, Token);
        using var card = await _listener.AcceptSocketAsync(Token);
        var sending = link.SendAsync(new byte[64 << 20], Token).AsTask();
        await sending.AdvanceUntilDoneAsync(lineTime);
        var failure = await Assert.ThrowsAsync<LinkException>(() => sending);
        Assert.Equal($"{_endpoint.OriginalString}: 对方不再接收数据，可能已死机，请重新上电 (the far side takes no more bytes; is it hung? switch it off and on)", failure.Message);
    }

    [Fact]
    public async Task Tcp_WhenTheCardIsGoneBeforeWeSend_SaysThatTheConnectionBroke()
    {
        await using var link = await new TcpTransport(TimeProvider.System).OpenWireAsync(_endpoint, Token);
        Reset(await _listener.AcceptSocketAsync(Token));
        await link.Input.ReadAsync(Token);
        var failure = await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(new byte[1], Token));
        Assert.Equal(Broken, failure.Message);
    }

    private static async Task<(PanelOutcome Outcome, string? Detail)> OutcomeAsync(Task<DialogueStep.Done> asking)
    {
        var done = await asking;
        return (done.Outcome, done.Detail);
    }

    private static async Task ReadQuestionAsync(Socket card) => Assert.Equal(1, await card.ReceiveAsync(new byte[1], Token));

    /// <summary>Closes without a farewell, as a card does whose program crashed.</summary>
    private static void Reset(Socket card)
    {
        card.LingerState = new LingerOption(enable: true, seconds: 0);
        card.Dispose();
    }

    private async Task<Socket> AcceptQuestionAsync()
    {
        var card = await _listener.AcceptSocketAsync(Token);
        await ReadQuestionAsync(card);
        return card;
    }

    private Task<DialogueStep.Done> AskAsync() => _line.AskAsync(new ScriptedDialogue(), Token);
}
