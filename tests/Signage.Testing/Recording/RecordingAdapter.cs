using System.Buffers;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Wire;
using Signage.Testing.Invariants;

namespace Signage.Testing.Recording;

/// <summary>A protocol whose conversations are counted. Panels are told apart by their faces, so no two of a test have the same.</summary>
/// <param name="adapter">The protocol.</param>
/// <param name="panels">The panel of a face; null for none that counts.</param>
/// <param name="history">Is told.</param>
public sealed class RecordingAdapter(IPanelAdapter adapter, Func<PanelFace, string?> panels, SiteHistory history) : IPanelAdapter
{
    private int _attempts;
    private int _judged;

    /// <summary>How often the adapter was asked about a face: every round of a site asks for every panel.</summary>
    public int Judged => Volatile.Read(ref _judged);

    /// <summary>Called before each conversation is begun; may throw, as a bug would.</summary>
    public Action<PanelCommand, PanelFace>? Beginning { get; set; }

    /// <summary>Called each time that the adapter is asked about a face; may throw, as a bug would.</summary>
    public Action<PanelFace>? Judging { get; set; }

    /// <inheritdoc />
    public string Protocol => adapter.Protocol;

    /// <inheritdoc />
    public IEnumerable<string> Validate(DeviceProfile profile) => adapter.Validate(profile);

    /// <inheritdoc />
    public IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face)
    {
        Interlocked.Increment(ref _judged);
        Judging?.Invoke(face);
        return adapter.Complaints(profile, face);
    }

    /// <inheritdoc />
    public string? Address(DeviceProfile profile) => adapter.Address(profile);

    /// <inheritdoc />
    public IPanelDialogue Begin(PanelCommand command, DeviceProfile profile, PanelFace face)
    {
        Beginning?.Invoke(command, face);
        var dialogue = adapter.Begin(command, profile, face);
        return panels(face) is { } panel ? new Counted(dialogue, panel, Interlocked.Increment(ref _attempts), history) : dialogue;
    }

    /// <inheritdoc />
    /// <remarks>Nobody speaks to the card, so it is no attempt.</remarks>
    public string? Objection(PanelCommand command, DeviceProfile profile, PanelFace face) => adapter.Objection(command, profile, face);

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Encode(PanelCommand command, DeviceProfile profile, PanelFace face, IReadOnlyDictionary<string, string> options) =>
        adapter.Encode(command, profile, face, options);

    /// <inheritdoc />
    public IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture) => adapter.Decode(capture);

    private sealed class Counted(IPanelDialogue dialogue, string panel, int attempt, SiteHistory history) : IPanelDialogue
    {
        public DialogueStep Start(LineHistory line)
        {
            history.Add(at => new AttemptBegan(at, panel, attempt));
            return Note(dialogue.Start(line));
        }

        public DialogueStep OnBytes(ref ReadOnlySequence<byte> input) => Note(dialogue.OnBytes(ref input));

        public DialogueStep OnSilence() => Note(dialogue.OnSilence());

        private DialogueStep Note(DialogueStep step)
        {
            if (step is DialogueStep.Done done)
            {
                history.Add(at => new AttemptEnded(at, panel, attempt, EndOf(done.Outcome)));
            }
            else if (step is DialogueStep.Send)
            {
                history.Add(at => new PacketHanded(at, panel));
            }

            return step;
        }

        private static AttemptEnd EndOf(PanelOutcome outcome) => outcome switch
        {
            PanelOutcome.Accepted or PanelOutcome.SentUnverified => AttemptEnd.Accepted,
            PanelOutcome.Rejected or PanelOutcome.Unsupported => AttemptEnd.Refused,
            _ => AttemptEnd.Failed,
        };
    }
}
