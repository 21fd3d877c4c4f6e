using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Math;
using Signage.Trust.Keys;

namespace Signage.Trust.Tests.Keys;

/// <summary>OpenSSL takes our signatures, and we take those of OpenSSL, once they are brought into our form.</summary>
public sealed class OpenSslTests
{
    private static readonly byte[] Message = "慈善宣传标语"u8.ToArray();

    [Theory]
    [InlineData(ProfileId.P256)]
    [InlineData(ProfileId.Sm2)]
    public void S41_Signature_WhenOurs_IsTakenByOpenSsl(ProfileId profile)
    {
        using var openssl = OpenSsl.Start();
        using var key = PersonKey.Create(SigningProfile.Of((int)profile)!);
        openssl.Write("message", Message);
        openssl.Write("other", [.. Message, 0]);
        openssl.Write("public.der", PublicDer(key.Public));
        openssl.Write("signature", Der(key.Sign(Message)));
        var (code, said) = openssl.Run([.. Verify(profile), "-in", "message"]);
        Assert.True(code == 0, said);
        Assert.NotEqual(0, openssl.Run([.. Verify(profile), "-in", "other"]).Code);
    }

    [Theory]
    [InlineData(ProfileId.P256)]
    [InlineData(ProfileId.Sm2)]
    public void S41_Signature_WhenOfOpenSsl_IsTakenByUs(ProfileId profile)
    {
        using var openssl = OpenSsl.Start();
        using var key = PersonKey.Create(SigningProfile.Of((int)profile)!);
        openssl.Write("message", Message);
        openssl.Write("private.der", PrivateDer(key));
        var (code, said) = openssl.Run(
            [.. (string[])["pkeyutl", "-sign", "-rawin", "-inkey", "private.der", "-keyform", "DER", "-in", "message", "-out", "signature"], .. Digest(profile)]);
        Assert.True(code == 0, said);
        Assert.True(key.Public.Profile.Verify(key.Public, Message, Plain(openssl.Read("signature"), profile)));
    }

    [Fact]
    public void S41_Sm3_WhenReckonedByOpenSsl_IsTheSame()
    {
        using var openssl = OpenSsl.Start();
        openssl.Write("message", Message);
        var (code, said) = openssl.Run("dgst", "-sm3", "-r", "message");
        Assert.True(code == 0, said);
        Assert.StartsWith(Convert.ToHexStringLower(Papers.PaperSm3.Of(Message)), said, StringComparison.Ordinal);
    }

    private static string[] Verify(ProfileId profile) =>
        ["pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", "public.der", "-keyform", "DER", "-sigfile", "signature", .. Digest(profile)];

    private static string[] Digest(ProfileId profile) =>
        profile == ProfileId.P256 ? ["-digest", "sha256"] : ["-digest", "sm3", "-pkeyopt", "distid:1234567812345678"];

    // SubjectPublicKeyInfo (RFC 5480) and ECPrivateKey (RFC 5915): both curves have a name of eight bytes.
    private static byte[] PublicDer(PublicKey key) =>
        [.. Convert.FromHexString("3059301306072A8648CE3D0201"), .. Curve(key), .. Convert.FromHexString("034200"), .. key.Point.Span];

    private static byte[] PrivateDer(PersonKey key) =>
        [.. Convert.FromHexString("30770201010420"), .. key.Scalar, 0xA0, 10, .. Curve(key.Public), .. Convert.FromHexString("A144034200"), .. key.Public.Point.Span];

    private static byte[] Curve(PublicKey key) => Convert.FromHexString(key.Profile.Id == ProfileId.P256 ? "06082A8648CE3D030107" : "06082A811CCF5501822D");

    private static byte[] Der(byte[] signature) =>
        new DerSequence(new DerInteger(new BigInteger(1, signature[..32])), new DerInteger(new BigInteger(1, signature[32..]))).GetDerEncoded();

    private static byte[] Plain(byte[] der, ProfileId profile)
    {
        var pair = Asn1Sequence.GetInstance(der);
        var (r, s) = (DerInteger.GetInstance(pair[0]).PositiveValue, DerInteger.GetInstance(pair[1]).PositiveValue);
        var order = new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);
        s = profile == ProfileId.P256 && s.CompareTo(order.ShiftRight(1)) > 0 ? order.Subtract(s) : s;
        return [.. Org.BouncyCastle.Utilities.BigIntegers.AsUnsignedByteArray(32, r), .. Org.BouncyCastle.Utilities.BigIntegers.AsUnsignedByteArray(32, s)];
    }
}
