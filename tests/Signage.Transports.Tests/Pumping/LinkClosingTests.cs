using System.Threading.Channels;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;
using Signage.Transports.Pumping;

namespace Signage.Transports.Tests.Pumping;

/// <summary>What a link throws while it is closed is not what the exchange on it ended with.</summary>
public sealed class LinkClosingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Line_WhenALinkThrowsWhileItIsClosed_TellsTheOutcomeAllTheSameAndCountsTheLink()
    {
        await using var line = new PanelLine(new Uri("udp://127.0.0.1:9"), new StubbornTransport(), new DialoguePump(TimeProvider.System));
        var done = await line.AskAsync(new Spoiling(), Token);
        Assert.Equal((PanelOutcome.Garbled, 1), (done.Outcome, line.AbandonedLinks));
    }

    private sealed class Spoiling : IPanelDialogue
    {
        public DialogueStep Start(LineHistory history) => new DialogueStep.Done(PanelOutcome.Garbled, Detail: "why", LinkSpoiled: true);

        public DialogueStep OnSilence() => new DialogueStep.Done(PanelOutcome.NoAnswer);
    }

    private sealed class StubbornTransport : IPanelTransport
    {
        public string Scheme => "udp";

        public IEnumerable<string> Validate(Uri endpoint) => [];

        public ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken) => ValueTask.FromResult<IPanelLink>(new StubbornLink());
    }

    private sealed class StubbornLink : IMessageLink
    {
        private readonly Channel<WireAnswer> _nothing = Channel.CreateUnbounded<WireAnswer>();

        public LinkShape Shape => LinkShape.Datagram;

        public ChannelReader<WireAnswer> Input => _nothing.Reader;

        public ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => throw new InvalidOperationException("a driver of its own");
    }
}
