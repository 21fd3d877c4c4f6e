namespace Signage.Protocols.Noise;

/// <summary>How noisy a line is: chances for each byte, 0 to 1, taken one after another.</summary>
/// <param name="Flip">One bit of the byte turns over.</param>
/// <param name="Drop">The byte is lost.</param>
/// <param name="Insert">A random byte appears before it.</param>
/// <param name="Duplicate">The byte comes twice.</param>
public sealed record FaultRates(double Flip = 0, double Drop = 0, double Insert = 0, double Duplicate = 0);
