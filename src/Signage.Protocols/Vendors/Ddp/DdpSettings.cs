using System.Globalization;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Ddp.Wire;

namespace Signage.Protocols.Vendors.Ddp;

/// <summary>What a profile says of the packets of its display, with the fields that a technician may set by name over it.</summary>
internal sealed record DdpSettings
{
    /// <summary>Most bytes of data in a packet, at least one pixel.</summary>
    public int DataBytes { get; init; } = DdpCodec.MaxData;

    /// <summary>True to stamp the moment of a picture on its last packet.</summary>
    public bool Timecode { get; init; }

    /// <summary>A stamp set by hand; null takes the picture's own where there is one.</summary>
    public uint? FixedTimecode { get; init; }

    /// <summary>The output that the pixels go to.</summary>
    public byte Id { get; init; } = DdpPacket.Display;

    public byte DataType { get; init; } = DdpPacket.Rgb8;

    public uint Offset { get; init; }

    /// <summary>False leaves the push out, for a picture that another packet is to make visible.</summary>
    public bool Push { get; init; } = true;

    /// <summary>Sequence of the first packet, 0 to number none; null counts with the stream.</summary>
    public byte? FirstSequence { get; init; }

    /// <summary>Reads the settings of a profile.</summary>
    /// <exception cref="FormatException">One of them is unknown or out of range; see <see cref="Complaints"/>.</exception>
    public static DdpSettings Of(DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var room = new DdpSettings { DataBytes = Math.Min(DdpCodec.MaxData, profile.Packets.MaxBytes - DdpCodec.LongHead) };
        return profile.Settings.Aggregate(room, (settings, pair) => InProfile(settings, profile.Protocol, pair.Key, pair.Value));
    }

    /// <summary>Everything wrong with the settings of a profile.</summary>
    public static IEnumerable<string> Complaints(DeviceProfile profile)
    {
        foreach (var (name, value) in profile.Settings)
        {
            string? complaint = null;
            try
            {
                InProfile(new DdpSettings(), profile.Protocol, name, value);
            }
            catch (FormatException wrong)
            {
                complaint = $"settings.{wrong.Message}";
            }

            if (complaint is not null)
            {
                yield return complaint;
            }
        }
    }

    // What the display does with a push is no matter of writing; the profile says it for people and for the simulated display.
    private static DdpSettings InProfile(DdpSettings settings, string protocol, string name, string value) => (name, value) switch
    {
        ("timecode", "on" or "off") => settings with { Timecode = value == "on" },
        ("timecode", _) => throw new FormatException(Words.FieldOutOfRange.With(name, value, "on, off")),
        ("shows", "push" or "atOnce") => settings,
        ("shows", _) => throw new FormatException(Words.FieldOutOfRange.With(name, value, "push, atOnce")),
        ("id", _) => DdpFields.Set(settings, name, value),
        _ => throw new FormatException(Words.NoSuchSetting.With(name, protocol, "timecode, shows, id")),
    };
}

/// <summary>Which packets have a field.</summary>
[Flags]
internal enum DdpFieldPlace
{
    /// <summary>All of them.</summary>
    Every = 1,

    /// <summary>Packets with pixels.</summary>
    Picture = 2,
}

/// <summary>A field that can be set by name.</summary>
/// <param name="Name">The name that technicians use.</param>
/// <param name="Place">Which packets have it.</param>
/// <param name="Form">What it takes, for a person.</param>
/// <param name="Set">Sets it; null when the text is out of its range.</param>
internal sealed record DdpField(string Name, DdpFieldPlace Place, Func<string> Form, Func<DdpSettings, string, DdpSettings?> Set);

/// <summary>The fields that can be set by name.</summary>
internal static class DdpFields
{
    private static readonly DdpField[] All =
    [
        new("seq", DdpFieldPlace.Every, () => Words.FieldNumber.With(0, 15), (s, text) => Number(text, 15) is { } v ? s with { FirstSequence = (byte)v } : null),
        new("timecode", DdpFieldPlace.Picture, () => CardWords.FieldTime, Time),
        new("push", DdpFieldPlace.Picture, () => "on, off", (s, text) => text is "on" or "off" ? s with { Push = text == "on" } : null),
        new("id", DdpFieldPlace.Picture, () => Words.FieldNumber.With(1, 255), (s, text) => Number(text, 255) is { } v and > 0 ? s with { Id = (byte)v } : null),
        new("offset", DdpFieldPlace.Picture, () => Words.FieldNumber.With(0, int.MaxValue), (s, text) => Number(text, int.MaxValue) is { } v ? s with { Offset = (uint)v } : null),
        new("type", DdpFieldPlace.Picture, () => CardWords.FieldType, (s, text) => HexByte(text) is { } v && (v & 0x40) == 0 ? s with { DataType = v } : null),
    ];

    /// <summary>Sets a field.</summary>
    /// <exception cref="FormatException">The name is unknown or the value out of range.</exception>
    public static DdpSettings Set(DdpSettings settings, string name, string value)
    {
        var field = All.FirstOrDefault(field => field.Name == name) ?? throw new FormatException(CardWords.NoSuchField.With(name, Names(All)));
        return field.Set(settings, value) ?? throw new FormatException(Words.FieldOutOfRange.With(name, value, field.Form()));
    }

    /// <summary>Sets fields over the settings of a profile.</summary>
    /// <exception cref="FormatException">One is unknown, out of range or not in the packets of the command: whoever set it would believe that it counts.</exception>
    public static DdpSettings Set(DdpSettings settings, IReadOnlyDictionary<string, string> options, PanelCommand command)
    {
        var set = options.Aggregate(settings, (so, option) => Set(so, option.Key, option.Value));
        var has = command is PanelCommand.Ping or PanelCommand.ReadStatus ? All.Where(field => field.Place == DdpFieldPlace.Every) : All;
        return options.Keys.FirstOrDefault(name => has.All(field => field.Name != name)) is { } missing
            ? throw new FormatException(Words.FieldNotOfCommand.With(missing, Names(has)))
            : set;
    }

    private static string Names(IEnumerable<DdpField> fields) => string.Join(", ", fields.Select(field => field.Name));

    private static DdpSettings? Time(DdpSettings settings, string text) =>
        text == "off" ? settings with { Timecode = false, FixedTimecode = null }
        : text.Length == 8 && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var time) ? settings with { FixedTimecode = time }
        : null;

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most ? value : null;

    private static byte? HexByte(string text) =>
        text.Length == 2 && byte.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
