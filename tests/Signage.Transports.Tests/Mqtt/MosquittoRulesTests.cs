using Microsoft.Extensions.Time.Testing;
using Signage.Protocols.Dialogues;
using Signage.Testing.Servers;
using Signage.Transports.Links;
using Signage.Transports.Mqtt;
using Signage.Transports.Pumping;
using Signage.Transports.Tests.Pumping;

namespace Signage.Transports.Tests.Mqtt;

/// <summary>What only a broker with rules of its own can show.</summary>
public sealed class MosquittoRulesTests
{
    private readonly MqttTransport _transport = new(TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mqtt_WhenNameAndPasswordAreRight_CarriesTheDialogue()
    {
        await using var broker = await MosquittoServer.StartWithLoginAsync("lamp", "right", Token);
        var endpoint = At(broker, "lamp:right@");
        await using var card = await MqttCard.DialAsync(endpoint, Token);
        await using var line = new PanelLine(endpoint, _transport, new DialoguePump(TimeProvider.System));
        var asking = line.AskAsync(new ScriptedDialogue(), Token);
        await card.HearAsync(Token);
        await card.AnswerAsync([6], Token);
        Assert.Equal(PanelOutcome.Accepted, (await asking).Outcome);
    }

    [Theory]
    [InlineData("lamp:wrong@")]
    [InlineData("other:right@")]
    [InlineData("lamp@")]
    [InlineData("")]
    public async Task Mqtt_WhenTheLoginIsWrong_AsksForIt(string login)
    {
        await using var broker = await MosquittoServer.StartWithLoginAsync("lamp", "right", Token);
        var refusal = await RefusalAsync(At(broker, login));
        Assert.Equal($"{At(broker, "")}: 消息服务器拒绝登录，请核对用户名和密码 (the broker refused: NotAuthorized; check name and password)", refusal.Message);
    }

    [Fact]
    public async Task Mqtt_WhenTheLoginIsWrong_AnswersTheQuestionWithTheReason()
    {
        await using var broker = await MosquittoServer.StartWithLoginAsync("lamp", "right", Token);
        await using var line = new PanelLine(At(broker, "lamp:wrong@"), _transport, new DialoguePump(TimeProvider.System));
        var done = await line.AskAsync(new ScriptedDialogue(), Token);
        Assert.Equal(
            (PanelOutcome.NoAnswer, $"{At(broker, "")}: 消息服务器拒绝登录，请核对用户名和密码 (the broker refused: NotAuthorized; check name and password)"), (done.Outcome, done.Detail));
    }

    [Fact]
    public async Task Mqtt_WhenItMayNotWrite_NamesTheTopic()
    {
        await using var broker = await MosquittoServer.StartWithAccessListAsync("topic read lamp/1/up", Token);
        await using var link = await _transport.OpenWireAsync(At(broker, ""), Token);
        var refusal = await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(new byte[1], Token));
        Assert.Equal($"{At(broker, "")}: 消息服务器不许向 lamp/1/down 发布，请检查它的权限表 (the broker does not let us write to lamp/1/down: NotAuthorized; check its access list)", refusal.Message);
    }

    [Fact]
    public async Task Mqtt_WhenItAsks_ListensBeforeTheFirstByteLeaves()
    {
        await using var broker = await MosquittoServer.StartAsync(Token);
        await using var link = await _transport.OpenWireAsync(At(broker, ""), Token);
        await link.SendAsync(new byte[1], Token);
        await link.DisposeAsync();

        // Mosquitto writes down every packet in the order in which it came.
        var packets = (await broker.LogUntilAsync("Received DISCONNECT", Token))
            .Where(line => line.StartsWith("Received ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[1]);
        Assert.Equal(["SUBSCRIBE", "PUBLISH", "DISCONNECT"], packets);
    }

    [Fact]
    public async Task Mqtt_WhenTheBrokerHangs_SaysThatItTookNothing()
    {
        var lineTime = new FakeTimeProvider();
        await using var broker = await MosquittoServer.StartAsync(Token);
        await using var link = await new MqttTransport(lineTime).OpenWireAsync(At(broker, ""), Token);
        broker.Freeze();
        var sending = link.SendAsync(new byte[1], Token).AsTask();
        await sending.AdvanceUntilDoneAsync(lineTime);
        var failure = await Assert.ThrowsAsync<LinkException>(() => sending);
        Assert.Equal($"{At(broker, "")}: 消息服务器没有按时确认收到，请检查网络和服务器 (the broker did not take the bytes in time; check the network and the broker)", failure.Message);
    }

    [Fact]
    public async Task Mqtt_WhenTheBrokerHangs_ClosesAllTheSame()
    {
        var lineTime = new FakeTimeProvider();
        await using var broker = await MosquittoServer.StartAsync(Token);
        var link = await new MqttTransport(lineTime).OpenWireAsync(At(broker, ""), Token);
        broker.Freeze();
        var closing = link.DisposeAsync().AsTask();
        await closing.AdvanceUntilDoneAsync(lineTime);
        Assert.True(closing.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Mqtt_WhenTheCallerGivesUpOnABrokerThatHangs_ThrowsForItsToken()
    {
        using var caller = new CancellationTokenSource();
        await using var broker = await MosquittoServer.StartAsync(Token);
        await using var link = await _transport.OpenWireAsync(At(broker, ""), Token);
        broker.Freeze();
        var sending = link.SendAsync(new byte[1], caller.Token).AsTask();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Mqtt_WhenAMessageIsLongerThanALinkTakes_TheBrokerKeepsIt()
    {
        await using var broker = await MosquittoServer.StartAsync(Token);
        await using var card = await MqttCard.DialAsync(At(broker, ""), Token);
        await using var link = await _transport.OpenWireAsync(At(broker, ""), Token);
        await card.AnswerAsync(new byte[200_000], Token);
        await card.AnswerAsync([6], Token);
        var read = await link.Input.ReadAsync(Token);
        Assert.Equal([6], System.Buffers.BuffersExtensions.ToArray(read.Buffer));
        link.Input.AdvanceTo(read.Buffer.End);
    }

    [Fact]
    public async Task Topics_WhenACardFloodsThem_EndTheLinkAndSayWhy()
    {
        await using var broker = await MosquittoServer.StartAsync(Token);
        await using var card = await MqttCard.DialAsync(At(broker, ""), Token);
        await using var link = await new MqttTopicsTransport(TimeProvider.System).OpenAsync(At(broker, ""), Token);
        for (var i = 0; i < 20; i++)
        {
            await card.AnswerAsync(new byte[100_000], Token);
        }

        await Patience.UntilAsync(() => link.Refusal is not null, () => link.WhyClosed, Token);
        Assert.Equal($"{At(broker, "")}: lamp/1/# 上来的数据比问的多，是否有别的设备也用这个主题？ (more came on lamp/1/# than anybody asked for; does another device use this topic?)", link.Refusal);
        Assert.Equal(link.Refusal, link.WhyClosed);
    }

    private static Uri At(MosquittoServer broker, string login) => new($"mqtt://{login}127.0.0.1:{broker.Endpoint.Port}/lamp/1");

    private Task<LinkException> RefusalAsync(Uri endpoint) =>
        Assert.ThrowsAsync<LinkException>(async () => await _transport.OpenWireAsync(endpoint, Token));
}
