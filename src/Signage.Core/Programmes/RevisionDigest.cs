using System.Security.Cryptography;
using System.Text;

namespace Signage.Core.Programmes;

/// <summary>SHA-256 of a text in Unicode normal form C, encoded as UTF-8. Lower-case hex.</summary>
/// <param name="Hex">64 lower-case hex digits.</param>
public readonly record struct RevisionDigest(string Hex)
{
    /// <summary>Computes the digest of a text.</summary>
    /// <exception cref="ArgumentException">The text holds half of a surrogate pair.</exception>
    public static RevisionDigest Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new RevisionDigest(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormC)))));
    }

    /// <summary>The hex digits.</summary>
    public override string ToString() => Hex;
}
