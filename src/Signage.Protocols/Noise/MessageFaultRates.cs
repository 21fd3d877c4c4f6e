namespace Signage.Protocols.Noise;

/// <summary>How bad a network is: chances for each message, 0 to 1, taken one after another.</summary>
/// <param name="Drop">It is lost.</param>
/// <param name="Spoil">One bit of its content turns over.</param>
/// <param name="Duplicate">It comes twice.</param>
/// <param name="Reorder">It comes after the next one; without a next one it is lost.</param>
public sealed record MessageFaultRates(double Drop = 0, double Spoil = 0, double Duplicate = 0, double Reorder = 0);
