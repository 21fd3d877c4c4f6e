using Signage.Core.Panels;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Adapters;

/// <summary>
/// A vendor's door: found by <see cref="Protocol"/>, safe to share between threads and panels. It remembers nothing of any panel; a running
/// number for its questions is all that it may keep. Adding a vendor is one folder below <c>Vendors/</c> and one registration in
/// <see cref="PanelAdapters"/>.
/// </summary>
public interface IPanelAdapter
{
    /// <summary>The name that profiles use, such as <c>onbon-bx6</c>.</summary>
    string Protocol { get; }

    /// <summary>Everything in a profile that this protocol cannot work with; empty when all is well.</summary>
    IEnumerable<string> Validate(DeviceProfile profile);

    /// <summary>
    /// Everything that keeps this protocol from driving a face, all at once, one line each; empty when it can. The limits that a profile states
    /// itself (sides, colours) are not repeated. A face that cannot be blanked is always among them: it must not be enrolled.
    /// </summary>
    /// <param name="profile">A profile without complaints from <see cref="Validate"/>.</param>
    /// <param name="face">The face of a panel.</param>
    IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face);

    /// <summary>
    /// The one card that the frames of a profile are meant for, in one spelling whatever the profile wrote; null when any card that hears
    /// them obeys, or when the protocol knows no addresses.
    /// </summary>
    /// <param name="profile">A profile without complaints from <see cref="Validate"/>, at its panel's address (<see cref="DeviceProfile.AtAddress"/>).</param>
    string? Address(DeviceProfile profile);

    /// <summary>Begins the conversation for a command. Content that the protocol cannot say ends at once as <see cref="PanelOutcome.Unsupported"/> with the reason.</summary>
    IPanelDialogue Begin(PanelCommand command, DeviceProfile profile, PanelFace face);

    /// <summary>Why a card could not be told a command, as far as it can be known without speaking to it; null when it could. Nothing is begun.</summary>
    string? Objection(PanelCommand command, DeviceProfile profile, PanelFace face) =>
        Begin(command, profile, face).Start(LineHistory.InStep) is DialogueStep.Done { Outcome: PanelOutcome.Unsupported } done ? done.Detail : null;

    /// <summary>
    /// The exact packets of a command, in order, without a card to talk to. <paramref name="options"/> sets protocol fields by name
    /// (<c>seq</c>, <c>address</c>, <c>area</c> …), so that a capture can be made again byte for byte.
    /// </summary>
    /// <exception cref="FormatException">An option is unknown or out of range; the message names the ones that exist.</exception>
    /// <exception cref="NotSupportedException">The content cannot be said; the message says why.</exception>
    IReadOnlyList<byte[]> Encode(PanelCommand command, DeviceProfile profile, PanelFace face, IReadOnlyDictionary<string, string> options);

    /// <summary>Tells a capture to a person, packet by packet; never throws, whatever the bytes.</summary>
    IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture);

    /// <summary>The messages of a capture, as a card would be fed with them; what is none is left out. Never throws, whatever the bytes.</summary>
    IReadOnlyList<WireMessage> Messages(ReadOnlyMemory<byte> capture) => [new WireMessage.Bytes(capture)];
}
