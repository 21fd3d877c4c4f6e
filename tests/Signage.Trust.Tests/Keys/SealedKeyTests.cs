using System.Buffers.Binary;
using Signage.Trust.Keys;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Keys;

public sealed class SealedKeyTests
{
    private const string Secret = "一句 很长的 口令 é 2026";

    // Sealing takes a while on purpose, so most tests share one.
    private static readonly byte[] Good = SealedKey.Seal(Cast.Of(ProfileId.P256)["somebody"], Secret);

    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S41_SealedKey_WhenOpenedWithItsSecret_IsTheSameKey(ProfileId profile)
    {
        var key = Cast.Of(profile)["somebody"];
        var blob = SealedKey.Seal(key, Secret);
        Assert.Equal(SealedKey.Size, blob.Length);
        using var opened = Assert.IsType<SealedKeyAnswer.Opened>(SealedKey.Open(blob, Secret)).Key;
        Assert.Equal(key.Public, opened.Public);
        Assert.True(key.Public.Profile.Verify(key.Public, [1, 2], opened.Sign([1, 2])));

        // Typed on a system that takes letters and accents apart, the secret is the same.
        Assert.IsType<SealedKeyAnswer.Opened>(SealedKey.Open(blob, Secret.Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Fact]
    public void SealedKey_WhenTheSecretIsWrong_StaysLocked()
    {
        var blob = Good.ToArray();
        var refused = Assert.IsType<SealedKeyAnswer.Refused>(SealedKey.Open(blob, Secret + "x"));
        Assert.Equal(SealedKeyFault.WrongSecret, refused.Fault);
        Assert.Contains("口令", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void SealedKey_WhenSealedTwice_SharesNoSaltAndNoNonce()
    {
        var key = Cast.Of(ProfileId.P256)["somebody"];
        var (one, other) = (SealedKey.Seal(key, Secret), SealedKey.Seal(key, Secret));
        Assert.NotEqual(one[26..42], other[26..42]);
        Assert.NotEqual(one[42..54], other[42..54]);
        Assert.NotEqual(one[119..], other[119..]);
    }

    /// <summary>One changed bit in each field; the rounds and the form are found out without any work, the rest by the lock.</summary>
    [Theory]
    [InlineData(0, SealedKeyFault.NoSealedKey)]
    [InlineData(20, SealedKeyFault.BadParameters)]
    [InlineData(21, SealedKeyFault.BadParameters)]
    [InlineData(25, SealedKeyFault.BadParameters)]
    [InlineData(30, SealedKeyFault.WrongSecret)]
    [InlineData(45, SealedKeyFault.WrongSecret)]
    [InlineData(60, SealedKeyFault.BadParameters)]
    [InlineData(120, SealedKeyFault.WrongSecret)]
    [InlineData(166, SealedKeyFault.WrongSecret)]
    public void SealedKey_WhenAByteIsChanged_StaysLocked(int at, SealedKeyFault fault)
    {
        var blob = Good.ToArray();
        blob[at] ^= 0x80;
        Assert.Equal(fault, Assert.IsType<SealedKeyAnswer.Refused>(SealedKey.Open(blob, Secret)).Fault);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(599_999u)]
    [InlineData(10_000_001u)]
    [InlineData(0x7FFF_FFFFu)]
    [InlineData(0xFFFF_FFFFu)]
    public void SealedKey_WhenItAsksForOtherWork_IsRefusedWithoutAny(uint rounds)
    {
        var blob = Good.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(blob.AsSpan(22), rounds);
        Assert.Equal(SealedKeyFault.BadParameters, Assert.IsType<SealedKeyAnswer.Refused>(SealedKey.Open(blob, Secret)).Fault);
    }

    [Fact]
    public void SealedKey_WhenItIsNone_IsRefused()
    {
        var blob = Good.ToArray();
        Assert.All(
            (byte[][])[[], blob[..^1], [.. blob, 0], new byte[blob.Length]],
            bytes => Assert.Equal(SealedKeyFault.NoSealedKey, Assert.IsType<SealedKeyAnswer.Refused>(SealedKey.Open(bytes, Secret)).Fault));
    }

    [Fact]
    public void Secret_WhenTooShortOrBroken_IsNotTaken() => Assert.All((string[])["elf letters", "half a pair \ud800"], secret =>
    {
        Assert.False(SealedKey.IsSecret(secret));
        Assert.Throws<ArgumentException>(() => SealedKey.Seal(Cast.Of(ProfileId.P256)["somebody"], secret));
        Assert.Equal(SealedKeyFault.WrongSecret, Assert.IsType<SealedKeyAnswer.Refused>(SealedKey.Open(Good, secret)).Fault);
    });
}
