using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Envelopes;

/// <summary>Every byte of twenty signed envelopes is changed. <c>SIGNAGE_MUTATIONS=255</c> tries every other value of each byte in both profiles.</summary>
public sealed class ByteChangeTests
{
    private static readonly int Asked = int.TryParse(Environment.GetEnvironmentVariable("SIGNAGE_MUTATIONS"), out var asked) ? Math.Clamp(asked, 1, 255) : 0;

    /// <summary>BouncyCastle's SM2 takes some milliseconds a check, so there one change a byte is made by default, and four with P-256.</summary>
    [Theory]
    [InlineData(ProfileId.P256, 4)]
    [InlineData(ProfileId.Sm2, 1)]
    public void B03_Envelope_WhenAnyByteIsChanged_IsRefused(ProfileId profile, int changes)
    {
        var cast = Cast.Of(profile);
        var trusted = cast.Trusted;
        var tried = 0;
        Parallel.For(0, 20, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, at =>
        {
            var kind = SignedKind.All[at % SignedKind.All.Count];
            var good = cast.Sign(kind, Cast.Statement(kind, version: at + 1, body: new string('善', at + 1)));
            Assert.IsType<TrustAnswer.Accepted>(trusted.Verify(good, kind, Cast.Now, AcceptedVersions.None));
            for (var place = 0; place < good.Length; place++)
            {
                foreach (var change in Changes(Asked == 0 ? changes : Asked, place))
                {
                    good[place] ^= change;
                    Assert.True(trusted.Verify(good, kind, Cast.Now, AcceptedVersions.None) is TrustAnswer.Refused, $"{kind.Type} {at}: byte {place} changed by {change:X2}");
                    good[place] ^= change;
                    Interlocked.Increment(ref tried);
                }
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{tried} changes");
        Assert.True(tried > 5_000 * Math.Max(changes, Asked), $"{tried} changes");
    }

    // Single bits first, then others; with one change a byte, the bit goes round.
    private static IEnumerable<byte> Changes(int count, int place) => count == 1
        ? [(byte)(1 << (place % 8))]
        : Enumerable.Range(1, 255).OrderBy(change => System.Numerics.BitOperations.PopCount((uint)change)).ThenBy(change => (change * 167) % 256).Take(count).Select(change => (byte)change);
}
