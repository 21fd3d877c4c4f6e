using System.Buffers;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Wire;

namespace Signage.Conformance.Tests.Broken;

/// <summary>An adapter that is wrong on purpose in one way, and else like the real one.</summary>
internal sealed class BrokenAdapter(IPanelAdapter inner) : IPanelAdapter
{
    public Func<PanelCommand, PanelCommand> Command { get; init; } = command => command;

    public Func<LineHistory, LineHistory> History { get; init; } = history => history;

    public Func<DialogueStep, DialogueStep> Heard { get; init; } = step => step;

    public Func<DialogueStep.Done, DialogueStep.Done> Done { get; init; } = done => done;

    /// <summary>Believes that everything went well, whatever happened.</summary>
    public static BrokenAdapter Credulous(IPanelAdapter inner) =>
        new(inner) { Done = done => done with { Outcome = PanelOutcome.Accepted, Reading = done.Reading ?? new PanelReading([new("told", "nothing")]) } };

    /// <summary>Believes that nothing older is ever under way.</summary>
    public static BrokenAdapter Trusting(IPanelAdapter inner) => new(inner) { History = _ => LineHistory.InStep };

    /// <summary>Sends the first pages of a long show and calls it all.</summary>
    public static BrokenAdapter Truncating(IPanelAdapter inner) => new(inner)
    {
        Command = command => command is PanelCommand.LoadPages { Show.Pages.Count: > 10 } load
            ? new PanelCommand.LoadPages(new Show(load.Show.Face, load.Show.ProfileId, [.. load.Show.Pages.Take(10)]))
            : command,
    };

    /// <summary>Takes the first thing that it hears for the yes to everything.</summary>
    public static BrokenAdapter Hasty(IPanelAdapter inner) => new(inner) { Heard = _ => new DialogueStep.Done(PanelOutcome.Accepted) };

    /// <summary>Gives no reason for anything.</summary>
    public static BrokenAdapter Wordless(IPanelAdapter inner) => new(inner) { Done = done => done with { Detail = null } };

    public string Protocol => inner.Protocol;

    public IEnumerable<string> Validate(DeviceProfile profile) => inner.Validate(profile);

    public IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face) => inner.Complaints(profile, face);

    public string? Address(DeviceProfile profile) => inner.Address(profile);

    public IPanelDialogue Begin(PanelCommand command, DeviceProfile profile, PanelFace face) => new Broken(inner.Begin(Command(command), profile, face), this);

    public IReadOnlyList<byte[]> Encode(PanelCommand command, DeviceProfile profile, PanelFace face, IReadOnlyDictionary<string, string> options) =>
        inner.Encode(command, profile, face, options);

    public IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture) => inner.Decode(capture);

    private sealed class Broken(IPanelDialogue dialogue, BrokenAdapter adapter) : IPanelDialogue
    {
        public DialogueStep Start(LineHistory history) => Of(dialogue.Start(adapter.History(history)));

        public DialogueStep OnBytes(ref ReadOnlySequence<byte> input) => Of(dialogue.OnBytes(ref input));

        public DialogueStep OnAnswer(WireAnswer answer) => Of(adapter.Heard(dialogue.OnAnswer(answer)));

        public DialogueStep OnSilence() => Of(dialogue.OnSilence());

        private DialogueStep Of(DialogueStep step) => step is DialogueStep.Done done ? adapter.Done(done) : step;
    }
}
