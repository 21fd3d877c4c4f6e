using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;

namespace Signage.Trust.Tests.Roots;

public sealed class RootCodecTests
{
    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    public static TheoryData<string, RootFault> Broken => new()
    {
        { "no domain", RootFault.OutOfBounds },
        { "long domain", RootFault.OutOfBounds },
        { "control in a name", RootFault.OutOfBounds },
        { "half a character", RootFault.OutOfBounds },
        { "version 0", RootFault.OutOfBounds },
        { "epoch 0", RootFault.OutOfBounds },
        { "ends before it begins", RootFault.OutOfBounds },
        { "part of a millisecond", RootFault.OutOfBounds },
        { "eight thresholds", RootFault.OutOfBounds },
        { "nobody", RootFault.OutOfBounds },
        { "501 people", RootFault.OutOfBounds },
        { "five keys", RootFault.OutOfBounds },
        { "no key", RootFault.OutOfBounds },
        { "unknown role", RootFault.OutOfBounds },
        { "key of another profile", RootFault.OutOfBounds },
        { "long field", RootFault.OutOfBounds },
        { "critical field", RootFault.UnknownCritical },
        { "one id twice", RootFault.SameTwice },
        { "one key for two", RootFault.SameTwice },
        { "one key twice", RootFault.SameTwice },
        { "field twice", RootFault.SameTwice },
        { "people out of order", RootFault.NotCanonical },
        { "root takes more than there are", RootFault.ThresholdUnmet },
        { "a role for nothing", RootFault.ThresholdUnmet },
        { "a threshold met by the revoked", RootFault.ThresholdUnmet },
        { "one ends a blank", RootFault.ThresholdTooLow },
        { "nobody signs roots", RootFault.ThresholdTooLow },
        { "dispatch approves", RootFault.OnlineApproves },
        { "site is root", RootFault.OnlineApproves },
    };

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S41_Root_WhenWrittenAndRead_IsTheSame(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        var root = cast.Root with { Extensions = [new RootExtension("a", false, new byte[] { 1 }), new RootExtension("b", false, default)] };
        var bytes = RootCodec.Write(root);
        var read = Assert.IsType<RootAnswer.Read>(RootCodec.Read(bytes)).Root;
        Assert.Equal(bytes, RootCodec.Write(read));
        Assert.Equal((root.Domain, root.Version, root.ExpiresAt, profile), (read.Domain, read.Version, read.ExpiresAt, read.Profile.Id));
        Assert.Equal(root.People.Select(person => (person.Id, person.Name, person.Roles, person.IsRevoked)), read.People.Select(person => (person.Id, person.Name, person.Roles, person.IsRevoked)));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void B03_Root_WhenItBreaksARule_IsNeitherWrittenNorRead(string how, RootFault fault)
    {
        var root = Break(Cast.Of(ProfileId.P256), how);
        Assert.Equal(fault, RootRules.Fault(root));
        Assert.Throws<InvalidOperationException>(() => RootCodec.Write(root));
    }

    [Fact]
    public void B03_Root_WhenCutOrLongerOrChanged_IsRefusedOrAnotherRoot()
    {
        var root = Cast.Of(ProfileId.P256).Root;
        var bytes = RootCodec.Write(root);
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Equal(RootFault.NotCanonical, Assert.IsType<RootAnswer.Refused>(RootCodec.Read(bytes.AsSpan(0, length))).Fault));
        Assert.IsType<RootAnswer.Refused>(RootCodec.Read((byte[])[.. bytes, 0]));
        for (var at = 0; at < bytes.Length; at++)
        {
            // Whatever still reads is written as exactly the bytes that were read: no two forms of one root.
            var changed = bytes.ToArray();
            changed[at] ^= (byte)(1 << (at % 8));
            if (RootCodec.Read(changed) is RootAnswer.Read { Root: var other })
            {
                Assert.Equal(changed, RootCodec.Write(other));
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(255)]
    public void B03_Root_WhenAFlagIsNeitherZeroNorOne_IsRefused(byte flag)
    {
        var bytes = RootCodec.Write(Cast.Of(ProfileId.P256).Root);
        var at = bytes.AsSpan().IndexOf((byte[])[.. "revoked 某"u8, 1]) + "revoked 某"u8.Length;
        bytes[at] = flag;
        Assert.Equal(RootFault.NotCanonical, Assert.IsType<RootAnswer.Refused>(RootCodec.Read(bytes)).Fault);
    }

    [Theory]
    [InlineData(0xFFFF_FFFFu)]
    [InlineData(501u)]
    public void B03_Root_WhenItAnnouncesMorePeopleThanMayBe_IsRefusedAtOnce(uint people)
    {
        var head = new FieldWriter().Text("suining").Number(1).Number(1).Byte(1).Instant(Cast.Now).Instant(Cast.Now.AddDays(1)).Number(9);
        for (var role = 0; role < 9; role++)
        {
            head.Number(1);
        }

        Assert.Equal(RootFault.NotCanonical, Assert.IsType<RootAnswer.Refused>(RootCodec.Read(head.Number(people).ToArray())).Fault);
    }

    [Fact]
    public void B03_Root_WhenAFieldIsCritical_IsRefusedOnReadingToo()
    {
        var root = Cast.Of(ProfileId.P256).Root with { Extensions = [new RootExtension("quantum", false, default)] };
        var bytes = RootCodec.Write(root);
        bytes[^5] = 1;
        Assert.Equal(RootFault.UnknownCritical, Assert.IsType<RootAnswer.Refused>(RootCodec.Read(bytes)).Fault);
    }

    private static TrustRoot Break(Cast cast, string how)
    {
        var root = cast.Root;
        TrustPerson Person(string id) => root.People.Single(person => person.Id == id);
        TrustRoot With(string id, Func<TrustPerson, TrustPerson> change) => root with { People = [.. root.People.Select(person => person.Id == id ? change(person) : person)] };
        TrustRoot Threshold(Role role, int count) => root with { Thresholds = [.. root.Thresholds.Select((threshold, at) => at == (int)role ? count : threshold)] };
        return how switch
        {
            "no domain" => root with { Domain = "" },
            "long domain" => root with { Domain = new string('遂', 22) },
            "control in a name" => With("first", person => person with { Name = "王\n某" }),
            "half a character" => With("first", person => person with { Name = "王\ud800" }),
            "version 0" => root with { Version = 0 },
            "epoch 0" => root with { Epoch = 0 },
            "ends before it begins" => root with { ExpiresAt = root.IssuedAt },
            "part of a millisecond" => root with { IssuedAt = root.IssuedAt.AddTicks(1) },
            "eight thresholds" => root with { Thresholds = [.. root.Thresholds.Take(8)] },
            "nobody" => root with { People = [] },
            "501 people" => root with { People = [.. Enumerable.Repeat(Person("first"), 501)] },
            "five keys" => With("first", person => person with { Keys = [.. Enumerable.Range(0, 5).Select(n => cast[$"k{n}"].Public)] }),
            "no key" => With("first", person => person with { Keys = [] }),
            "unknown role" => With("first", person => person with { Roles = new RoleSet(1u << RoleSet.Count) }),
            "key of another profile" => With("first", person => person with { Keys = [Cast.Of(ProfileId.Sm2)["first"].Public] }),
            "long field" => root with { Extensions = [new RootExtension("a", false, new byte[4097])] },
            "critical field" => root with { Extensions = [new RootExtension("a", true, default)] },
            "one id twice" => With("first", person => person with { Id = "final" }),
            "one key for two" => With("first", person => person with { Keys = Person("second").Keys }),
            "one key twice" => With("first", person => person with { Keys = [person.Keys[0], person.Keys[0]] }),
            "field twice" => root with { Extensions = [new RootExtension("a", false, default), new RootExtension("a", false, new byte[1])] },
            "people out of order" => root with { People = [.. root.People.Reverse()] },
            "root takes more than there are" => Threshold(Role.Root, 4),
            "a role for nothing" => Threshold(Role.Dispatch, 0),
            "a threshold met by the revoked" => Threshold(Role.Emergency, 2),
            "one ends a blank" => Threshold(Role.Resume, 1),
            "nobody signs roots" => Threshold(Role.Root, 0) with { People = [.. root.People.Where(person => person.IsRevoked || !person.Roles.Has(Role.Root))] },
            "dispatch approves" => With("dispatch", person => person with { Roles = RoleSet.Of(Role.Dispatch, Role.FinalReview) }),
            "site is root" => With("site", person => person with { Roles = RoleSet.Of(Role.Site, Role.Root) }),
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, "unknown"),
        };
    }
}
