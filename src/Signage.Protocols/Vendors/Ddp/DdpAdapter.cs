using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Ddp.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Ddp;

/// <summary>Displays that take raw pixels by DDP, the Distributed Display Protocol: pictures one after another, and a status where they tell one. Safe to share; it remembers nothing.</summary>
public sealed class DdpAdapter : IPanelAdapter
{
    /// <inheritdoc/>
    public string Protocol => "ddp";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return
        [
            .. DdpRules.Complaints(profile),
            .. profile.Control is null ? (string[])[] : [CardWords.NoControl],
            .. profile.Capabilities.Power ? (string[])[CardWords.CannotDo.With("power")] : [],
        ];
    }

    /// <inheritdoc/>
    public IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face) => DdpCommands.Complaints(face);

    /// <inheritdoc/>
    public string? Address(DeviceProfile profile) => null;

    /// <inheritdoc/>
    public IPanelDialogue Begin(PanelCommand command, DeviceProfile profile, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(profile);
        try
        {
            var packets = Bytes(command, profile, face, DdpSettings.Of(profile));
            return command is PanelCommand.Ping or PanelCommand.ReadStatus
                ? new DdpStatusDialogue(packets[0], profile.Timing, command is PanelCommand.ReadStatus)
                : new DdpDialogue([.. packets.Select(packet => (ReadOnlyMemory<byte>)packet)]);
        }
        catch (NotSupportedException reason)
        {
            return new RefusedDialogue(reason.Message);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Encode(PanelCommand command, DeviceProfile profile, PanelFace face, IReadOnlyDictionary<string, string> options)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(options);
        var settings = DdpFields.Set(DdpSettings.Of(profile), options, command);
        return Bytes(command, profile, face, settings);
    }

    /// <inheritdoc/>
    public IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture) => DdpCaptures.Tell(capture);

    /// <inheritdoc/>
    public IReadOnlyList<WireMessage> Messages(ReadOnlyMemory<byte> capture) => DdpCaptures.Messages(capture);

    private static byte[][] Bytes(PanelCommand command, DeviceProfile profile, PanelFace face, DdpSettings settings)
    {
        var packets = DdpCommands.Picture(command, face, settings) ?? command switch
        {
            PanelCommand.Ping or PanelCommand.ReadStatus when profile.Capabilities.Answers => [DdpCommands.Status(settings)],
            PanelCommand.Ping or PanelCommand.ReadStatus => throw new NotSupportedException(CardWords.Mute.With(profile.Id)),
            PanelCommand.SetBrightness or PanelCommand.SetPower => throw new NotSupportedException(CardWords.PixelsOnly.With(profile.Id)),
            PanelCommand.LoadPages or PanelCommand.StoreShow => throw new NotSupportedException(Words.Streamed.With(profile.Id)),
            _ => throw new NotSupportedException(Words.NoSuchCommand.With(profile.Protocol, command.GetType().Name)),
        };
        var codec = new DdpCodec();
        return [.. packets.Select(codec.ToBytes)];
    }
}
