using System.Buffers;
using System.Security.Cryptography;
using Signage.Protocols.Vendors.Colorlight.Wire;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>
/// Names of our programmes. A name comes of the content: another content never overwrites the files of the programme that is playing, the same
/// content is the same programme however often it is sent, and a player that remembers pictures by their path never shows an old one.
/// </summary>
internal static class PlayerNames
{
    private const string Ours = "sg_";
    private const int Digits = 12;
    private const int Longest = 16;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The programme under the name that its content gives it.</summary>
    public static PlayerProgram Named(PlayerProgram program)
    {
        var content = ProgramJson.Write(program with { Name = "" });
        return program with { Name = $"{Ours}{Convert.ToHexStringLower(SHA256.HashData(content))[..Digits]}" };
    }

    /// <summary>Whether a file on the player is a programme that this program sent.</summary>
    public static bool IsOurs(string file) =>
        file.Length == Ours.Length + Digits + 4
        && file.StartsWith(Ours, StringComparison.Ordinal)
        && file.EndsWith(".vsn", StringComparison.Ordinal)
        && file.AsSpan(Ours.Length, Digits).IndexOfAnyExcept(HexDigits) < 0;

    /// <summary>Whether a player takes a name: letters, digits, <c>_</c> and <c>-</c>, at most 16. A safe rule of a newer client, not a documented limit.</summary>
    public static bool IsSafe(string name) => name.Length is > 0 and <= Longest && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
