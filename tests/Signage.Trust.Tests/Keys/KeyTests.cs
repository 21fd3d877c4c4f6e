using CsCheck;
using Signage.Trust.Keys;
using Signage.Trust.Tests.Papers;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Keys;

public sealed class KeyTests
{
    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S41_Signature_WhenOfAnyMessage_IsVerifiedByAnotherImplementation(ProfileId profile)
    {
        var key = Cast.Of(profile)["somebody"];
        var paper = profile == ProfileId.P256 ? PaperCurve.P256 : PaperCurve.Sm2;
        Gen.Byte.Array[0, 200].Sample(message =>
        {
            var signature = key.Sign(message);
            return signature.Length == 64 && key.Public.Profile.Verify(key.Public, message, signature)
                && paper.IsSigned(key.Public.Point.ToArray(), message, signature)
                && !key.Public.Profile.Verify(key.Public, (byte[])[.. message, 0], signature);
        }, iter: 25, threads: 1);
    }

    [Fact]
    public void P256_WhenSigningOften_AlwaysHasTheLowS()
    {
        var key = Cast.Of(ProfileId.P256)["somebody"];
        Assert.All(Enumerable.Range(0, 100), n => Assert.True(SigningProfile.P256.IsCanonical(key.Sign([(byte)n]))));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S41_PublicKey_WhenNoPointInItsOneForm_IsRefused(ProfileId id)
    {
        var profile = SigningProfile.Of((int)id)!;
        var good = Cast.Of(id)["somebody"].Public.Point.ToArray();
        Assert.NotNull(PublicKey.Read(profile, good));
        Assert.Null(PublicKey.Read(profile, []));
        Assert.Null(PublicKey.Read(profile, good.AsSpan(0, 64)));
        Assert.Null(PublicKey.Read(profile, (byte[])[.. good, 0]));
        Assert.Null(PublicKey.Read(profile, (byte[])[2, .. good[1..33]]));
        Assert.All((byte[])[0, 2, 3, 5, 6, 7], form => Assert.Null(PublicKey.Read(profile, (byte[])[form, .. good[1..]])));
        Assert.Null(PublicKey.Read(profile, (byte[])[4, .. new byte[64]]));
        Assert.Null(PublicKey.Read(profile, (byte[])[4, .. Enumerable.Repeat((byte)255, 64)]));
        Assert.All(Enumerable.Range(1, 64), at =>
        {
            var changed = good.ToArray();
            changed[at] ^= 1;
            Assert.Null(PublicKey.Read(profile, changed));
        });
    }

    [Fact]
    public void PublicKey_WhenOfTheOtherCurve_IsRefused()
    {
        Assert.Null(PublicKey.Read(SigningProfile.Sm2, Cast.Of(ProfileId.P256)["a"].Public.Point.Span));
        Assert.Throws<ArgumentException>(() => SigningProfile.Sm2.Verify(Cast.Of(ProfileId.P256)["a"].Public, [], new byte[64]));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S41_PersonKey_WhenItsNumberIsNone_IsRefused(ProfileId id)
    {
        var profile = SigningProfile.Of((int)id)!;
        Assert.Null(PersonKey.Read(profile, []));
        Assert.Null(PersonKey.Read(profile, new byte[32]));
        Assert.Null(PersonKey.Read(profile, Enumerable.Repeat((byte)255, 32).ToArray()));
        Assert.Null(PersonKey.Read(profile, new byte[33]));
    }

    [Fact]
    public void KeyId_WhenOfAKey_IsAsInTheDocument()
    {
        var key = Cast.Of(ProfileId.Sm2)["a"].Public;
        var expected = System.Security.Cryptography.SHA256.HashData((byte[])[.. "signage.key.1"u8, 2, .. key.Point.Span]);
        Assert.Equal(Convert.ToHexStringLower(expected), key.Id.ToString());
        Assert.Equal(new KeyId(expected), key.Id);
        Assert.NotEqual(default, key.Id);
    }

    [Fact]
    public void PersonKey_WhenDisposed_SignsNoMore()
    {
        var key = PersonKey.Create(SigningProfile.P256);
        Assert.Equal(64, key.Sign([1]).Length);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign([1]));
    }

    [Fact]
    public void PersonKey_WhenCreatedTwice_IsAnother()
    {
        using var one = PersonKey.Create(SigningProfile.Sm2);
        using var other = PersonKey.Create(SigningProfile.Sm2);
        Assert.NotEqual(one.Public, other.Public);
    }
}
