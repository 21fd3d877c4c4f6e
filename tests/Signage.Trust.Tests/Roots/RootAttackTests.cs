using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;

namespace Signage.Trust.Tests.Roots;

/// <summary>The same attacks on the role that signs roots.</summary>
public sealed class RootAttackTests
{
    private static readonly Dictionary<string, (Func<Cast, byte[]> Envelope, RootFault Fault)> All = new()
    {
        ["arbitrary content"] = (cast => cast.Sign(Next(cast).ToDraft(), "stranger", "stranger-2"), RootFault.OldSigners),
        ["arbitrary content, a root of the attacker's own people"] = (cast =>
            cast.Sign(RootChainTests.WithRootPeople(cast, cast.Root, "stranger", "stranger-2").ToDraft(), "stranger", "stranger-2"), RootFault.OldSigners),
        ["endless data"] = (cast => [.. cast.Sign(Next(cast).ToDraft(), "root-1", "root-2"), .. new byte[1_100_000]], RootFault.OldSigners),
        ["fast-forward"] = (cast => cast.Sign((Next(cast) with { Version = int.MaxValue }).ToDraft(), "root-1", "root-2"), RootFault.Skips),
        ["fast-forward of the epoch"] = (cast => cast.Sign((Next(cast) with { Epoch = int.MaxValue }).ToDraft(), "root-1", "root-2"), RootFault.WrongEpoch),
        ["freeze"] = (cast => cast.Sign((Next(cast) with { ExpiresAt = Cast.Now }).ToDraft(), "root-1", "root-2"), RootFault.Expired),
        ["mix and match"] = (cast =>
        {
            var (one, other) = (Next(cast).ToDraft(), (Next(cast) with { ExpiresAt = Cast.Now.AddDays(9) }).ToDraft());
            return one.Seal([one.Sign(cast["root-1"]), other.Sign(cast["root-2"])]);
        }, RootFault.OldSigners),
        ["rollback"] = (cast => cast.Sign(cast.Root.ToDraft(), "root-1", "root-2"), RootFault.Rollback),
        ["key compromise, one of two"] = (cast => cast.Sign(Next(cast).ToDraft(), "root-1", "stranger"), RootFault.OldSigners),
        ["key compromise, of somebody revoked"] = (cast => cast.Sign(Next(cast).ToDraft(), "root-1", "revoked"), RootFault.OldSigners),
        ["wrong target"] = (cast => cast.Sign((Next(cast) with { Domain = "mianyang" }).ToDraft(), "root-1", "root-2"), RootFault.OtherDomain),
        ["type confusion"] = (cast => cast.Sign(new Draft(SignedKind.Campaign.Type, RootCodec.Write(Next(cast))), "root-1", "root-2"), RootFault.OldSigners),
        ["type confusion the other way"] = (cast => cast.Sign(new Draft(TrustRoot.Type, [1, 2, 3]), "root-1", "root-2"), RootFault.NotCanonical),
        ["one key several times towards a threshold"] = (cast => cast.Sign(Next(cast).ToDraft(), "root-1", "root-1", "root-1"), RootFault.OldSigners),
    };

    public static TheoryData<ProfileId, string> Matrix
    {
        get
        {
            var data = new TheoryData<ProfileId, string>();
            foreach (var attack in All.Keys)
            {
                data.Add(ProfileId.P256, attack);
                data.Add(ProfileId.Sm2, attack);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void S03_Root_WhenAttacked_StaysInForce(ProfileId profile, string attack)
    {
        var cast = Cast.Of(profile);
        var chain = RootChain.Pin(cast.Root);
        var (envelope, fault) = All[attack];
        var refused = Assert.IsType<RootChainAnswer.Refused>(chain.Follow([envelope(cast)], Cast.Now));
        Assert.Equal(fault, refused.Fault);
        Assert.Matches("[\u4e00-\u9fff]", refused.Reason);
        Assert.Same(cast.Root, chain.Current);
        Assert.IsType<RootChainAnswer.Followed>(chain.Follow([cast.Sign(Next(cast).ToDraft(), "root-2", "root-3")], Cast.Now));
    }

    [Fact]
    public void S03_Root_WhenAKeyWasStolenAndExchanged_NoLongerCountsIt()
    {
        var cast = Cast.Of(ProfileId.P256);
        var next = RootChainTests.WithRootPeople(cast, cast.Root, "root-1", "root-2", "new-3");
        var chain = Assert.IsType<RootChainAnswer.Followed>(RootChain.Pin(cast.Root).Follow([cast.Sign(next.ToDraft(), "root-1", "root-2")], Cast.Now)).Chain;
        var third = (next with { Version = 3 }).ToDraft();
        Assert.Equal(RootFault.OldSigners, Assert.IsType<RootChainAnswer.Refused>(chain.Follow([cast.Sign(third, "root-1", "root-3")], Cast.Now)).Fault);
        Assert.IsType<RootChainAnswer.Followed>(chain.Follow([cast.Sign(third, "root-1", "new-3")], Cast.Now));
    }

    private static TrustRoot Next(Cast cast) => cast.Root with { Version = 2 };
}
