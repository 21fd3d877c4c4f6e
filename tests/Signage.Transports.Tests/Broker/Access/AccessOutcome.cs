namespace Signage.Transports.Tests.Broker.Access;

/// <summary>What came of one cell of the matrix in one version of MQTT.</summary>
/// <param name="Version">5, or 4 for 3.1.1.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Heard">What was delivered, and what is kept.</param>
/// <param name="Refused">What the broker counted.</param>
internal sealed record AccessOutcome(byte Version, string Answer, string Heard, string Refused)
{
    /// <summary>Versions in which every cell is tried: they differ in packets and answers, and must not in rights.</summary>
    public static IReadOnlyList<byte> Versions { get; } = [5, 4];
}
