namespace Signage.Protocols.Vendors.Awtrix.Wire;

/// <summary>One thing that is said to a clock or by it. The same name stands below its base topic and, for what is said to it, below <c>/api/</c>.</summary>
/// <param name="Name">Such as <c>settings</c> or <c>custom/notice</c>.</param>
/// <param name="Payload">JSON, or nothing.</param>
internal sealed record AwtrixWord(string Name, ReadOnlyMemory<byte> Payload)
{
    /// <summary>An app of the loop stands behind this; nothing as payload takes away every app whose name begins so.</summary>
    public const string Custom = "custom/";

    /// <summary>A picture over the loop.</summary>
    public const string Notify = "notify";

    /// <summary>Ends the notification that stands in front.</summary>
    public const string Dismiss = "notify/dismiss";

    /// <summary>What the clock keeps in its flash.</summary>
    public const string Settings = "settings";

    /// <summary>Switches the LEDs.</summary>
    public const string Power = "power";

    /// <summary>One colour over everything; nothing as payload ends it.</summary>
    public const string Moodlight = "moodlight";

    /// <summary>Asks for <see cref="Screen"/>.</summary>
    public const string SendScreen = "sendscreen";

    /// <summary>The colours of all pixels.</summary>
    public const string Screen = "screen";

    /// <summary>Told every ten seconds, without being asked.</summary>
    public const string Stats = "stats";

    /// <summary>The names of the apps in their order, told whenever the loop is set anew.</summary>
    public const string Loop = "stats/loop";

    /// <summary>A word without a payload.</summary>
    public static AwtrixWord Bare(string name) => new(name, ReadOnlyMemory<byte>.Empty);

    /// <summary>Takes away every app whose name begins so.</summary>
    public static AwtrixWord Delete(string app) => Bare(Custom + app);

    /// <summary>The indicator of a number, 1 to 3: a few pixels at the right edge.</summary>
    public static string Indicator(int number) => $"indicator{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>The text is fit for a log line and never tells the content.</summary>
    public override string ToString() => $"{Name} {Payload.Length} bytes";
}
