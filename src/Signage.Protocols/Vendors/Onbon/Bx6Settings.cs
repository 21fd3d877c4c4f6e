using System.Globalization;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>What a profile says of the frames of its card, with the fields that a technician may set by name over it.</summary>
internal sealed record Bx6Settings
{
    public ushort Destination { get; init; } = Bx6Packet.Any;

    public ushort Source { get; init; } = Bx6Packet.Controller;

    public ushort DeviceType { get; init; } = Bx6Packet.Any;

    public byte ProtocolType { get; init; }

    public byte PhyType { get; init; }

    public byte AreaId { get; init; }

    public byte RunMode { get; init; }

    public ushort Timeout { get; init; }

    public byte AllPrograms { get; init; }

    /// <summary>1 owns the glass: stored programmes stop (docs/protocols/onbon-bx6.md, section 6).</summary>
    public byte Immediate { get; init; } = 1;

    public byte ClearMode { get; init; } = 1;

    public bool TrueLength { get; init; } = true;

    public ushort MaxFrame { get; init; } = 0x0190;

    public int Leads { get; init; } = 8;

    public int Tails { get; init; } = 1;

    /// <summary>Null takes the next number of the adapter.</summary>
    public ushort? Sequence { get; init; }

    public byte? Random { get; init; }

    /// <summary>Most bytes of a file in one packet. The smallest limit that any source names is 600 bytes for a whole packet.</summary>
    public int FileBlock { get; init; } = 512;

    /// <summary>First day of a stored programme, month and day as binary-coded decimals; the year is always FFFF.</summary>
    public ushort FirstDay { get; init; } = 0x0101;

    public byte? DisplayMode { get; init; }

    public byte? Speed { get; init; }

    public ushort? Stay { get; init; }

    public byte? Repeat { get; init; }

    public ushort? ValidWidth { get; init; }

    /// <summary>Reads the settings of a profile.</summary>
    /// <exception cref="FormatException">One of them is unknown or out of range; see <see cref="Complaints"/>.</exception>
    public static Bx6Settings Of(DeviceProfile profile) =>
        profile.Settings.Aggregate(new Bx6Settings(), (settings, pair) => Bx6Fields.InProfile(settings, pair.Key, pair.Value));

    /// <summary>Everything wrong with the settings of a profile.</summary>
    public static IEnumerable<string> Complaints(DeviceProfile profile)
    {
        foreach (var (name, value) in profile.Settings)
        {
            string? complaint = null;
            try
            {
                Bx6Fields.InProfile(new Bx6Settings(), name, value);
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

        if (Bx6Hex.TryParse(profile.Settings.GetValueOrDefault("address", ""), out var card) && card == Bx6Packet.Controller)
        {
            yield return CardWords.ControllersAddress;
        }

        if (!profile.Settings.ContainsKey("deviceType"))
        {
            yield return CardWords.NoDeviceType;
        }
    }
}

/// <summary>Which packets have a field.</summary>
[Flags]
internal enum Bx6FieldPlace
{
    /// <summary>All of them.</summary>
    Every = 1,

    /// <summary>Ordinary frames.</summary>
    Ordinary = 2,

    /// <summary>Dynamic frames.</summary>
    Dynamic = 4,

    /// <summary>Packets with pages.</summary>
    Pages = 8,

    /// <summary>The exchange that stores a programme.</summary>
    Stored = 16,
}

/// <summary>A field that can be set by name.</summary>
/// <param name="Name">The name that technicians use.</param>
/// <param name="Place">Which packets have it.</param>
/// <param name="Form">What it takes, for a person.</param>
/// <param name="Set">Sets it; null when the text is out of its range.</param>
internal sealed record Bx6Field(string Name, Bx6FieldPlace Place, Func<string> Form, Func<Bx6Settings, string, Bx6Settings?> Set);

/// <summary>The fields that can be set by name.</summary>
internal static class Bx6Fields
{
    private static readonly Bx6Field[] All =
    [
        new("address", Bx6FieldPlace.Every, () => Words.FieldWord, (s, text) => Bx6Hex.TryParse(text, out var v) ? s with { Destination = v } : null),
        new("source", Bx6FieldPlace.Every, () => Words.FieldWord, (s, text) => Bx6Hex.TryParse(text, out var v) ? s with { Source = v } : null),
        new("device-type", Bx6FieldPlace.Every, () => Words.FieldWord, (s, text) => Bx6Hex.TryParse(text, out var v) ? s with { DeviceType = v } : null),
        new("protocol-type", Bx6FieldPlace.Ordinary, () => Words.FieldByte, (s, text) => HexByte(text) is { } v ? s with { ProtocolType = v } : null),
        new("phy", Bx6FieldPlace.Ordinary, () => Words.FieldByte, (s, text) => HexByte(text) is { } v ? s with { PhyType = v } : null),
        new("max-frame", Bx6FieldPlace.Ordinary, () => Words.FieldWord, (s, text) => Bx6Hex.TryParse(text, out var v) ? s with { MaxFrame = v } : null),
        new("seq", Bx6FieldPlace.Ordinary, () => Words.FieldNumber.With(0, 65_535), (s, text) => Number(text, 65_535) is { } v ? s with { Sequence = (ushort)v } : null),
        new("random", Bx6FieldPlace.Ordinary, () => Words.FieldNumber.With(0, 255), (s, text) => Number(text, 255) is { } v ? s with { Random = (byte)v } : null),
        new("area", Bx6FieldPlace.Pages, () => Words.FieldNumber.With(0, 255), (s, text) => Number(text, 255) is { } v ? s with { AreaId = (byte)v } : null),
        new("run-mode", Bx6FieldPlace.Pages, () => Words.FieldNumber.With(0, 255), (s, text) => Number(text, 255) is { } v ? s with { RunMode = (byte)v } : null),
        new("timeout", Bx6FieldPlace.Pages, () => Words.FieldNumber.With(0, 65_535), (s, text) => Number(text, 65_535) is { } v ? s with { Timeout = (ushort)v } : null),
        new("all-programs", Bx6FieldPlace.Pages, () => Words.FieldNumber.With(0, 1), (s, text) => Number(text, 1) is { } v ? s with { AllPrograms = (byte)v } : null),
        new("immediate", Bx6FieldPlace.Pages, () => Words.FieldNumber.With(0, 2), (s, text) => Number(text, 2) is { } v ? s with { Immediate = (byte)v } : null),
        new("clear", Bx6FieldPlace.Pages, () => Words.FieldNumber.With(0, 255), (s, text) => Number(text, 255) is { } v ? s with { ClearMode = (byte)v } : null),
        new("mode", Bx6FieldPlace.Pages, () => Words.FieldNumber.With(0, 255), (s, text) => Number(text, 255) is { } v ? s with { DisplayMode = (byte)v } : null),
        new("speed", Bx6FieldPlace.Pages, () => Words.FieldNumber.With(0, 255), (s, text) => Number(text, 255) is { } v ? s with { Speed = (byte)v } : null),
        new("stay", Bx6FieldPlace.Pages, () => Words.FieldNumber.With(0, 65_535), (s, text) => Number(text, 65_535) is { } v ? s with { Stay = (ushort)v } : null),
        new("repeat", Bx6FieldPlace.Pages, () => Words.FieldNumber.With(0, 255), (s, text) => Number(text, 255) is { } v ? s with { Repeat = (byte)v } : null),
        new("valid-width", Bx6FieldPlace.Pages, () => Words.FieldNumber.With(0, 65_535), (s, text) => Number(text, 65_535) is { } v ? s with { ValidWidth = (ushort)v } : null),
        new("file-block", Bx6FieldPlace.Stored, () => Words.FieldNumber.With(1, 16_000), (s, text) => Number(text, 16_000) is { } v and > 0 ? s with { FileBlock = v } : null),
        new("first-day", Bx6FieldPlace.Stored, () => Words.FieldDay, (s, text) => Number(text, 1231) is not null && ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var v) ? s with { FirstDay = v } : null),
        new("length-field", Bx6FieldPlace.Dynamic, () => Words.FieldLength, (s, text) => text is "true" or "zero" ? s with { TrueLength = text == "true" } : null),
        new("lead", Bx6FieldPlace.Every, () => Words.FieldNumber.With(1, 16), (s, text) => Number(text, 16) is { } v and > 0 ? s with { Leads = v } : null),
        new("tail", Bx6FieldPlace.Every, () => Words.FieldNumber.With(1, 16), (s, text) => Number(text, 16) is { } v and > 0 ? s with { Tails = v } : null),
    ];

    // What a profile calls the same fields.
    private static readonly (string Name, string Field)[] ProfileNames =
        [("fileBlock", "file-block"), ("deviceType", "device-type"), ("protocolType", "protocol-type"), ("phyType", "phy"), ("areaId", "area"), ("address", "address")];

    /// <summary>Sets a field by the name that technicians use.</summary>
    /// <exception cref="FormatException">The name is unknown or the value out of range.</exception>
    public static Bx6Settings Set(Bx6Settings settings, string name, string value)
    {
        foreach (var field in All)
        {
            if (field.Name == name)
            {
                return field.Set(settings, value) ?? throw new FormatException(Words.FieldOutOfRange.With(name, value, field.Form()));
            }
        }

        throw new FormatException(Words.NoSuchField.With(name, Bx6Adapter.Name, string.Join(", ", All.Select(field => field.Name))));
    }

    /// <summary>Lets fields pass that the packet of a command has.</summary>
    /// <exception cref="FormatException">It has no such field: whoever set it would believe that it counts.</exception>
    public static void Require(IEnumerable<string> names, PanelCommand command)
    {
        var place = command switch
        {
            PanelCommand.LoadPages { Keep: true } or PanelCommand.StoreShow => Bx6FieldPlace.Every | Bx6FieldPlace.Ordinary | Bx6FieldPlace.Pages | Bx6FieldPlace.Stored,
            PanelCommand.LoadPages or PanelCommand.Blank => Bx6FieldPlace.Every | Bx6FieldPlace.Dynamic | Bx6FieldPlace.Pages,
            PanelCommand.DeleteAreas => Bx6FieldPlace.Every | Bx6FieldPlace.Dynamic,
            _ => Bx6FieldPlace.Every | Bx6FieldPlace.Ordinary,
        };
        var has = All.Where(field => place.HasFlag(field.Place)).Select(field => field.Name).ToArray();
        if (names.FirstOrDefault(name => !has.Contains(name)) is { } missing)
        {
            throw new FormatException(Words.FieldNotOfCommand.With(missing, string.Join(", ", has)));
        }
    }

    /// <summary>Sets a field by the name that profiles use.</summary>
    /// <exception cref="FormatException">The name is unknown or the value out of range.</exception>
    public static Bx6Settings InProfile(Bx6Settings settings, string name, string value)
    {
        var field = ProfileNames.FirstOrDefault(pair => pair.Name == name).Field
            ?? throw new FormatException(Words.NoSuchSetting.With(name, Bx6Adapter.Name, string.Join(", ", ProfileNames.Select(pair => pair.Name))));
        return Set(settings, field, value);
    }

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most ? value : null;

    private static byte? HexByte(string text) =>
        text.Length == 2 && byte.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
