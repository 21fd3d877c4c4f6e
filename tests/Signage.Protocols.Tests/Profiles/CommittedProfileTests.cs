using System.Buffers;
using System.Text.Json.Nodes;
using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Onbon.Wire;
using static Signage.Protocols.Tests.Profiles.ProfileFolderOfTests;

namespace Signage.Protocols.Tests.Profiles;

public sealed class CommittedProfileTests
{
    [Fact]
    public void Committed_WhenRead_HaveNoFault() => Assert.Empty(Reader().Read(Committed).Errors);

    [Fact]
    public void Committed_WhenRead_AreTheThreeOnbonModels() =>
        Assert.Superset(new HashSet<string> { "onbon/bx-6e2", "onbon/bx-6e2x", "onbon/bx-6q2" }, Committed.Select(file => file.ExpectedId).ToHashSet());

    [Fact]
    public void Committed_WhenTwoAreCompared_DifferInMoreThanTheName()
    {
        var stripped = Committed.Select(file =>
        {
            var profile = JsonNode.Parse(file.Text)!.AsObject();
            profile.Remove("id");
            profile.Remove("names");
            profile.Remove("quirks");
            return profile.ToJsonString();
        }).ToArray();

        Assert.Equal(stripped.Length, stripped.Distinct().Count());
    }

    [Theory]
    [InlineData("onbon/bx-6e2", "160x16x1", true)]
    [InlineData("onbon/bx-6e2", "256x32x1", true)]
    [InlineData("onbon/bx-6e2", "512x64x1", true)]
    [InlineData("onbon/bx-6e2", "192x64x2", true)]
    [InlineData("onbon/bx-6e2", "192x64xrgb", false)]
    [InlineData("onbon/bx-6e2x", "80x16x1", true)]
    [InlineData("onbon/bx-6e2x", "79x16x1", false)]
    [InlineData("onbon/bx-6q2", "192x96xrgb", true)]
    [InlineData("onbon/bx-6q2", "256x128x2", true)]
    [InlineData("onbon/bx-6q2", "64x32x3", true)]
    [InlineData("onbon/bx-6q2", "16x8xrgb", true)]
    public void Committed_WhenAskedForAFace_TakeWhatTheModelCanDrive(string id, string text, bool takes)
    {
        var profile = Find(id);
        var face = PanelFace.Parse(text);

        Assert.Equal(
            takes,
            profile.Colours.Contains(face.Colour)
            && face.Size.Width >= profile.Face.MinWidth && face.Size.Width <= profile.Face.MaxWidth
            && face.Size.Height >= profile.Face.MinHeight && face.Size.Height <= profile.Face.MaxHeight);
    }

    [Theory]
    [InlineData("onbon/bx-6e2", "7402")]
    [InlineData("onbon/bx-6e2x", "7405")]
    [InlineData("onbon/bx-6q2", "6602")]
    public void Committed_WhenAskedForTheDeviceType_SayItAsOnTheWire(string id, string type) => Assert.Equal(type, Find(id).Settings["deviceType"]);

    [Fact]
    public void Committed_WhenTheyCallACommandCaptured_HaveARecordingForTheirOwnCardType()
    {
        var recorded = ByteVector.All("onbon-bx6").Where(vector => vector.Level == "captured").Select(vector => CardType(vector.Bytes)).ToHashSet();
        var claiming = Reader().Read(Committed).Catalog!.All.Where(profile => profile.Evidence.Values.Contains(EvidenceLevel.Captured));

        Assert.All(claiming, profile => Assert.Contains(profile.Settings["deviceType"], recorded));
    }

    [Fact]
    public void Committed_WhenIdle_ArePingedEveryFiveSecondsAndSayWhoseChoiceThatIs() =>
        Assert.All(Reader().Read(Committed).Catalog!.All, profile =>
        {
            Assert.Equal(5, profile.Timing.HeartbeatSeconds);
            Assert.Contains(profile.Quirks, quirk => quirk.Contains("heartbeat of 5 s is our own choice", StringComparison.Ordinal));
        });

    [Fact]
    public void Committed_WhenAskedForSpeedEvidence_ClaimNothing() => Assert.Equal(EvidenceLevel.Unproven, Find("onbon/bx-6e2").Speed.Evidence);

    [Fact]
    public void ToAbilities_WhenProfileIsCommitted_HasTheDefaultStepAmongItsSteps()
    {
        var abilities = Find("onbon/bx-6q2").ToAbilities();

        Assert.Equal(TimeSpan.FromMilliseconds(20), abilities.DefaultStep);
        Assert.Contains(abilities.DefaultStep, abilities.Steps);
    }

    private static string CardType(byte[] frame)
    {
        var input = new ReadOnlySequence<byte>(frame);
        new Bx6Codec().TryRead(ref input, out var packet);
        return Bx6Hex.OnWire(packet!.DeviceType);
    }
}
