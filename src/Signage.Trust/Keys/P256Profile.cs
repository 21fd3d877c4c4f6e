using System.Numerics;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.EC;

namespace Signage.Trust.Keys;

/// <summary>
/// ECDSA on P-256 with SHA-256, by the platform. From a signature (r, s) anybody can make (r, n − s), which is as good: so only the one with the lower s is
/// a signature here.
/// </summary>
internal sealed class P256Profile : SigningProfile
{
    private readonly EllipticCurve _curve = new(CustomNamedCurves.GetByName("P-256"));
    private readonly BigInteger _highest;

    public P256Profile() => _highest = _curve.Order / 2;

    public override ProfileId Id => ProfileId.P256;

    internal override EllipticCurve Curve => _curve;

    public override bool IsCanonical(ReadOnlySpan<byte> signature) => _curve.IsPair(signature, out _, out var s) && s <= _highest;

    internal override byte[] Sign(ReadOnlySpan<byte> scalar, PublicKey key, ReadOnlySpan<byte> message)
    {
        var parameters = Parameters(key);
        parameters.D = scalar.ToArray();
        try
        {
            using var signer = ECDsa.Create(parameters);
            var signature = signer.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
            var s = EllipticCurve.Number(signature.AsSpan(32));
            EllipticCurve.Bytes(s <= _highest ? s : _curve.Order - s).CopyTo(signature, 32);
            return signature;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(parameters.D);
        }
    }

    private protected override bool Fits(PublicKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        using var verifier = ECDsa.Create(Parameters(key));
        return verifier.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static ECParameters Parameters(PublicKey key) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = key.Point[1..33].ToArray(), Y = key.Point[33..].ToArray() },
    };
}
