using System.Numerics;
using System.Security.Cryptography;

namespace Signage.Trust.Tests.Papers;

/// <summary>
/// Verification of signatures once more, with whole numbers of any size and the formulas of a textbook: slow, short, and shared with nothing. ECDSA by
/// FIPS 186-5, 6.4.2; SM2 by GB/T 32918.2-2016, 7.1. The numbers of the curves are those of SP 800-186, 3.2.1.3 and GB/T 32918.5-2017.
/// </summary>
internal sealed class PaperCurve(string p, string b, string n, string x, string y, bool isSm2)
{
    public static readonly PaperCurve P256 = new(
        "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF",
        "5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B",
        "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551",
        "6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296",
        "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5",
        isSm2: false);

    public static readonly PaperCurve Sm2 = new(
        "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF",
        "28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93",
        "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123",
        "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7",
        "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0",
        isSm2: true);

    private readonly BigInteger _p = Hex(p);
    private readonly BigInteger _n = Hex(n);

    public bool IsSigned(byte[] point, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var (r, s) = (Number(signature[..32]), Number(signature[32..]));
        if (r < 1 || r >= _n || s < 1 || s >= _n || (!isSm2 && s > _n / 2))
        {
            return false;
        }

        var (g, q) = ((Hex(x), Hex(y)), (Number(point.AsSpan(1, 32)), Number(point.AsSpan(33, 32))));
        if (isSm2)
        {
            var e = Number(PaperSm3.Of([.. Za(point), .. message]));
            var t = (r + s) % _n;
            return t != 0 && Add(Times(s, g), Times(t, q)) is { } sum && (e + sum.X) % _n == r;
        }

        var w = BigInteger.ModPow(s, _n - 2, _n);
        return Add(Times(Number(SHA256.HashData(message)) * w % _n, g), Times(r * w % _n, q)) is { } end && end.X % _n == r;
    }

    // GB/T 32918.2-2016, 5.5: the length of the user id in bits, the id, a, b, the base point and the key.
    private byte[] Za(byte[] point) =>
        PaperSm3.Of([0, 128, .. "1234567812345678"u8, .. Bytes(_p - 3), .. Bytes(Hex(b)), .. Bytes(Hex(x)), .. Bytes(Hex(y)), .. point.AsSpan(1)]);

    // Points as (X, Y, Z) with x = X / Z^2 and y = Y / Z^3, so that only the end needs a division; Z = 0 is the point at infinity.
    private (BigInteger X, BigInteger Y, BigInteger Z) Times(BigInteger k, (BigInteger X, BigInteger Y) point)
    {
        (BigInteger X, BigInteger Y, BigInteger Z) sum = (1, 1, 0);
        for (var bit = 255; bit >= 0; bit--)
        {
            sum = Twice(sum);
            sum = ((k >> bit) & 1).IsOne ? Plus(sum, (point.X, point.Y, 1)) : sum;
        }

        return sum;
    }

    private (BigInteger X, BigInteger Y)? Add((BigInteger X, BigInteger Y, BigInteger Z) left, (BigInteger X, BigInteger Y, BigInteger Z) right)
    {
        var sum = Plus(left, right);
        var inverse = BigInteger.ModPow(sum.Z, _p - 2, _p);
        return sum.Z.IsZero ? null : (Mod(sum.X * inverse * inverse), Mod(sum.Y * inverse * inverse * inverse));
    }

    private (BigInteger X, BigInteger Y, BigInteger Z) Twice((BigInteger X, BigInteger Y, BigInteger Z) point)
    {
        var (yy, zz) = (Mod(point.Y * point.Y), Mod(point.Z * point.Z));
        var (s, m) = (Mod(4 * point.X * yy), Mod(3 * (point.X - zz) * (point.X + zz)));
        var twice = Mod((m * m) - (2 * s));
        return (twice, Mod((m * (s - twice)) - (8 * yy * yy)), Mod(2 * point.Y * point.Z));
    }

    private (BigInteger X, BigInteger Y, BigInteger Z) Plus((BigInteger X, BigInteger Y, BigInteger Z) left, (BigInteger X, BigInteger Y, BigInteger Z) right)
    {
        if (left.Z.IsZero || right.Z.IsZero)
        {
            return left.Z.IsZero ? right : left;
        }

        var (zzl, zzr) = (Mod(left.Z * left.Z), Mod(right.Z * right.Z));
        var (u, v) = (Mod(left.X * zzr), Mod(left.Y * zzr * right.Z));
        var (h, r) = (Mod((right.X * zzl) - u), Mod((right.Y * zzl * left.Z) - v));
        if (h.IsZero)
        {
            return r.IsZero ? Twice(left) : (1, 1, 0);
        }

        var (hh, hhh) = (Mod(h * h), Mod(h * h * h));
        var x3 = Mod((r * r) - hhh - (2 * u * hh));
        return (x3, Mod((r * ((u * hh) - x3)) - (v * hhh)), Mod(h * left.Z * right.Z));
    }

    private BigInteger Mod(BigInteger number) => ((number % _p) + _p) % _p;

    private static byte[] Bytes(BigInteger number) => [.. new byte[32 - number.GetByteCount(isUnsigned: true)], .. number.ToByteArray(isUnsigned: true, isBigEndian: true)];

    private static BigInteger Hex(string digits) => Number(Convert.FromHexString(digits));

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
