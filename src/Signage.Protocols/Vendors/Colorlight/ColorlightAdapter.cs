using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Colorlight.Wire;
using Signage.Protocols.Wire;
using Signage.Protocols.Wire.Http;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>Colorlight 卡莱特 players (C and A series) on the local network: programmes of pictures, sleep, brightness, clock, status and screenshot. Safe to share; keeps nothing.</summary>
public sealed class ColorlightAdapter : IPanelAdapter
{
    /// <inheritdoc />
    public string Protocol => "colorlight-player";

    /// <inheritdoc />
    public IEnumerable<string> Validate(DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return PlayerModels.Complaints(profile);
    }

    /// <inheritdoc />
    public IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(face);
        return PlayerModels.Complaints(profile, face);
    }

    /// <inheritdoc />
    public string? Address(DeviceProfile profile) => null;

    /// <inheritdoc />
    public IPanelDialogue Begin(PanelCommand command, DeviceProfile profile, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(face);
        try
        {
            return new PlayerDialogue(Script(command, profile, face, new PlayerSettings()), profile.Timing);
        }
        catch (NotSupportedException reason)
        {
            return new RefusedDialogue(reason.Message);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Encode(PanelCommand command, DeviceProfile profile, PanelFace face, IReadOnlyDictionary<string, string> options)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(options);
        var settings = PlayerFields.Of(options, command);
        return [.. PlayerRehearsal.Requests(Script(command, profile, face, settings)).Select(request => HttpCodec.Bytes(request, settings.Host))];
    }

    /// <inheritdoc />
    public IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture) => PlayerCaptures.Tell(capture);

    /// <inheritdoc />
    public IReadOnlyList<WireMessage> Messages(ReadOnlyMemory<byte> capture) => PlayerCaptures.Messages(capture);

    /// <summary>The script of a command. Everything that cannot be said is found before anything is sent.</summary>
    /// <exception cref="NotSupportedException">It cannot be said to this player; the message says why and what would help.</exception>
    private static Func<PlayerTalk, IEnumerable<PlayerAsk>> Script(PanelCommand command, DeviceProfile profile, PanelFace face, PlayerSettings settings)
    {
        var dialect = PlayerModels.Dialect(profile) ?? PlayerDialect.Sleep;
        switch (command)
        {
            case PanelCommand.LoadPages { Keep: true }:
                throw new NotSupportedException(CardWords.AlwaysKept.With(profile.Id));
            case PanelCommand.LoadPages load when load.Show.Face != face:
                throw new NotSupportedException(Words.ShowForOtherFace.With(load.Show.Face, face));
            case PanelCommand.LoadPages load:
                var upload = PlayerPages.Upload(load.Show.Loop, face, profile, settings);
                return talk => PlayerScripts.Show(talk, upload, dialect, load.Storage);
            case PanelCommand.Blank:
                return talk => PlayerLight.Off(talk, dialect);
            case PanelCommand.SetPower power:
                return talk => PlayerLight.Power(talk, power.On);
            case PanelCommand.Ping:
                return talk => PlayerScripts.Look(talk, face, dialect, inFull: false);
            case PanelCommand.ReadStatus:
                return talk => PlayerScripts.Look(talk, face, dialect, inFull: true);
            case PanelCommand.ReadPixels:
                return talk => PlayerScripts.Pixels(talk, face, dialect);
            case PanelCommand.SetBrightness told:
                var level = profile.Brightness.Level(told.Percent, told.AtMost);
                return talk => PlayerScripts.Set(talk, PlayerRequests.Brightness(level));
            case PanelCommand.SetClock(var local):
                return talk => PlayerScripts.Set(talk, PlayerRequests.Clock(local));
            default:
                throw new NotSupportedException(Words.NoSuchCommand.With(profile.Protocol, command.GetType().Name));
        }
    }
}
