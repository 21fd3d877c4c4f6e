using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Ddp;
using Signage.Protocols.Vendors.Ddp.Wire;
using Signage.Protocols.Wire;
using Signage.Protocols.Wire.Http;

namespace Signage.Protocols.Vendors.Wled;

/// <summary>
/// Controllers with WLED on them: pictures by DDP, everything else by JSON over HTTP on the control link. Blank goes with the pictures: a dark picture
/// stays dark while it is sent, whereas a controller that is only switched off lights up again for the next stream (docs/protocols/wled.md, section 3).
/// Safe to share; it remembers nothing.
/// </summary>
public sealed class WledAdapter : IPanelAdapter
{
    private const string HostOption = "host";

    // The address of a controller that has no network yet and opens one of its own.
    private const string UsualHost = "4.3.2.1";
    private const int MostBrightness = 255;

    /// <inheritdoc/>
    public string Protocol => "wled";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return
        [
            .. DdpRules.Complaints(profile),
            .. profile.Control is { Scheme: "http" } ? (string[])[] : [CardWords.ControlMissing],
            .. profile.Brightness.Max > MostBrightness ? (string[])[CardWords.BrightnessMost.With(profile.Brightness.Max)] : [],
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
            if (DdpCommands.Picture(command, face, DdpSettings.Of(profile)) is { } picture)
            {
                return new DdpDialogue([.. Bytes(picture).Select(packet => (ReadOnlyMemory<byte>)packet)]);
            }

            var question = WledQuestion.Of(command, profile);
            return new WledDialogue(question.Request, profile.Timing, question.Read);
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
        if (command is PanelCommand.ShowFrame or PanelCommand.Blank)
        {
            return Bytes(DdpCommands.Picture(command, face, DdpFields.Set(DdpSettings.Of(profile), options, command))!);
        }

        return [HttpCodec.Bytes(WledQuestion.Of(command, profile).Request, Host(options))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture) => WledCaptures.Tell(capture);

    /// <inheritdoc/>
    public IReadOnlyList<WireMessage> Messages(ReadOnlyMemory<byte> capture) => WledCaptures.Messages(capture);

    private static byte[][] Bytes(IReadOnlyList<DdpPacket> packets)
    {
        var codec = new DdpCodec();
        return [.. packets.Select(codec.ToBytes)];
    }

    private static string Host(IReadOnlyDictionary<string, string> options)
    {
        if (options.Keys.FirstOrDefault(name => name != HostOption) is { } missing)
        {
            throw new FormatException(Words.FieldNotOfCommand.With(missing, HostOption));
        }

        var host = options.GetValueOrDefault(HostOption, UsualHost);
        return host.Length > 0 && host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or ':' or '[' or ']')
            ? host
            : throw new FormatException(Words.FieldOutOfRange.With(HostOption, host, CardWords.HostForm));
    }
}
