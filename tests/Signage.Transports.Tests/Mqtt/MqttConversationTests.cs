using System.Buffers;
using Microsoft.Extensions.Time.Testing;
using MQTTnet.Protocol;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;
using Signage.Transports.Mqtt;
using Signage.Transports.Pumping;
using Signage.Transports.Tests.Pumping;

namespace Signage.Transports.Tests.Mqtt;

/// <summary>What must hold over any broker. Only the patience of the dialogue is on a clock that the test moves.</summary>
public abstract class MqttConversationTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _patience = new();
    private readonly MqttTransport _transport = new(TimeProvider.System);
    private Uri _endpoint = new("mqtt://nowhere/");
    private PanelLine? _line;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private PanelLine Line => _line ??= new PanelLine(_endpoint, _transport, new DialoguePump(_patience));

    public async ValueTask InitializeAsync() => _endpoint = new Uri(await StartBrokerAsync(), "/lamp/1");

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_line is not null)
        {
            await _line.DisposeAsync();
        }

        await StopBrokerAsync();
        await RemoveBrokerAsync();
    }

    [Fact]
    public async Task Mqtt_WhenTheCardAnswers_CarriesTheDialogue()
    {
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        Assert.Equal(PanelOutcome.Accepted, (await AskAndAnswerAsync(card)).Outcome);
    }

    [Fact]
    public async Task Mqtt_WhenAskedTwice_CarriesBothDialogues()
    {
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        await AskAndAnswerAsync(card);
        Assert.Equal(PanelOutcome.Accepted, (await AskAndAnswerAsync(card)).Outcome);
    }

    [Fact]
    public async Task Mqtt_WhenTheAnswerComesInPieces_PutsThemTogether()
    {
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        var dialogue = new ScriptedDialogue();
        var asking = Line.AskAsync(dialogue, Token);
        await card.HearAsync(Token);
        await card.AnswerAsync([1, 2], Token);
        await card.AnswerAsync([], Token);
        await card.AnswerAsync([3, 6], Token);
        await asking;
        Assert.Equal([1, 2, 3, 6], dialogue.Heard);
    }

    [Fact]
    public async Task Mqtt_WhenTheCardIsSilent_AnswersAfterItsPatience()
    {
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        var asking = AskAsync();
        await card.HearAsync(Token);
        await asking.AdvanceUntilDoneAsync(_patience);
        Assert.Equal("silence", (await asking).Detail);
    }

    [Fact]
    public async Task Mqtt_WhenNoCardListens_IsSilentToo()
    {
        await using var link = await _transport.OpenWireAsync(_endpoint, Token);
        await link.SendAsync(new byte[] { 1 }, Token);
        Assert.False(link.Input.TryRead(out _));
    }

    [Fact]
    public async Task Mqtt_WhenThePacketIsLong_SendsPiecesOf16KiB()
    {
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        await using var link = await _transport.OpenWireAsync(_endpoint, Token);
        await link.SendAsync(new byte[40_000], Token);
        Assert.Equal([16384, 16384, 7232], (await card.HearBytesAsync(40_000, Token)).Select(piece => piece.Length));
    }

    [Fact]
    public async Task Mqtt_WhenThePacketIsLong_SendsItsPiecesInOrder()
    {
        byte[] packet = [.. Enumerable.Range(0, 200_000).Select(at => (byte)(at % 251))];
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        await using var link = await _transport.OpenWireAsync(_endpoint, Token);
        await link.SendAsync(packet, Token);
        Assert.Equal(packet, (await card.HearBytesAsync(packet.Length, Token)).SelectMany(piece => piece));
    }

    [Fact]
    public async Task Mqtt_WhenItSends_AsksForAcknowledgementAndRetainsNothing()
    {
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        await using var link = await _transport.OpenWireAsync(_endpoint, Token);
        await link.SendAsync(new byte[] { 1 }, Token);
        var heard = await card.HearAsync(Token);
        Assert.Equal((MqttQualityOfServiceLevel.AtLeastOnce, false), (heard.QualityOfServiceLevel, heard.Retain));
    }

    [Fact]
    public async Task Mqtt_WhenAnOldAnswerIsRetained_DoesNotTakeItForOne()
    {
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        await card.AnswerAsync([6], Token, retain: true);
        await using var link = await _transport.OpenWireAsync(_endpoint, Token);
        await card.AnswerAsync([7], Token);
        Assert.Equal(7, (await link.Input.ReadAsync(Token)).Buffer.FirstSpan[0]);
    }

    [Fact]
    public async Task Mqtt_WhenTheGatewayRetainsWhatItAnswers_HearsItOnce()
    {
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        await using var link = await _transport.OpenWireAsync(_endpoint, Token);
        await card.AnswerAsync([6], Token, retain: true);
        Assert.Equal(6, (await link.Input.ReadAsync(Token)).Buffer.FirstSpan[0]);
    }

    [Fact]
    public async Task Mqtt_WhenAnOlderLinkWasClosed_DoesNotHearWhatCameForIt()
    {
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        await (await _transport.OpenWireAsync(_endpoint, Token)).DisposeAsync();
        await card.AnswerAsync([6], Token);
        await using var link = await _transport.OpenWireAsync(_endpoint, Token);
        await card.AnswerAsync([7], Token);
        Assert.Equal(7, (await link.Input.ReadAsync(Token)).Buffer.FirstSpan[0]);
    }

    [Fact]
    public async Task Mqtt_WhenTheBrokerStopsDuringAnExchange_SaysSo()
    {
        var done = await StopDuringAnExchangeAsync();
        Assert.Equal((PanelOutcome.NoAnswer, $"{Name}: 与消息服务器的连接已断，它在运行吗？ (the connection to the broker is gone; is it running?)"), (done.Outcome, done.Detail));
    }

    [Fact]
    public async Task Mqtt_WhenTheBrokerStaysAway_SaysThatItCannotConnect()
    {
        await StopDuringAnExchangeAsync();
        Assert.Equal($"{Name}: 连不上消息服务器，它在运行吗？ (cannot connect to the broker; is it running there?)", (await AskAsync()).Detail);
    }

    [Fact]
    public async Task Mqtt_WhenTheBrokerIsBack_WorksAgain()
    {
        await StopDuringAnExchangeAsync();
        await AskAsync();
        await StartBrokerAgainAsync();
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        Assert.Equal(PanelOutcome.Accepted, (await AskAndAnswerAsync(card)).Outcome);
    }

    [Fact]
    public async Task Mqtt_WhenTheBrokerWasRestartedBetweenExchanges_WorksAgain()
    {
        await using (var card = await MqttCard.DialAsync(CardOf(_endpoint), Token))
        {
            await AskAndAnswerAsync(card);
        }

        await StopBrokerAsync();
        await AskAsync();
        await StartBrokerAgainAsync();
        await using var again = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        Assert.Equal(PanelOutcome.Accepted, (await AskAndAnswerAsync(again)).Outcome);
    }

    [Fact]
    public async Task Mqtt_WhenTheBrokerIsGone_RefusesToSend()
    {
        await using var link = await _transport.OpenWireAsync(_endpoint, Token);
        await StopBrokerAsync();
        Assert.True((await link.Input.ReadAsync(Token)).IsCompleted);
        var failure = await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(new byte[1], Token));
        Assert.Equal($"{Name}: 与消息服务器的连接已断，它在运行吗？ (the connection to the broker is gone; is it running?)", failure.Message);
    }

    [Fact]
    public async Task Mqtt_WhenOpenedAndClosedOften_LeaksNoDescriptors()
    {
        await (await _transport.OpenWireAsync(_endpoint, Token)).DisposeAsync();
        var before = Descriptors.Count();
        for (var i = 0; i < 100; i++)
        {
            await (await _transport.OpenWireAsync(_endpoint, Token)).DisposeAsync();
        }

        Assert.InRange(Descriptors.Count(), 0, before + 40);
    }

    /// <summary>Starts a broker and says where, with name and password where it wants some.</summary>
    protected abstract Task<Uri> StartBrokerAsync();

    /// <summary>Where the card dials: the same topic, under a login of its own where the broker has one for it.</summary>
    protected virtual Uri CardOf(Uri line) => line;

    /// <summary>Takes the broker away, connections and all. Once more does no harm.</summary>
    protected abstract Task StopBrokerAsync();

    /// <summary>Brings it back on the same port.</summary>
    protected abstract Task StartBrokerAgainAsync();

    /// <summary>Leaves nothing behind.</summary>
    protected abstract Task RemoveBrokerAsync();

    private string Name => $"mqtt://127.0.0.1:{_endpoint.Port}/lamp/1";

    private Task<DialogueStep.Done> AskAsync() => Line.AskAsync(new ScriptedDialogue(), Token);

    private async Task<DialogueStep.Done> AskAndAnswerAsync(MqttCard card)
    {
        var asking = AskAsync();
        await card.HearAsync(Token);
        await card.AnswerAsync([6], Token);
        return await asking;
    }

    private async Task<DialogueStep.Done> StopDuringAnExchangeAsync()
    {
        await using var card = await MqttCard.DialAsync(CardOf(_endpoint), Token);
        var asking = AskAsync();
        await card.HearAsync(Token);
        await StopBrokerAsync();
        return await asking;
    }
}
