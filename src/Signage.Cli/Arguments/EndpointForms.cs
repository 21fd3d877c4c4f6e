namespace Signage.Cli.Arguments;

/// <summary>The endpoints that a verb understands.</summary>
/// <param name="Schemes">How they begin.</param>
/// <param name="Examples">One of each kind, for people.</param>
internal sealed record EndpointForms(IReadOnlyList<string> Schemes, string Examples)
{
    /// <summary>Where a card can be reached.</summary>
    public static EndpointForms Cards { get; } = new(
        ["mqtt", "serial", "tcp"],
        "serial:/dev/ttyUSB0?baud=57600, serial:COM3?baud=9600, tcp://host:5005, mqtt://broker:1883/base/topic");

    /// <summary>Where a simulated panel can be put.</summary>
    public static EndpointForms Simulated { get; } = new(
        ["mqtt", "pty", "tcp"],
        "pty:?baud=57600, tcp://127.0.0.1:5005, mqtt://127.0.0.1:1883/base/topic");
}
