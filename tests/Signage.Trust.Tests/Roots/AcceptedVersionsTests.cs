using CsCheck;
using Signage.Trust.Keys;
using Signage.Trust.Roots;

namespace Signage.Trust.Tests.Roots;

public sealed class AcceptedVersionsTests
{
    private static readonly SignedKind Kind = SignedKind.Campaign;

    [Fact]
    public void S05_Versions_WhenAStatementIsRefusedForAnything_AreNotThereToBeStored()
    {
        // The type says it: an answer that refuses has no versions at all.
        Assert.DoesNotContain(typeof(TrustAnswer.Refused).GetProperties(), property => property.PropertyType == typeof(AcceptedVersions));
        Assert.Empty(typeof(AcceptedVersions).GetConstructors());
    }

    [Fact]
    public void S05_Versions_WhenTheProcessDiesBeforeStoring_LetTheSameStatementInAgain()
    {
        var (cast, before) = (Cast.Of(ProfileId.P256), Accept(AcceptedVersions.None, 3));
        var envelope = cast.Sign(Kind, Cast.Statement(Kind, 4));
        Assert.IsType<TrustAnswer.Accepted>(cast.Trusted.Verify(envelope, Kind, Cast.Now, before));
        var again = Assert.IsType<TrustAnswer.Accepted>(cast.Trusted.Verify(envelope, Kind, Cast.Now, AcceptedVersions.Read(before.ToBytes())!));
        Assert.True(again.IsNew);
        Assert.False(Assert.IsType<TrustAnswer.Accepted>(cast.Trusted.Verify(envelope, Kind, Cast.Now, again.Versions)).IsNew);
    }

    [Fact]
    public void I4_Versions_WhenStatementsComeInAnyOrder_NeverFall() =>
        Gen.Int[1, 30].Array[1, 40].Sample(order =>
        {
            var (versions, highest) = (AcceptedVersions.None, 0L);
            foreach (var version in order)
            {
                var (fault, after) = versions.Judge(Kind, Cast.Statement(Kind, version), Digest(version));
                Assert.Equal(version < highest ? TrustFault.Rollback : null, fault);
                versions = AcceptedVersions.Read(after.ToBytes())!;
                highest = Math.Max(highest, version);
                Assert.Equal(highest, versions.Newest(Kind, "series-1")!.Version);
            }
        }, iter: 300);

    [Fact]
    public void Versions_WhenTwoStatementsHaveOne_RefuseTheSecond() =>
        Assert.Equal(TrustFault.SameVersionTwice, Accept(AcceptedVersions.None, 3).Judge(Kind, Cast.Statement(Kind, 3), Digest(99)).Fault);

    [Fact]
    public void S03_Versions_WhenOneLeaps_RefuseIt()
    {
        var versions = Accept(AcceptedVersions.None, 3);
        Assert.Null(versions.Judge(Kind, Cast.Statement(Kind, 1_000_003), Digest(1)).Fault);
        Assert.Equal(TrustFault.Leap, versions.Judge(Kind, Cast.Statement(Kind, 1_000_004), Digest(1)).Fault);
        Assert.Equal(TrustFault.Leap, versions.Judge(Kind, Cast.Statement(Kind, Statement.MostVersion), Digest(1)).Fault);
    }

    [Fact]
    public void Versions_WhenTheEpochIsRaised_BeginAnewAndNeverGoBack()
    {
        var versions = Accept(AcceptedVersions.None, 900_000);
        var (fault, after) = versions.Judge(Kind, Cast.Statement(Kind, 1) with { Epoch = 2 }, Digest(1));
        Assert.Null(fault);
        Assert.Equal(TrustFault.Rollback, after.Judge(Kind, Cast.Statement(Kind, 900_001), Digest(2)).Fault);

        // How far the thief came in the old epoch gives no leap in the new one.
        Assert.Equal(TrustFault.Leap, versions.Judge(Kind, Cast.Statement(Kind, 1_000_001) with { Epoch = 2 }, Digest(1)).Fault);
    }

    [Fact]
    public void Versions_WhenOfOtherKindsOrSeries_AreKeptApart()
    {
        var versions = Accept(AcceptedVersions.None, 30);
        Assert.Null(versions.Judge(SignedKind.Blank, Cast.Statement(SignedKind.Blank, 1), Digest(1)).Fault);
        Assert.Null(versions.Judge(Kind, Cast.Statement(Kind, 1) with { Series = "series-2" }, Digest(1)).Fault);
    }

    [Fact]
    public void Versions_WhenDamagedOnDisk_AreNotRead()
    {
        var bytes = Accept(Accept(AcceptedVersions.None, 3), 5, "other").ToBytes();
        Assert.Equal(2, AcceptedVersions.Read(bytes)!.Count);
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(AcceptedVersions.Read(bytes.AsSpan(0, length))));
        Assert.Null(AcceptedVersions.Read((byte[])[.. bytes, 0]));
        Assert.Equal(0, AcceptedVersions.Read(AcceptedVersions.None.ToBytes())!.Count);
    }

    private static AcceptedVersions Accept(AcceptedVersions versions, long version, string series = "series-1")
    {
        var (fault, after) = versions.Judge(Kind, Cast.Statement(Kind, version) with { Series = series }, Digest(version));
        Assert.Null(fault);
        return after;
    }

    private static string Digest(long of) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(of)));
}
