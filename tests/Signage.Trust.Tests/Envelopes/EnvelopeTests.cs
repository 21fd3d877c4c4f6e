using System.Text;
using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Envelopes;

public sealed class EnvelopeTests
{
    private static readonly EnvelopeType Blank = SignedKind.Blank.Type;
    private static readonly byte[] Payload = "黑屏"u8.ToArray();

    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S41_Envelope_WhenSignedByEnough_GivesExactlyItsBytes(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        var payload = Verified(cast.Sign(new Draft(Blank, Payload), "a", "b"), Signers(cast, 2, "a", "b", "c"));
        Assert.Equal((Blank, "黑屏"), (payload.Type, Encoding.UTF8.GetString(payload.Bytes.Span)));
        Assert.Equal(["a", "b"], payload.People);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S04_Envelope_WhenTypeIsOther_IsRefused(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        var signers = Signers(cast, 1, "a");
        Assert.All(SignedKind.All, kind => Assert.All(SignedKind.All, asked => Assert.Equal(
            kind == asked ? null : EnvelopeFault.OtherType,
            Fault(VerifiedPayload.Verify(cast.Sign(new Draft(kind.Type, Payload), "a"), asked.Type, signers)))));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S04_Envelope_WhenTypeIsExchangedUnderTheSignature_IsRefused(ProfileId profile)
    {
        // Both names have the same length, so only the signature can tell.
        var cast = Cast.Of(profile);
        var bytes = cast.Sign(new Draft(new EnvelopeType("signage.blank.1"), Payload), "a");
        "signage.block.1"u8.CopyTo(bytes.AsSpan(22));
        Assert.Equal(EnvelopeFault.SignatureWrong, Fault(VerifiedPayload.Verify(bytes, new EnvelopeType("signage.block.1"), Signers(cast, 1, "a"))));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S02_Envelope_WhenOnePersonSignsTwice_CountsThePersonOnce(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        var signers = new Signers(cast.Profile, 2, [new(cast["a"].Public, "wang"), new(cast["a-2"].Public, "wang"), new(cast["b"].Public, "li")]);
        var draft = new Draft(Blank, Payload);
        Assert.Equal(EnvelopeFault.TooFewPeople, Fault(VerifiedPayload.Verify(cast.Sign(draft, "a", "a"), Blank, signers)));
        Assert.Equal(EnvelopeFault.TooFewPeople, Fault(VerifiedPayload.Verify(cast.Sign(draft, "a", "a-2"), Blank, signers)));
        Assert.Equal(["wang", "li"], Verified(cast.Sign(draft, "a", "a-2", "b"), signers).People);
    }

    [Fact]
    public void S02_Envelope_WhenOneSignatureIsCopied_CountsThePersonOnce()
    {
        var cast = Cast.Of(ProfileId.P256);
        var draft = new Draft(Blank, Payload);
        var signature = draft.Sign(cast["a"]);
        Assert.Equal(EnvelopeFault.TooFewPeople, Fault(VerifiedPayload.Verify(draft.Seal([signature, signature]), Blank, Signers(cast, 2, "a", "b"))));
    }

    [Fact]
    public void S02_Signers_WhenOneKeyIsTwoPeoples_AreRefused()
    {
        var key = Cast.Of(ProfileId.P256)["a"].Public;
        Assert.Throws<ArgumentException>(() => new Signers(SigningProfile.P256, 2, [new(key, "wang"), new(key, "li")]));
    }

    [Fact]
    public void S02_Envelope_WhenARevokedPersonSigned_SaysSo()
    {
        var cast = Cast.Of(ProfileId.P256);
        var signers = new Signers(cast.Profile, 2, [new(cast["a"].Public, "wang"), new(cast["b"].Public, "li", IsRevoked: true)]);
        var refused = Assert.IsType<EnvelopeAnswer.Refused>(VerifiedPayload.Verify(cast.Sign(new Draft(Blank, Payload), "a", "b"), Blank, signers));
        Assert.Equal(EnvelopeFault.SignerRevoked, refused.Fault);
        Assert.Contains("撤销", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Envelope_WhenStrangersSignedToo_PassesThemOver()
    {
        var cast = Cast.Of(ProfileId.P256);
        Assert.Equal(["a"], Verified(cast.Sign(new Draft(Blank, Payload), "stranger", "a", "other"), Signers(cast, 1, "a")).People);
    }

    [Fact]
    public void Envelope_WhenSignaturesComeFromTwoMachines_AreSealedTogether()
    {
        var cast = Cast.Of(ProfileId.P256);
        var (mine, yours) = (new Draft(Blank, Payload), new Draft(Blank, Payload));
        Assert.Equal(["b", "a"], Verified(mine.Seal([yours.Sign(cast["b"]), mine.Sign(cast["a"])]), Signers(cast, 2, "a", "b")).People);
    }

    [Fact]
    public void Payload_WhenTheCallerChangesItsBytesAfterwards_StaysAsVerified()
    {
        var cast = Cast.Of(ProfileId.P256);
        var bytes = cast.Sign(new Draft(Blank, Payload), "a");
        var payload = Verified(bytes, Signers(cast, 1, "a"));
        Array.Clear(bytes);
        Assert.Equal("黑屏", Encoding.UTF8.GetString(payload.Bytes.Span));
    }

    [Fact]
    public void Payload_WhenMadeByAnybodyElse_CannotBe() =>
        Assert.All(typeof(VerifiedPayload).GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public), made => Assert.True(made.IsPrivate));

    [Fact]
    public void Digest_WhenSignedByOthers_IsTheSame()
    {
        var cast = Cast.Of(ProfileId.P256);
        var draft = new Draft(Blank, Payload);
        var signers = Signers(cast, 1, "a", "b");
        Assert.Equal(Verified(cast.Sign(draft, "a"), signers).Digest, Verified(cast.Sign(draft, "b"), signers).Digest);
        Assert.NotEqual(Verified(cast.Sign(draft, "a"), signers).Digest, Verified(cast.Sign(new Draft(Blank, [1]), "a"), signers).Digest);
    }

    [Fact]
    public void Reason_WhenRefused_IsChineseAndSaysHowMany()
    {
        var cast = Cast.Of(ProfileId.P256);
        var refused = (EnvelopeAnswer.Refused)VerifiedPayload.Verify(cast.Sign(new Draft(Blank, Payload), "a"), Blank, Signers(cast, 3, "a", "b", "c"));
        Assert.Equal("签名人数不够：有效签名 1 人，需要 3 人 (1 people signed, 3 are needed)", refused.Reason);
    }

    private static Signers Signers(Cast cast, int threshold, params string[] people) =>
        new(cast.Profile, threshold, people.Select(name => new Signer(cast[name].Public, name)));

    private static VerifiedPayload Verified(byte[] bytes, Signers signers) =>
        Assert.IsType<EnvelopeAnswer.Verified>(VerifiedPayload.Verify(bytes, Blank, signers)).Payload;

    private static EnvelopeFault? Fault(EnvelopeAnswer answer) => (answer as EnvelopeAnswer.Refused)?.Fault;
}
