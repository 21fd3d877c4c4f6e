using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Multiplier;

namespace Signage.Trust.Keys;

/// <summary>The curve of a profile, y² = x³ − 3x + b over a prime field of 256 bits with cofactor 1: both curves here are of this kind.</summary>
internal sealed class EllipticCurve
{
    private readonly BigInteger _prime;
    private readonly BigInteger _b;

    public EllipticCurve(X9ECParameters parameters)
    {
        Domain = new ECDomainParameters(parameters);
        _prime = Number(parameters.Curve.Field.Characteristic.ToByteArrayUnsigned());
        _b = Number(parameters.Curve.B.GetEncoded());
        Order = Number(parameters.N.ToByteArrayUnsigned());
    }

    /// <summary>The curve in the library's own terms.</summary>
    public ECDomainParameters Domain { get; }

    /// <summary>How many points it has: private keys and signatures are numbers below.</summary>
    public BigInteger Order { get; }

    public static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    /// <summary>A number below 2^256 in 32 bytes.</summary>
    public static byte[] Bytes(BigInteger number)
    {
        var bytes = new byte[32];
        var size = number.GetByteCount(isUnsigned: true);
        return number.TryWriteBytes(bytes.AsSpan(32 - size), out _, isUnsigned: true, isBigEndian: true)
            ? bytes
            : throw new ArgumentOutOfRangeException(nameof(number), number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>True for an uncompressed point of the curve. With cofactor 1 every such point but infinity, which has no such form, has the full order.</summary>
    public bool Holds(ReadOnlySpan<byte> point)
    {
        if (point.Length != PublicKey.Size || point[0] != 4)
        {
            return false;
        }

        var (x, y) = (Number(point[1..33]), Number(point[33..]));
        return x < _prime && y < _prime && ((y * y) - (x * x * x) + (3 * x) - _b) % _prime == 0;
    }

    /// <summary>True for a number from 1 to the order − 2: SM2 asks for that (GB/T 32918.1, 6.1), and P-256 loses nothing.</summary>
    public bool IsScalar(ReadOnlySpan<byte> scalar) =>
        scalar.Length == SigningProfile.ScalarSize && Number(scalar) is var number && number >= 1 && number <= Order - 2;

    /// <summary>A new private key from the random numbers of the operating system.</summary>
    public byte[] NewScalar()
    {
        var scalar = new byte[SigningProfile.ScalarSize];
        do
        {
            RandomNumberGenerator.Fill(scalar);
        }
        while (!IsScalar(scalar));

        return scalar;
    }

    /// <summary>The public point of a private key.</summary>
    public byte[] PointOf(ReadOnlySpan<byte> scalar)
    {
        var number = new Org.BouncyCastle.Math.BigInteger(1, scalar.ToArray());
        return new FixedPointCombMultiplier().Multiply(Domain.G, number).Normalize().GetEncoded(compressed: false);
    }

    /// <summary>True when r and s both lie from 1 to the order − 1.</summary>
    public bool IsPair(ReadOnlySpan<byte> signature, out BigInteger r, out BigInteger s)
    {
        (r, s) = (BigInteger.Zero, BigInteger.Zero);
        if (signature.Length != SigningProfile.SignatureSize)
        {
            return false;
        }

        (r, s) = (Number(signature[..32]), Number(signature[32..]));
        return !r.IsZero && r < Order && !s.IsZero && s < Order;
    }
}
