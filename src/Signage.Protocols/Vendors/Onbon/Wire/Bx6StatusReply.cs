using System.Globalization;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>The first fields of A2 8F: the card's state (section 8 of docs/protocols/onbon-bx6.md; from vendor sources, never recorded).</summary>
internal sealed record Bx6StatusReply
{
    public const int Length = 65;

    public byte On { get; init; }

    public byte BrightnessMode { get; init; }

    public byte Brightness { get; init; }

    public ushort ProgramCount { get; init; }

    /// <summary>The data as it stands in a reply; what is not modelled is zero.</summary>
    public byte[] Write()
    {
        var data = new byte[Length];
        var writer = new Bx6Writer(data);
        writer.One(On);
        writer.One(0);
        writer.One(BrightnessMode);
        writer.One(Brightness);
        writer.Two(ProgramCount);
        return data;
    }

    /// <summary>Reads the data; null when it is too short.</summary>
    public static Bx6StatusReply? Read(ReadOnlyMemory<byte> data)
    {
        var reader = new Bx6Reader(data);
        var on = reader.One();
        reader.Skip(1);
        var reply = new Bx6StatusReply { On = on, BrightnessMode = reader.One(), Brightness = reader.One(), ProgramCount = reader.Two() };
        return reader.Short ? null : reply;
    }

    /// <summary>The values by name, for people.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values() =>
    [
        new("on", Text(On)), new("brightnessMode", Text(BrightnessMode)), new("brightness", Text(Brightness)), new("programs", Text(ProgramCount)),
    ];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
