using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>The commands of every vendor in the words of this one: docs/protocols/onbon-bx6.md, section 5.</summary>
internal static class Bx6Questions
{
    private const int HalfHours = 48;

    /// <summary>Is anybody there?</summary>
    public static Bx6Question Ping => Query(Bx6Commands.Ping);

    /// <summary>The question for a command.</summary>
    /// <exception cref="NotSupportedException">It cannot be said to this card; the message says why and what would help.</exception>
    public static Bx6Question Of(PanelCommand command, DeviceProfile profile, PanelFace face, Bx6Settings settings) => command switch
    {
        PanelCommand.LoadPages load when load.Show.Face != face => throw new NotSupportedException(
            Words.ShowForOtherFace.With(load.Show.Face, face)),
        PanelCommand.LoadPages load => Load(load.Show.Loop, profile, face, settings),
        PanelCommand.Blank => Load([DarkPage(profile, face)], profile, face, settings),
        PanelCommand.DeleteAreas delete => Dynamic(Bx6Commands.DynamicDelete, Ids(delete.Area), settings),
        PanelCommand.Ping => Ping,
        PanelCommand.ReadStatus => Query(Bx6Commands.Status),
        PanelCommand.SetPower power => Control(Bx6Commands.Power, [power.On ? (byte)1 : (byte)0]),
        PanelCommand.SetBrightness brightness => Control(Bx6Commands.Brightness, Brightness(profile.Brightness.Level(brightness.Percent, brightness.AtMost))),
        PanelCommand.SetClock clock => Control(Bx6Commands.Clock, Bx6Time.Write(clock.Local.DateTime)),
        PanelCommand.SetTimer { Timer: var timer } when timer.Ranges.Count > profile.Capabilities.Timers => throw new NotSupportedException(
            CardWords.TooManyTimers.With(profile.Id, profile.Capabilities.Timers, timer)),
        PanelCommand.SetTimer { Timer: { IsNone: false } timer } => Control(Bx6Commands.TimedPower, Bx6Time.Write(timer)),
        PanelCommand.SetTimer => Control(Bx6Commands.CancelTimedPower, []),
        _ => throw new NotSupportedException(Words.NoSuchCommand.With(profile.Protocol, command.GetType().Name)),
    };

    private static Bx6Question Load(IReadOnlyList<Page> loop, DeviceProfile profile, PanelFace face, Bx6Settings settings)
    {
        var question = Dynamic(Bx6Commands.DynamicUpdate, Bx6Pages.Update(loop, face, profile, settings).Write(), settings);
        var length = Bx6Faces.PacketOf(question.Body.Length);
        return length <= profile.Packets.MaxBytes
            ? question
            : throw new NotSupportedException(Words.ShowTooLarge.With(length, profile.Id, profile.Packets.MaxBytes));
    }

    private static Page DarkPage(DeviceProfile profile, PanelFace face)
    {
        var abilities = profile.ToAbilities();
        return new Page(
            PixelFrame.Dark(face.Size, face.Layout), Effect.Static, abilities.DefaultStep, abilities.NearestStay(TimeSpan.FromSeconds(5)));
    }

    private static byte[] Ids(int? area) => area switch
    {
        null => [0xFF],
        >= 0 and <= byte.MaxValue => [1, (byte)area],
        _ => throw new NotSupportedException(CardWords.AreaOutOfRange.With(area)),
    };

    private static Bx6Question Dynamic(byte command, byte[] data, Bx6Settings settings) =>
        new(Bx6Body.Request(Bx6Commands.Dynamic, command, data, settings.TrueLength), IsDynamic: true);

    private static Bx6Question Query(byte command) =>
        new(Bx6Body.Request(Bx6Commands.Control, command, []), false, Bx6Commands.Control, (byte)(command | Bx6Commands.ReplyBit));

    private static Bx6Question Control(byte command, ReadOnlySpan<byte> data) => new(Bx6Body.Request(Bx6Commands.Control, command, data), false);

    /// <summary>Mode 0 (by hand), then the same value for each half hour of the day.</summary>
    private static byte[] Brightness(int value)
    {
        var data = new byte[1 + HalfHours];
        data.AsSpan(1).Fill(checked((byte)value));
        return data;
    }
}
