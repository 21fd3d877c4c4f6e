using System.Text;
using Microsoft.Extensions.Time.Testing;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Awtrix;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Tests.Cards.Awtrix;

/// <summary>A simulated clock and the adapter, with nothing between them: what is said is heard at once, and what is waited for costs the card's time.</summary>
internal sealed class ClockTalk
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly Queue<WireAnswer> _answers = new();

    public ClockTalk(DeviceProfile profile, params PacketFault[] faults)
    {
        Profile = profile;
        Card = (IMessageCard)SimulatedCards.Create(profile, Face, new CardClock(new FakeTimeProvider()), new FaultPlan(Packets: faults));
        Card.Clock.Hold();
    }

    public static PanelFace Face { get; } = PanelFace.Parse("32x8xrgb");

    public static DeviceProfile Mqtt { get; } = Read("awtrix3-mqtt");

    public static DeviceProfile Http { get; } = Read("awtrix3-http");

    public static TheoryData<string> Ways => ["mqtt", "http"];

    public DeviceProfile Profile { get; }

    public IMessageCard Card { get; }

    /// <summary>Everything that was said, in order.</summary>
    public List<WireMessage> Said { get; } = [];

    /// <summary>What the glass showed right after each of <see cref="Said"/>.</summary>
    public List<PixelFrame> Seen { get; } = [];

    public PixelFrame Glass => Card.Read().Glass;

    public static ClockTalk Over(string way, params PacketFault[] faults) => new(way == "mqtt" ? Mqtt : Http, faults);

    /// <summary>A loop of pages, each lit in another colour, in the place of its number and of the show's.</summary>
    public static Show Show(int number, params int[] seconds) => new(Face, Mqtt.Id, [.. seconds.Select((stay, place) => new ShowPage(
        new Page(Picture(number, place), Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(stay)), Revision.Blank))]);

    public DialogueStep.Done Load(Show show, LineHistory history = LineHistory.InStep) => Ask(new PanelCommand.LoadPages(show), history);

    public DialogueStep.Done Ask(PanelCommand command, LineHistory history = LineHistory.InStep)
    {
        var dialogue = new AwtrixAdapter().Begin(command, Profile, Face);
        var step = dialogue.Start(history);
        while (true)
        {
            switch (step)
            {
                case DialogueStep.Done done:
                    _answers.Clear();
                    return done;
                case DialogueStep.Send send:
                    Said.Add(send.Message);
                    foreach (var answer in Card.OnMessage(send.Message))
                    {
                        _answers.Enqueue(answer);
                    }

                    Seen.Add(Glass);
                    step = Listen(dialogue, send.AnswerWithin);
                    break;
                default:
                    throw new InvalidOperationException("It listens before it has said anything.");
            }
        }
    }

    /// <summary>Somebody else says something.</summary>
    public void Other(string name, string payload) => Card.OnMessage(new WireMessage.Topic(name, Encoding.UTF8.GetBytes(payload)));

    public void Pass(double seconds) => Card.Clock.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>The card holds the show, and at every moment of two loops its glass shows what the reference shows.</summary>
    public void ShowsNothingBut(Show show)
    {
        Assert.Equal(show.Digest, Card.Read().Digest);
        var player = new LoopPlayer(show.Loop, Face.Size);
        for (var moment = TimeSpan.Zero; moment < player.Length * 2; moment += TimeSpan.FromMilliseconds(70))
        {
            var reading = Card.Read();
            Assert.Equal(player.FrameAt(reading.SinceStart), reading.Glass);
            Card.Clock.Advance(TimeSpan.FromMilliseconds(70));
        }
    }

    private static PixelFrame Picture(int number, int place) => PixelFrame.Create(Face.Size, Face.Layout, (number, place), static (cells, of) =>
    {
        cells[(of.place * 3) + (of.number % 3)] = (byte)(100 + of.place);
        cells[((of.number + 64) * 3) + 1] = 200;
    });

    private DialogueStep Listen(IPanelDialogue dialogue, TimeSpan within)
    {
        while (true)
        {
            while (_answers.TryDequeue(out var answer))
            {
                if (dialogue.OnAnswer(answer) is var step and not DialogueStep.KeepListening)
                {
                    return step;
                }
            }

            if (within <= TimeSpan.Zero)
            {
                return dialogue.OnSilence();
            }

            // Over MQTT the card also speaks unasked while it is waited for.
            var look = within < Look ? within : Look;
            within -= look;
            Card.Clock.Advance(look);
            foreach (var told in Profile.Links[0].Scheme == "mqtt" ? Card.Due() : [])
            {
                _answers.Enqueue(told);
            }
        }
    }

    private static DeviceProfile Read(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        var file = new ProfileFile(name, $"awtrix/{name}", File.ReadAllText(Path.Combine(folder, "firmware-profiles", "awtrix", $"{name}.json")));
        return new ProfileReader(new PanelAdapters([new AwtrixAdapter()])).Read([file]).Catalog!.All[0];
    }
}
