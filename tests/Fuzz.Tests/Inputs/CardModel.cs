using System.Buffers;
using Fuzz.Tests.Targets;
using Microsoft.Extensions.Time.Testing;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;

namespace Fuzz.Tests.Inputs;

/// <summary>A card model with a small face: what can be asked of it, a simulated card of it, and what the two say to each other.</summary>
/// <param name="Adapter">Speaks its protocol.</param>
/// <param name="Profile">The model.</param>
/// <param name="Face">The face.</param>
internal sealed record CardModel(IPanelAdapter Adapter, DeviceProfile Profile, PanelFace Face)
{
    private const int LongestTalk = 200;

    /// <summary>Everything that can be asked, whether the model can do it or not.</summary>
    public IReadOnlyList<PanelCommand> Commands { get; } = All(Profile, Face);

    /// <summary>A committed profile, spoken by an adapter.</summary>
    public static CardModel Of(IPanelAdapter adapter, string profile, string face) => new(
        adapter,
        new ProfileReader(new PanelAdapters([adapter])).Read([new ProfileFile(profile, profile, File.ReadAllText(Path.Combine(Repository.Root, "firmware-profiles", $"{profile}.json")))])
            is { Catalog: { } catalog } && catalog.TryFind(profile, out var found) ? found : throw new InvalidOperationException($"{profile} is no valid profile."),
        PanelFace.Parse(face));

    /// <summary>A card of its own, with a clock that a caller moves.</summary>
    public ISimulatedCard Card()
    {
        var card = SimulatedCards.Create(Profile, Face, new CardClock(new FakeTimeProvider()));
        card.Clock.Hold();
        return card;
    }

    /// <summary>The packets of all commands that can be said, each by itself.</summary>
    public IReadOnlyList<byte[]> Packets => [.. Commands.SelectMany(Encode).Where(packet => packet.Length <= Memory.LongestInput)];

    /// <summary>One conversation with a healthy card: what was said, and what it answered.</summary>
    public (IReadOnlyList<WireMessage> Said, IReadOnlyList<Chunk> Heard) Talk(PanelCommand command)
    {
        var (card, dialogue, said, heard) = (Card(), Adapter.Begin(command, Profile, Face), new List<WireMessage>(), new List<Chunk>());
        var step = dialogue.Start(LineHistory.InStep);
        for (var left = LongestTalk; left > 0 && step is DialogueStep.Send send; left--)
        {
            said.Add(send.Message);
            card.Clock.Advance(TimeSpan.FromSeconds(11));
            step = DialogueStep.KeepListening.Instance;
            foreach (var answer in Answers(card, send.Message).TakeWhile(_ => step is DialogueStep.KeepListening))
            {
                heard.Add(MessageBytes.Of(answer));
                step = Offer(dialogue, answer);
            }

            if (step is DialogueStep.KeepListening)
            {
                heard.Add(default);
                step = dialogue.OnSilence();
            }
        }

        return (said, heard);
    }

    private static IEnumerable<WireAnswer> Answers(ISimulatedCard card, WireMessage message)
    {
        if (card is IMessageCard messages)
        {
            return messages.OnMessage(message);
        }

        var (input, answers) = (new ReadOnlySequence<byte>(((WireMessage.Bytes)message).Data), new ArrayBufferWriter<byte>());
        ((IByteCard)card).OnBytes(ref input, answers);
        return answers.WrittenCount == 0 ? [] : [new WireAnswer.Datagram(answers.WrittenMemory)];
    }

    private DialogueStep Offer(IPanelDialogue dialogue, WireAnswer answer)
    {
        if (answer is not WireAnswer.Datagram datagram || Profile.ShapeOf(Profile.Links[0].Scheme) != LinkShape.Stream)
        {
            return dialogue.OnAnswer(answer);
        }

        var bytes = new ReadOnlySequence<byte>(datagram.Data);
        return dialogue.OnBytes(ref bytes);
    }

    private IReadOnlyList<byte[]> Encode(PanelCommand command)
    {
        try
        {
            return Adapter.Encode(command, Profile, Face, new Dictionary<string, string>());
        }
        catch (NotSupportedException)
        {
            return [];   // this model cannot say it
        }
    }

    private static IReadOnlyList<PanelCommand> All(DeviceProfile profile, PanelFace face)
    {
        var still = Picture(face, 3);
        var step = profile.ToAbilities().DefaultStep;
        var show = new Show(face, profile.Id, [Page(still, step), Page(Picture(face, 5), step)]);
        return
        [
            new PanelCommand.Ping(),
            new PanelCommand.ReadStatus(),
            new PanelCommand.LoadPages(show),
            new PanelCommand.ShowFrame(still, new FrameTick(1, new FrameStamp(65_536))),
            new PanelCommand.Blank(),
            new PanelCommand.SetPower(true),
            new PanelCommand.SetBrightness(60),
            new PanelCommand.SetClock(new DateTimeOffset(2026, 11, 23, 16, 42, 13, TimeSpan.FromHours(8))),
            new PanelCommand.SetTimer(CardTimer.Read("22:01-05:59")!),
            new PanelCommand.ReadPixels(),
            new PanelCommand.ListStored(),
            new PanelCommand.StoreShow(show, []),
            new PanelCommand.ClearStored([]),
            new PanelCommand.DeleteAreas(null),
        ];
    }

    // A speed that the model does not have would be refused before anything is said.
    private static ShowPage Page(PixelFrame picture, TimeSpan step) => new(new Page(picture, Effect.Static, step, TimeSpan.FromSeconds(5)), Revision.Blank);

    private static PixelFrame Picture(PanelFace face, int every) => PixelFrame.Create(face.Size, face.Layout, every, static (cells, step) =>
    {
        for (var i = 0; i < cells.Length; i += step)
        {
            cells[i] = 255;
        }
    });
}
