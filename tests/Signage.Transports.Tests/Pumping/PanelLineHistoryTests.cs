using Microsoft.Extensions.Time.Testing;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;
using Signage.Transports.Pumping;

namespace Signage.Transports.Tests.Pumping;

/// <summary>What a dialogue is told of the exchanges before it.</summary>
public sealed class PanelLineHistoryTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedTransport _transport = new();
    private readonly PanelLine _line;

    public PanelLineHistoryTests() => _line = new PanelLine(new Uri("scripted:a"), _transport, new DialoguePump(_time));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    [Fact]
    public async Task Line_WhenItIsNew_KnowsNothing() => Assert.Equal(LineHistory.Unknown, await ToldAsync());

    [Theory]
    [InlineData(PanelOutcome.Accepted)]
    [InlineData(PanelOutcome.Rejected)]
    [InlineData(PanelOutcome.Busy)]
    public async Task Line_WhenTheCardAnswered_IsInStep(PanelOutcome outcome)
    {
        await EndWithAsync(new DialogueStep.Done(outcome));
        Assert.Equal(LineHistory.InStep, await ToldAsync());
    }

    [Theory]
    [InlineData(PanelOutcome.NoAnswer)]
    [InlineData(PanelOutcome.Garbled)]
    [InlineData(PanelOutcome.Accepted)]
    public async Task Line_WhenAnExchangeWasSpoiled_KnowsNothing(PanelOutcome outcome)
    {
        await ToldAsync();
        await EndWithAsync(new DialogueStep.Done(outcome, LinkSpoiled: true));
        Assert.Equal(LineHistory.Unknown, await ToldAsync());
    }

    [Theory]
    [InlineData(PanelOutcome.Unsupported, Label = "nothing was asked")]
    [InlineData(PanelOutcome.SentUnverified, Label = "nothing ever answers")]
    public async Task Line_WhenNothingCouldAnswer_KnowsNoMoreThanBefore(PanelOutcome outcome)
    {
        await EndWithAsync(new DialogueStep.Done(outcome));
        Assert.Equal(LineHistory.Unknown, await ToldAsync());
        await EndWithAsync(new DialogueStep.Done(outcome));
        Assert.Equal(LineHistory.InStep, await ToldAsync());
    }

    [Fact]
    public async Task Line_WhenTheCallerGaveUp_KnowsNothing()
    {
        await ToldAsync();
        using var caller = new CancellationTokenSource();
        _transport.Opened[0].OnSend = _ => caller.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _line.AskAsync(new ScriptedDialogue(), caller.Token));
        Assert.Equal(LineHistory.Unknown, await ToldAsync());
    }

    [Fact]
    public async Task Line_WhenSendingFailed_KnowsNothing()
    {
        await ToldAsync();
        _transport.Opened[0].OnSend = _ => throw new LinkException("gone");
        await _line.AskAsync(new ScriptedDialogue(), Token);
        Assert.Equal(LineHistory.Unknown, await ToldAsync());
    }

    [Fact]
    public async Task Line_WhenTheFarSideHungUpInBetween_KnowsNothingOfTheFreshLink()
    {
        await ToldAsync();
        _transport.Opened[0].HangUp();
        Assert.Equal(LineHistory.Unknown, await ToldAsync());
    }

    private async Task<LineHistory?> ToldAsync()
    {
        var dialogue = new ScriptedDialogue();
        await _line.AskAsync(dialogue, Token);
        return dialogue.Told;
    }

    private Task<DialogueStep.Done> EndWithAsync(DialogueStep.Done done) => _line.AskAsync(new ScriptedDialogue { OnByte = _ => done }, Token);
}
