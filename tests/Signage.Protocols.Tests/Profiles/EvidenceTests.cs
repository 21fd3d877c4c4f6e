using System.Reflection;
using Signage.Protocols.Profiles;
using Signage.Protocols.Tests.Vectors;
using static Signage.Protocols.Tests.Profiles.ProfileFolderOfTests;

namespace Signage.Protocols.Tests.Profiles;

/// <summary>What a profile claims of the bytes of a command is never better than the best vector of it.</summary>
public sealed class EvidenceTests
{
    // The families whose packets a protocol uses beside its own: pictures go to WLED by DDP.
    private static readonly Dictionary<string, string[]> Families = new()
    {
        ["wled"] = ["wled", "ddp"],
        ["ddp"] = ["ddp"],
        ["awtrix3"] = ["awtrix3"],
        ["colorlight-player"] = ["colorlight-player"],
        ["onbon-bx6"] = ["onbon-bx6"],
    };

    private static readonly string[] Commands =
        [.. typeof(EvidenceKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    private static IReadOnlyList<DeviceProfile> Profiles => Reader().Read(Committed).Catalog!.All;

    [Fact]
    public void Profiles_WhenTheyClaimACommand_HaveAVectorOfThatLevelForIt() => Assert.Empty(
        from profile in Profiles
        from claim in profile.Evidence
        where Commands.Contains(claim.Key) && claim.Value > Best(profile, claim.Key)
        select $"{profile.Id}: {claim.Key} is called {claim.Value}, its best vector is {Best(profile, claim.Key)}");

    [Fact]
    public void Profiles_WhenTheyNameAFact_NameItOfACommandWithWeakerBytes() => Assert.Empty(
        from profile in Profiles
        from fact in profile.Facts
        where fact.Value <= profile.Evidence[fact.Key]
        select $"{profile.Id}: {fact.Key}");

    [Fact]
    public void Vectors_WhenTheyProveSomething_NameItAsProfilesDo() => Assert.Empty(
        from family in Families.Keys
        from vector in ByteVector.All(family)
        from claim in vector.Proves
        where !Commands.Contains(claim)
        select $"{family}/{vector}: {claim}");

    [Fact]
    public void Families_WhenAProfileSpeaksAnother_AreNamedHere() => Assert.Empty(Profiles.Select(profile => profile.Protocol).Except(Families.Keys));

    // What has no vector at all was reckoned by us alone.
    private static EvidenceLevel Best(DeviceProfile profile, string command) =>
        (from family in Families[profile.Protocol]
         from vector in ByteVector.All(family)
         where vector.Proves.Contains(command) && (vector.Link is null || profile.Links.Any(link => link.Scheme == vector.Link))
         select Enum.Parse<EvidenceLevel>(vector.Level, ignoreCase: true)).Append(EvidenceLevel.Derived).Max();
}
