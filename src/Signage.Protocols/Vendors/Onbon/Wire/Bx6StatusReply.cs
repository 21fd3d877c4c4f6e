using System.Globalization;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>The first fields of A2 8F: the card's state (section 8 of docs/protocols/onbon-bx6.md; from vendor sources, never recorded).</summary>
internal sealed record Bx6StatusReply
{
    public const int Length = 65;

    // The programme that plays (4), locks of screen and programme, run mode.
    private const int BeforeClock = 7;

    public byte On { get; init; }

    /// <summary>1 when a timer is set.</summary>
    public byte Timed { get; init; }

    public byte BrightnessMode { get; init; }

    public byte Brightness { get; init; }

    public ushort ProgramCount { get; init; }

    /// <summary>What the card says of its clock chip, 1 for good; 0 in a reply that ends before.</summary>
    public byte ClockIsGood { get; init; }

    /// <summary>What the card's clock shows; null when it shows no moment, or the reply ends before.</summary>
    public DateTime? Clock { get; init; }

    /// <summary>The data as it stands in a reply; what is not modelled is zero.</summary>
    public byte[] Write()
    {
        var data = new byte[Length];
        var writer = new Bx6Writer(data);
        writer.One(On);
        writer.One(Timed);
        writer.One(BrightnessMode);
        writer.One(Brightness);
        writer.Two(ProgramCount);
        writer.Zeros(BeforeClock);
        writer.One(ClockIsGood);
        if (Clock is { } wall)
        {
            writer.Bytes(Bx6Time.Write(wall));
        }

        return data;
    }

    /// <summary>Reads the data; null when it is too short.</summary>
    public static Bx6StatusReply? Read(ReadOnlyMemory<byte> data)
    {
        var reader = new Bx6Reader(data);
        var on = reader.One();
        var reply = new Bx6StatusReply { On = on, Timed = reader.One(), BrightnessMode = reader.One(), Brightness = reader.One(), ProgramCount = reader.Two() };
        if (reader.Short)
        {
            return null;
        }

        reader.Skip(BeforeClock);
        var isGood = reader.One();
        var clock = Bx6Time.Read(reader.Take(Bx6Time.Length));
        return reader.Short ? reply : reply with { ClockIsGood = isGood, Clock = clock };
    }

    /// <summary>The values by name, for people.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values() =>
    [
        new("on", Text(On)), new("timed", Text(Timed)), new("brightnessMode", Text(BrightnessMode)), new("brightness", Text(Brightness)), new("programs", Text(ProgramCount)),
        new("clockIsGood", Text(ClockIsGood)),
        .. Clock is { } wall ? (KeyValuePair<string, string>[])[new("clock", wall.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))] : [],
    ];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
