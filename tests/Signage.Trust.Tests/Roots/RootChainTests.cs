using Signage.Trust.Keys;
using Signage.Trust.Roots;

namespace Signage.Trust.Tests.Roots;

public sealed class RootChainTests
{
    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S06_Chain_WhenOfflineForTwentyVersions_CatchesUp(ProfileId profile)
    {
        // With each version two of the three root people and their keys are exchanged; those on the way have long ended.
        var cast = Cast.Of(profile);
        var (chain, roots) = Twenty(cast);
        var followed = Assert.IsType<RootChainAnswer.Followed>(chain.Follow(roots, Cast.Now)).Chain;
        Assert.Equal(21, followed.Current.Version);
        Assert.Equal(1, chain.Current.Version);

        // Without any one of them there is no way.
        for (var missing = 0; missing < 19; missing += 6)
        {
            var answer = chain.Follow(roots.Where((_, at) => at != missing), Cast.Now);
            Assert.IsType<RootChainAnswer.Refused>(answer);
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S06_Chain_WhenEitherThresholdIsMissed_StaysAsItWas(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        var next = WithRootPeople(cast, cast.Root, "root-1", "new-2", "new-3");
        Assert.Null(Fault(cast, next, "root-1", "root-2", "new-2"));
        Assert.Equal(RootFault.OldSigners, Fault(cast, next, "root-1", "new-2", "new-3"));
        Assert.Equal(RootFault.OldSigners, Fault(cast, next, "new-2", "new-3"));
        Assert.Equal(RootFault.NewSigners, Fault(cast, next, "root-1", "root-2"));
        Assert.Equal(RootFault.NewSigners, Fault(cast, next, "root-2", "root-3", "new-3"));
        Assert.Equal(RootFault.OldSigners, Fault(cast, next, "root-1", "root-1", "new-2", "new-3"));
        Assert.Equal(RootFault.OldSigners, Fault(cast, next, "root-1", "revoked", "new-2", "new-3"));
        Assert.Equal(RootFault.OldSigners, Fault(cast, next, "dispatch", "site", "new-2", "new-3"));
    }

    [Fact]
    public void S06_Chain_WhenARootSkipsOrGoesBack_IsRefused()
    {
        var cast = Cast.Of(ProfileId.P256);
        Assert.Null(Fault(cast, cast.Root with { Version = 2 }, "root-1", "root-2"));
        Assert.Equal(RootFault.Rollback, Fault(cast, cast.Root, "root-1", "root-2"));
        Assert.Equal(RootFault.Skips, Fault(cast, cast.Root with { Version = 3 }, "root-1", "root-2"));
        Assert.Equal(RootFault.Skips, Fault(cast, cast.Root with { Version = int.MaxValue }, "root-1", "root-2"));
        Assert.Equal(RootFault.OtherDomain, Fault(cast, cast.Root with { Version = 2, Domain = "mianyang" }, "root-1", "root-2"));
        Assert.Equal(RootFault.WrongEpoch, Fault(cast, cast.Root with { Version = 2, Epoch = 3 }, "root-1", "root-2"));
        Assert.Equal(RootFault.Expired, Fault(cast, cast.Root with { Version = 2, ExpiresAt = Cast.Now }, "root-1", "root-2"));
        Assert.Equal(RootFault.NotYet, Fault(cast, cast.Root with { Version = 2, IssuedAt = Cast.Now.AddMinutes(6) }, "root-1", "root-2"));
        Assert.Null(Fault(cast, cast.Root with { Version = 2, IssuedAt = Cast.Now.AddMinutes(5), Epoch = 2 }, "root-1", "root-2"));
    }

    [Fact]
    public void S06_Chain_WhenTheLastOfManyIsBad_StaysWhereItWas()
    {
        var cast = Cast.Of(ProfileId.P256);
        var good = cast.Sign((cast.Root with { Version = 2 }).ToDraft(), "root-1", "root-2");
        var bad = cast.Sign((cast.Root with { Version = 3 }).ToDraft(), "root-1");
        var chain = RootChain.Pin(cast.Root);
        Assert.IsType<RootChainAnswer.Refused>(chain.Follow([good, bad], Cast.Now));
        Assert.Same(cast.Root, chain.Current);
    }

    [Fact]
    public void S06_Chain_WhenTheRootInForceHasEnded_StillFollowsANewOne()
    {
        var cast = Cast.Of(ProfileId.P256);
        var later = cast.Root.ExpiresAt.AddYears(3);
        var next = cast.Sign((cast.Root with { Version = 2, ExpiresAt = later.AddDays(1) }).ToDraft(), "root-1", "root-2");
        Assert.IsType<RootChainAnswer.Followed>(RootChain.Pin(cast.Root).Follow([next], later));
        Assert.Equal(RootFault.Expired, Assert.IsType<RootChainAnswer.Refused>(RootChain.Pin(cast.Root).Follow([], later)).Fault);
    }

    [Fact]
    public void Chain_WhenTheProfileChanges_TakesSignaturesOfBothKinds()
    {
        // From P-256 to SM2: people of the old root sign with old keys, those of the new with new ones, and one envelope carries all.
        var (old, sm2) = (Cast.Of(ProfileId.P256), Cast.Of(ProfileId.Sm2));
        var draft = (sm2.Root with { Version = 2 }).ToDraft();
        var envelope = draft.Seal([old["root-1"], old["root-2"], sm2["root-1"], sm2["root-3"]]);
        Assert.Equal(ProfileId.Sm2, Assert.IsType<RootChainAnswer.Followed>(RootChain.Pin(old.Root).Follow([envelope], Cast.Now)).Chain.Current.Profile.Id);
        var half = draft.Seal([old["root-1"], sm2["root-2"], sm2["root-3"]]);
        Assert.Equal(RootFault.OldSigners, Assert.IsType<RootChainAnswer.Refused>(RootChain.Pin(old.Root).Follow([half], Cast.Now)).Fault);
    }

    /// <summary>A root with other people for the root role; everybody else stays.</summary>
    internal static TrustRoot WithRootPeople(Cast cast, TrustRoot before, params string[] names) => before with
    {
        Version = before.Version + 1,
        People = [.. before.People.Where(person => !person.Roles.Has(Role.Root) || person.IsRevoked)
            .Concat(names.Select(name => new TrustPerson(name, name, RoleSet.Of(Role.Root), [cast[name].Public])))
            .OrderBy(person => person.Id, StringComparer.Ordinal)],
    };

    private static (RootChain Chain, List<ReadOnlyMemory<byte>> Roots) Twenty(Cast cast)
    {
        var roots = new List<ReadOnlyMemory<byte>>();
        var (current, people) = (cast.Root, new[] { "root-1", "root-2", "root-3" });
        for (var version = 2; version <= 21; version++)
        {
            string[] next = [people[2], $"v{version}-a", $"v{version}-b"];
            current = WithRootPeople(cast, current, next) with { IssuedAt = Cast.Now.AddYears(version - 22), ExpiresAt = Cast.Now.AddYears(version - 20) };
            roots.Add(cast.Sign(current.ToDraft(), [people[0], people[2], next[1]]));
            people = next;
        }

        return (RootChain.Pin(cast.Root), roots);
    }

    private static RootFault? Fault(Cast cast, TrustRoot next, params string[] people) =>
        (RootChain.Pin(cast.Root).Follow([cast.Sign(next.ToDraft(), people)], Cast.Now) as RootChainAnswer.Refused)?.Fault;
}
