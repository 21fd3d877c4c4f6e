namespace Signage.Cli.Arguments;

/// <summary>The endpoints that a verb understands.</summary>
/// <param name="Schemes">How they begin.</param>
/// <param name="Examples">One of each kind, for people.</param>
internal sealed record EndpointForms(IReadOnlyList<string> Schemes, string Examples)
{
    /// <summary>Where a card can be reached.</summary>
    public static EndpointForms Cards { get; } = new(
        ["http", "mqtt", "serial", "tcp", "udp"],
        "serial:/dev/ttyUSB0?baud=57600, serial:COM3?baud=9600, tcp://host:5005, udp://host:4048, http://host, mqtt://broker:1883/base/topic");

    /// <summary>Where a simulated panel can be put.</summary>
    public static EndpointForms Simulated { get; } = new(
        ["http", "mqtt", "pty", "tcp", "udp"],
        "pty:?baud=57600, tcp://127.0.0.1:5005, udp://127.0.0.1:4048?control=8080, http://127.0.0.1:8989, mqtt://127.0.0.1:1883/base/topic");
}
