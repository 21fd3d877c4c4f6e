using System.Globalization;
using System.Text;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>The data of A2 80: what a card says of itself, 307 bytes (section 8 of docs/protocols/onbon-bx6.md).</summary>
internal sealed record Bx6PingReply
{
    public const int Length = 307;

    public ushort DeviceType { get; init; }

    /// <summary>Eight characters.</summary>
    public string Firmware { get; init; } = "";

    /// <summary>0 when no screen parameters (屏参) are loaded.</summary>
    public byte ParametersLoaded { get; init; }

    public ushort Address { get; init; }

    public byte Baud { get; init; }

    public ushort Width { get; init; }

    public ushort Height { get; init; }

    /// <summary>1 single, 3 dual, 7 seven colours, FF full.</summary>
    public byte Colour { get; init; }

    public byte Brightness { get; init; }

    public byte On { get; init; }

    /// <summary>The data as it stands in a reply.</summary>
    public byte[] Write()
    {
        var data = new byte[Length];
        var writer = new Bx6Writer(data);
        writer.Two(DeviceType);
        writer.Bytes(Encoding.ASCII.GetBytes(Firmware.PadRight(8)[..8]));
        writer.One(ParametersLoaded);
        writer.Two(Address);
        writer.One(Baud);
        writer.Two(Width);
        writer.Two(Height);
        writer.One(Colour);
        writer.One(Brightness);
        writer.One(On);
        return data;
    }

    /// <summary>Reads the data; null when it is too short. Newer firmware may say more.</summary>
    public static Bx6PingReply? Read(ReadOnlyMemory<byte> data)
    {
        var reader = new Bx6Reader(data);
        var reply = new Bx6PingReply
        {
            DeviceType = reader.Two(),
            Firmware = Encoding.ASCII.GetString(reader.Take(8)).TrimEnd(' ', '\0'),
            ParametersLoaded = reader.One(),
            Address = reader.Two(),
            Baud = reader.One(),
            Width = reader.Two(),
            Height = reader.Two(),
            Colour = reader.One(),
            Brightness = reader.One(),
            On = reader.One(),
        };
        return reader.Short ? null : reply;
    }

    /// <summary>The values by name, for people.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values() =>
    [
        new("deviceType", Bx6Hex.OnWire(DeviceType)),
        new("firmware", Firmware),
        new("parametersLoaded", Text(ParametersLoaded)),
        new("address", Text(Address)),
        new("baudSetting", Text(Baud)),
        new("width", Text(Width)),
        new("height", Text(Height)),
        new("colour", $"{Colour:X2}"),
        new("brightness", Text(Brightness)),
        new("on", Text(On)),
    ];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
