using System.Buffers;
using Microsoft.Extensions.Time.Testing;
using Signage.Protocols.Dialogues;
using Signage.Testing.Terminals;
using Signage.Transports.Pumping;
using Signage.Transports.Serial;
using Signage.Transports.Tests.Pumping;

namespace Signage.Transports.Tests.Serial;

/// <summary>A line over a real terminal device. Bytes take their own time; only the patience of the dialogue is on a clock that the test moves.</summary>
public sealed class SerialDialogueTests : IAsyncDisposable
{
    private readonly PtyPair _pty = new();
    private readonly FakeTimeProvider _patience = new();
    private readonly SerialTransport _transport = new(TimeProvider.System);
    private readonly PanelLine _line;

    public SerialDialogueTests() => _line = new PanelLine(new Uri($"serial:{_pty.Device}"), _transport, new DialoguePump(_patience));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        _pty.Dispose();
    }

    [Fact]
    public async Task Serial_WhenTheCardAnswers_CarriesTheDialogue()
    {
        var asking = _line.AskAsync(new ScriptedDialogue(), Token);
        await _pty.ReadAsync(1);
        _pty.Answer(6);
        Assert.Equal(PanelOutcome.Accepted, (await asking).Outcome);
    }

    [Fact]
    public async Task Serial_WhenBytesMeanSomethingToTerminals_SendsThemUnchanged()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        await using var link = await _transport.OpenWireAsync(_line.Endpoint, Token);
        await link.SendAsync(all, Token);
        Assert.Equal(all, await _pty.ReadAsync(all.Length));
    }

    [Fact]
    public async Task Serial_WhenBytesMeanSomethingToTerminals_HearsThemUnchanged()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        await using var link = await _transport.OpenWireAsync(_line.Endpoint, Token);
        _pty.Answer(all);
        Assert.Equal(all, (await link.Input.ReadAtLeastAsync(all.Length, Token)).Buffer.ToArray());
    }

    [Fact]
    public async Task Serial_WhenThePacketIsLong_SendsItWhole()
    {
        byte[] packet = [.. Enumerable.Range(0, 100_000).Select(at => (byte)(at % 251))];
        var asking = _line.AskAsync(new ScriptedDialogue { First = ScriptedDialogue.Say(packet) }, Token);
        var heard = await _pty.ReadAsync(packet.Length);
        _pty.Answer(6);
        await asking;
        Assert.Equal(packet, heard);
    }

    [Fact]
    public async Task Serial_WhenTheCardIsSilent_AnswersAfterItsPatience()
    {
        var asking = _line.AskAsync(new ScriptedDialogue(), Token);
        await _pty.ReadAsync(1);
        await asking.AdvanceUntilDoneAsync(_patience);
        Assert.Equal("silence", (await asking).Detail);
    }

    [Fact]
    public async Task Serial_WhenTheCardWasSilentOnce_HearsItsNextAnswer()
    {
        var silent = _line.AskAsync(new ScriptedDialogue(), Token);
        await _pty.ReadAsync(1);
        await silent.AdvanceUntilDoneAsync(_patience);
        var asking = _line.AskAsync(new ScriptedDialogue(), Token);
        await _pty.ReadAsync(1);
        _pty.Answer(6);
        Assert.Equal(PanelOutcome.Accepted, (await asking).Outcome);
    }

    [Fact]
    public async Task Serial_WhenNothingComesForAnHour_GoesOnListening()
    {
        var lineTime = new FakeTimeProvider();
        await using var link = await new SerialTransport(lineTime).OpenWireAsync(_line.Endpoint, Token);
        for (var second = 0; second < 3600; second++)
        {
            lineTime.Advance(TimeSpan.FromSeconds(1));
        }

        _pty.Answer(6);
        Assert.Equal(6, (await link.Input.ReadAsync(Token)).Buffer.FirstSpan[0]);
    }
}
