using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Noise;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Awtrix;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Transports.Decorators;
using Signage.Transports.Links;
using Signage.Transports.Loopback;
using Signage.Transports.Pumping;
using Signage.Transports.Tests.Awtrix;

namespace Signage.Transports.Tests.Pumping;

/// <summary>The pump over a bad network to a simulated clock, many seeds: whatever is lost, doubled or late, what is called lit is lit.</summary>
public sealed class FaultyNetworkTests
{
    private const int Seeds = 60;

    // Nothing is spoiled: below both media is TCP, and its check values are what a clock relies on.
    private static readonly MessageFaultRates Bad = new(Drop: 0.05, Duplicate: 0.05, Reorder: 0.05);

    // Too little patience costs another question and never a false yes, however busy the machine.
    private static readonly Func<ProfileTiming, ProfileTiming> Hasty = timing => timing with { AnswerMilliseconds = 60, Attempts = 3 };

    [Theory]
    [InlineData("awtrix/awtrix3-mqtt", LinkShape.Topics)]
    [InlineData("awtrix/awtrix3-http", LinkShape.Exchange)]
    public async Task Show_WhenTheNetworkIsBad_IsOnlyCalledLitWhenItIs(string model, LinkShape shape)
    {
        var lit = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var done = await ShowAsync(model, Hasty, shape, seed, Bad);
            lit += done == PanelOutcome.Accepted ? 1 : 0;
        }

        // Some of them went well: a test in which nothing ever does proves nothing.
        Assert.InRange(lit, 5, Seeds);
    }

    [Fact]
    public async Task Show_WhenTheNetworkIsGood_IsLit() =>
        Assert.Equal(PanelOutcome.Accepted, await ShowAsync("awtrix/awtrix3-mqtt", timing => timing, LinkShape.Topics, seed: 1, new MessageFaultRates()));

    private static async Task<PanelOutcome> ShowAsync(string name, Func<ProfileTiming, ProfileTiming> patience, LinkShape shape, int seed, MessageFaultRates rates)
    {
        var read = ClockSite.Model(name);
        var model = read with { Timing = patience(read.Timing) };
        var card = (IMessageCard)SimulatedCards.Create(model, ClockSite.Face, new CardClock(TimeProvider.System));
        card.Clock.Hold();
        var (near, far) = LoopbackMessageLink.CreatePair(shape);
        var playing = PlayAsync(far, card);
        await using var link = new FaultyMessageLink(near, seed, rates);
        var show = ClockSite.Show(seed, 20, 5);
        var dialogue = new AwtrixAdapter().Begin(new PanelCommand.LoadPages(show), model, ClockSite.Face);
        var done = await new DialoguePump(TimeProvider.System).RunAsync(link, dialogue, LineHistory.Unknown, CancellationToken.None, TestContext.Current.CancellationToken);
        await link.DisposeAsync();
        await playing;
        Assert.True(done.Outcome != PanelOutcome.Accepted || card.Read().Digest == show.Digest, $"seed {seed}: {done.Detail}");
        Assert.True(done.Outcome == PanelOutcome.Accepted || !string.IsNullOrEmpty(done.Detail), $"seed {seed}: {done.Outcome} without a reason");
        return done.Outcome;
    }

    private static async Task PlayAsync(LoopbackCardEnd end, IMessageCard card)
    {
        await foreach (var message in end.Input.ReadAllAsync())
        {
            foreach (var answer in card.OnMessage(message))
            {
                end.Answer(answer);
            }
        }
    }
}
