using System.Globalization;
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
            yield return "settings.address is the controller's own (0080): no card would take it for its own";
        }

        if (!profile.Settings.ContainsKey("deviceType"))
        {
            yield return "settings.deviceType is missing: the card type as it stands on the wire, four hex digits such as 7402 for a 6E2";
        }
    }
}

/// <summary>The fields that can be set by name.</summary>
internal static class Bx6Fields
{
    private static readonly (string Name, Func<Bx6Settings, string, Bx6Settings?> Set)[] All =
    [
        ("address", (s, text) => Bx6Hex.TryParse(text, out var v) ? s with { Destination = v } : null),
        ("source", (s, text) => Bx6Hex.TryParse(text, out var v) ? s with { Source = v } : null),
        ("device-type", (s, text) => Bx6Hex.TryParse(text, out var v) ? s with { DeviceType = v } : null),
        ("protocol-type", (s, text) => HexByte(text) is { } v ? s with { ProtocolType = v } : null),
        ("phy", (s, text) => HexByte(text) is { } v ? s with { PhyType = v } : null),
        ("max-frame", (s, text) => Bx6Hex.TryParse(text, out var v) ? s with { MaxFrame = v } : null),
        ("seq", (s, text) => Number(text, 65_535) is { } v ? s with { Sequence = (ushort)v } : null),
        ("random", (s, text) => Number(text, 255) is { } v ? s with { Random = (byte)v } : null),
        ("area", (s, text) => Number(text, 255) is { } v ? s with { AreaId = (byte)v } : null),
        ("run-mode", (s, text) => Number(text, 255) is { } v ? s with { RunMode = (byte)v } : null),
        ("timeout", (s, text) => Number(text, 65_535) is { } v ? s with { Timeout = (ushort)v } : null),
        ("all-programs", (s, text) => Number(text, 1) is { } v ? s with { AllPrograms = (byte)v } : null),
        ("immediate", (s, text) => Number(text, 2) is { } v ? s with { Immediate = (byte)v } : null),
        ("clear", (s, text) => Number(text, 255) is { } v ? s with { ClearMode = (byte)v } : null),
        ("mode", (s, text) => Number(text, 255) is { } v ? s with { DisplayMode = (byte)v } : null),
        ("speed", (s, text) => Number(text, 255) is { } v ? s with { Speed = (byte)v } : null),
        ("stay", (s, text) => Number(text, 65_535) is { } v ? s with { Stay = (ushort)v } : null),
        ("repeat", (s, text) => Number(text, 255) is { } v ? s with { Repeat = (byte)v } : null),
        ("valid-width", (s, text) => Number(text, 65_535) is { } v ? s with { ValidWidth = (ushort)v } : null),
        ("file-block", (s, text) => Number(text, 16_000) is { } v and > 0 ? s with { FileBlock = v } : null),
        ("first-day", (s, text) => Number(text, 1231) is not null && ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var v) ? s with { FirstDay = v } : null),
        ("length-field", (s, text) => text is "true" or "zero" ? s with { TrueLength = text == "true" } : null),
        ("lead", (s, text) => Number(text, 16) is { } v and > 0 ? s with { Leads = v } : null),
        ("tail", (s, text) => Number(text, 16) is { } v and > 0 ? s with { Tails = v } : null),
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
                return field.Set(settings, value) ?? throw new FormatException($"{name}: '{value}' is out of range for this field");
            }
        }

        throw new FormatException($"'{name}' is not a field of onbon-bx6; there are: {string.Join(", ", All.Select(field => field.Name))}");
    }

    /// <summary>Sets a field by the name that profiles use.</summary>
    /// <exception cref="FormatException">The name is unknown or the value out of range.</exception>
    public static Bx6Settings InProfile(Bx6Settings settings, string name, string value)
    {
        var field = ProfileNames.FirstOrDefault(pair => pair.Name == name).Field
            ?? throw new FormatException($"{name} is not a setting of onbon-bx6; there are: {string.Join(", ", ProfileNames.Select(pair => pair.Name))}");
        return Set(settings, field, value);
    }

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most ? value : null;

    private static byte? HexByte(string text) =>
        text.Length == 2 && byte.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
