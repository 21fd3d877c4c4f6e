using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Profiles;

/// <summary>An adapter that only judges profiles, and always in the same words.</summary>
internal sealed class ComplainingAdapter(string protocol, params string[] complaints) : IPanelAdapter
{
    public string Protocol => protocol;

    public IEnumerable<string> Validate(DeviceProfile profile) => complaints;

    public IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face) => complaints;

    public string? Address(DeviceProfile profile) => null;

    public IPanelDialogue Begin(PanelCommand command, DeviceProfile profile, PanelFace face) => throw new NotSupportedException();

    public IReadOnlyList<byte[]> Encode(PanelCommand command, DeviceProfile profile, PanelFace face, IReadOnlyDictionary<string, string> options) =>
        throw new NotSupportedException();

    public IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture) => throw new NotSupportedException();
}
