using Signage.Core.Panels;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Adapters;

/// <summary>
/// A vendor's door: found by <see cref="Protocol"/>, stateless, safe to share. Adding a vendor is one folder below <c>Vendors/</c> and one
/// registration in <see cref="PanelAdapters"/>.
/// </summary>
public interface IPanelAdapter
{
    /// <summary>The name that profiles use, such as <c>onbon-bx6</c>.</summary>
    string Protocol { get; }

    /// <summary>Everything in a profile that this protocol cannot work with; empty when all is well.</summary>
    IEnumerable<string> Validate(DeviceProfile profile);

    /// <summary>Begins the conversation for a command. Content that the protocol cannot say ends at once as <see cref="PanelOutcome.Unsupported"/> with the reason.</summary>
    IPanelDialogue Begin(PanelCommand command, DeviceProfile profile, PanelFace face);

    /// <summary>
    /// The exact packets of a command, in order, without a card to talk to. <paramref name="options"/> sets protocol fields by name
    /// (<c>seq</c>, <c>address</c>, <c>area</c> …), so that a capture can be made again byte for byte.
    /// </summary>
    /// <exception cref="FormatException">An option is unknown or out of range; the message names the ones that exist.</exception>
    /// <exception cref="NotSupportedException">The content cannot be said; the message says why.</exception>
    IReadOnlyList<byte[]> Encode(PanelCommand command, DeviceProfile profile, PanelFace face, IReadOnlyDictionary<string, string> options);

    /// <summary>Tells a capture to a person, packet by packet; never throws, whatever the bytes.</summary>
    IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture);
}
