using Signage.Core.Review;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Papers;

/// <summary>The two readers take the same bytes for roots.</summary>
public sealed class PaperRootTests
{
    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S41_Root_WhenAnyBitIsChanged_IsReadAlike(ProfileId profile)
    {
        var good = RootCodec.Write(Good(profile));
        Assert.True(IsSame(good, expected: true));
        var (accepted, tried) = (0, good.Length * 8);
        for (var bit = 0; bit < tried; bit++)
        {
            byte[] changed = [.. good];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            var theirs = PaperRoot.Read(changed) is not null;
            Assert.True(IsSame(changed, theirs), $"byte {bit / 8}, bit {bit % 8}: ours {!theirs}, paper {theirs}");
            accepted += theirs ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{accepted} of {tried} changes are other roots");
        Assert.InRange(accepted, tried / 20, tried * 19 / 20);
    }

    [Fact]
    public void Root_WhenThresholdsAndRolesAreAny_IsReadAlike()
    {
        const int Seed = 53;
        const int Rounds = 500;
        var random = new Random(Seed);
        var good = RootCodec.Write(Good(ProfileId.P256));
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            // Domain (4 + 7), version, epoch, profile, two instants and the number of roles stand before the thresholds.
            byte[] changed = [.. good];
            for (var changes = random.Next(3); changes > 0; changes--)
            {
                BitConverter.TryWriteBytes(changed.AsSpan(40 + (4 * random.Next(9))), (uint)random.Next(4));
            }

            var roles = random.Next(3) == 0 ? 1u << random.Next(9) | 1u << random.Next(9) : 0b1_1000_0010;
            BitConverter.TryWriteBytes(changed.AsSpan(40 + 36 + 4 + 4 + 5 + 4 + 9 + 1), roles);
            changed[^1] = (byte)random.Next(2, 4);
            var theirs = PaperRoot.Read(changed) is not null;
            Assert.True(IsSame(changed, theirs), $"seed {Seed}, round {round}: ours {!theirs}, paper {theirs}");
            accepted += theirs ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {accepted} of {Rounds} are roots");
        Assert.InRange(accepted, Rounds / 20, Rounds * 19 / 20);
    }

    private static TrustRoot Good(ProfileId profile) => Cast.Of(profile).Root with
    {
        Extensions = [new RootExtension("later", false, new byte[] { 1, 2, 3 }), RootReview.Of(new ReviewPolicy(ReviewMode.OnePerson, ReviewMode.TwoPeople))],
    };

    private static bool IsSame(byte[] bytes, bool expected) =>
        RootCodec.Read(bytes) is RootAnswer.Read { Root: var root }
            ? expected && PaperRoot.Read(bytes) is { } paper
                && (root.Domain, root.Version, root.Epoch, (int)root.Profile.Id) == (paper.Domain, (int)paper.Version, (int)paper.Epoch, paper.Profile)
                && ((uint)root.Review.Usual, (uint)root.Review.AtKeyDates) == (paper.UsualMode, paper.KeyDateMode)
                && root.ExpiresAt.ToUnixTimeMilliseconds() == paper.Expires
                && root.People.Select(person => (person.Id, person.IsRevoked, person.Roles.Bits)).SequenceEqual(paper.People.Select(person => (person.Id, person.IsRevoked, person.Roles)))
            : !expected && PaperRoot.Read(bytes) is null;
}
