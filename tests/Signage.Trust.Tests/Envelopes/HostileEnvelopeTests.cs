using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Envelopes;

public sealed class HostileEnvelopeTests
{
    private static readonly EnvelopeType Blank = SignedKind.Blank.Type;

    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public void B03_Envelope_WhenHostile_IsRefusedForItsVeryFault(ProfileId profile)
    {
        var (good, signers) = Good(profile);
        Assert.IsType<EnvelopeAnswer.Verified>(VerifiedPayload.Verify(good, Blank, signers));
        var cases = HostileEnvelopes.Of(profile, good).ToArray();
        Assert.Equal([], cases
            .Select(one => (one.Name, Fault: Fault(VerifiedPayload.Verify(one.Bytes, Blank, signers)), Expected: (EnvelopeFault?)one.Fault))
            .Where(one => one.Fault != one.Expected));
        Assert.True(cases.Length >= 65, $"{cases.Length} cases");
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void B03_Envelope_WhenCutAnywhere_IsRefused(ProfileId profile)
    {
        var (good, signers) = Good(profile);
        Assert.All(HostileEnvelopes.Beginnings(good), bytes => Assert.IsType<EnvelopeAnswer.Refused>(VerifiedPayload.Verify(bytes, Blank, signers)));
    }

    [Fact]
    public void B03_Envelope_WhenRandom_IsRefusedAndNeverThrows()
    {
        var (good, signers) = Good(ProfileId.P256);
        const int Seed = 20260905;
        var random = new Random(Seed);
        for (var round = 0; round < 20_000; round++)
        {
            // Random bytes behind a good beginning get further than random bytes alone.
            var bytes = new byte[random.Next(600)];
            random.NextBytes(bytes);
            good.AsSpan(0, Math.Min(bytes.Length, random.Next(60))).CopyTo(bytes);
            Assert.True(VerifiedPayload.Verify(bytes, Blank, signers) is EnvelopeAnswer.Refused, $"seed {Seed}, round {round}: {Convert.ToHexString(bytes)}");
        }
    }

    [Fact]
    public void B03_Envelope_WhenOfTheGreatestSize_IsAccepted()
    {
        var cast = Cast.Of(ProfileId.P256);
        var draft = new Draft(Blank, new byte[1 << 20]);
        string[] names = [.. Enumerable.Range(0, 32).Select(n => $"p{n}")];
        var signers = new Signers(cast.Profile, 32, names.Select(name => new Signer(cast[name].Public, name)));
        Assert.IsType<EnvelopeAnswer.Verified>(VerifiedPayload.Verify(cast.Sign(draft, names), Blank, signers));
        Assert.Throws<ArgumentException>(() => new Draft(Blank, new byte[(1 << 20) + 1]));
        Assert.Throws<ArgumentException>(() => cast.Sign(draft, [.. names, "one more"]));
    }

    [Fact]
    public void S03_Envelope_WhenEndless_IsNotEvenCopied()
    {
        var (_, signers) = Good(ProfileId.P256);
        var endless = new byte[64 << 20];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(EnvelopeFault.TooLong, Fault(VerifiedPayload.Verify(endless, Blank, signers)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 10);
    }

    private static (byte[] Bytes, Signers Signers) Good(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        return (cast.Sign(new Draft(Blank, "黑屏"u8), "a", "b"), new Signers(cast.Profile, 2, [new(cast["a"].Public, "a"), new(cast["b"].Public, "b"), new(cast["c"].Public, "c")]));
    }

    private static EnvelopeFault? Fault(EnvelopeAnswer answer) => (answer as EnvelopeAnswer.Refused)?.Fault;
}
