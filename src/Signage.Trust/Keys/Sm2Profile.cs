using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math.EC;

namespace Signage.Trust.Keys;

/// <summary>
/// SM2 with SM3, by BouncyCastle, under the user id that GM/T 0009-2012 names where nobody agreed on another. Signatures of other programs often come as DER;
/// here r and s stand side by side, in one form. An SM2 signature has no twin as an ECDSA signature has: −s belongs to another point, since t = r + s
/// enters the equation, so no rule about a low s is needed. See docs/trust.md.
/// </summary>
internal sealed class Sm2Profile : SigningProfile
{
    private static readonly byte[] UserId = "1234567812345678"u8.ToArray();

    private readonly EllipticCurve _curve = new(CustomNamedCurves.GetByName("sm2p256v1"));

    public override ProfileId Id => ProfileId.Sm2;

    internal override EllipticCurve Curve => _curve;

    public override bool IsCanonical(ReadOnlySpan<byte> signature) => _curve.IsPair(signature, out var r, out var s) && r + s != _curve.Order;

    internal override byte[] Sign(ReadOnlySpan<byte> scalar, PublicKey key, ReadOnlySpan<byte> message)
    {
        var number = new Org.BouncyCastle.Math.BigInteger(1, scalar.ToArray());
        var signer = Begin(new ECPrivateKeyParameters(number, _curve.Domain), signing: true);
        signer.BlockUpdate(message);
        return signer.GenerateSignature();
    }

    private protected override bool Fits(PublicKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        ECPoint point = _curve.Domain.Curve.DecodePoint(key.Point.ToArray());
        var verifier = Begin(new ECPublicKeyParameters(point, _curve.Domain), signing: false);
        verifier.BlockUpdate(message);
        return verifier.VerifySignature(signature.ToArray());
    }

    private static SM2Signer Begin(ECKeyParameters key, bool signing)
    {
        var signer = new SM2Signer(PlainDsaEncoding.Instance, new SM3Digest());
        signer.Init(signing, new ParametersWithID(key, UserId));
        return signer;
    }
}
