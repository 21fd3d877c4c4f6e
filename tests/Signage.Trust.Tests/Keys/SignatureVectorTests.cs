using System.Text;
using Org.BouncyCastle.Crypto.Digests;
using Signage.Trust.Keys;
using Signage.Trust.Tests.Papers;

namespace Signage.Trust.Tests.Keys;

/// <summary>Signatures and digests that others published.</summary>
public sealed class SignatureVectorTests
{
    // RFC 6979, appendix A.2.5 (P-256), the key and the rows of SHA-256. https://www.rfc-editor.org/rfc/rfc6979
    private const string Rfc6979Key = "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";
    private const string Rfc6979Point = "0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";

    // NIST CAVP, 186-4ecdsatestvectors.zip, SigVer.rsp, [P-256,SHA-256], a row with Result = P.
    private const string CavpPoint = "04e424dc61d4bb3cb7ef4344a7f8957a0c5134e16f7a67c074f82e6e12f49abf3c970eed7aa2bc48651545949de1dddaf0127e5965ac85d1243d6f60e7dfaee927";
    private const string CavpMessage = "e1130af6a38ccb412a9c8d13e15dbfc9e69a16385af3c3f1e5da954fd5e7c45fd75e2b8c36699228e92840c0562fbf3772f07e17f1add56588dd45f7450e1217ad239922dd9c32695dc71ff2424ca0dec1321aa47064a044b7fe3c2b97d03ce470a592304c5ef21eed9f93da56bb232d1eeb0035f9bf0dfafdcc4606272b20a3";
    private const string CavpSignature = "bf96b99aa49c705c910be33142017c642ff540c76349b9dab72f981fd9347f4f17c55095819089c2e03b9cd415abdf12444e323075d98f31920b9e0f57ec871c";

    // GB/T 32918.5-2017, annex A (GM/T 0003.5-2012 has the same): user id 1234567812345678, message "message digest".
    private const string Sm2Key = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private const string Sm2Point = "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private const string Sm2Signature = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";

    [Theory]
    [InlineData("test", "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083", true)]
    // The RFC's own s for "sample" is high; its twin is n - s.
    [InlineData("sample", "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF37160834E36AD29A83BF2BC9385E491D6099C8FDF9D1ED67AA7EA5F51F93782857A9", true)]
    [InlineData("sample", "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8", false)]
    [InlineData("simple", "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083", false)]
    public void P256_WhenSignedAsInRfc6979_IsVerifiedOnlyWithALowS(string message, string signature, bool good) =>
        Assert.Equal(good, SigningProfile.P256.Verify(Key(SigningProfile.P256, Rfc6979Point), Encoding.ASCII.GetBytes(message), Convert.FromHexString(signature)));

    [Fact]
    public void P256_WhenSignedAsInCavp_IsVerified() => Assert.True(
        SigningProfile.P256.Verify(Key(SigningProfile.P256, CavpPoint), Convert.FromHexString(CavpMessage), Convert.FromHexString(CavpSignature)));

    [Fact]
    public void S41_Sm2_WhenSignedAsInTheStandard_IsVerified()
    {
        var key = Key(SigningProfile.Sm2, Sm2Point);
        Assert.True(SigningProfile.Sm2.Verify(key, "message digest"u8, Convert.FromHexString(Sm2Signature)));
        Assert.False(SigningProfile.Sm2.Verify(key, "message digesT"u8, Convert.FromHexString(Sm2Signature)));
    }

    [Theory]
    [InlineData(ProfileId.P256, Rfc6979Key, Rfc6979Point)]
    [InlineData(ProfileId.Sm2, Sm2Key, Sm2Point)]
    public void S41_PersonKey_WhenReadFromItsNumber_HasThePublishedPoint(ProfileId profile, string scalar, string point)
    {
        using var key = PersonKey.Read(SigningProfile.Of((int)profile)!, Convert.FromHexString(scalar))!;
        Assert.Equal(point, Convert.ToHexString(key.Public.Point.Span));
    }

    // GB/T 32905-2016, annex A, examples 1 and 2.
    [Theory]
    [InlineData("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    public void S41_Sm3_WhenReckonedByEither_IsAsInTheStandard(string text, string digest)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var sm3 = new SM3Digest();
        sm3.BlockUpdate(bytes, 0, bytes.Length);
        var library = new byte[32];
        sm3.DoFinal(library, 0);
        Assert.Equal((digest, digest), (Convert.ToHexStringLower(library), Convert.ToHexStringLower(PaperSm3.Of(bytes))));
    }

    [Fact]
    public void Paper_WhenGivenThePublishedVectors_AgreesWithThem()
    {
        Assert.True(PaperCurve.P256.IsSigned(Convert.FromHexString(CavpPoint), Convert.FromHexString(CavpMessage), Convert.FromHexString(CavpSignature)));
        Assert.True(PaperCurve.Sm2.IsSigned(Convert.FromHexString(Sm2Point), "message digest"u8, Convert.FromHexString(Sm2Signature)));
    }

    private static PublicKey Key(SigningProfile profile, string point) => PublicKey.Read(profile, Convert.FromHexString(point))!;
}
