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
    // What a recorded packet must be to attest a claim. A claim that is not here cannot be called captured.
    private static readonly Dictionary<string, Func<Bx6Packet, bool>> Recorded = new()
    {
        [EvidenceKeys.Ping] = Is(Bx6Commands.Control, Bx6Commands.Ping),
        [EvidenceKeys.Power] = Is(Bx6Commands.Control, Bx6Commands.Power),
        [EvidenceKeys.Brightness] = Is(Bx6Commands.Control, Bx6Commands.Brightness),
        [EvidenceKeys.Clock] = Is(Bx6Commands.Control, Bx6Commands.Clock),
        [EvidenceKeys.Status] = Is(Bx6Commands.Control, Bx6Commands.Status),
        [EvidenceKeys.LoadPages] = packet => IsUpdate(packet, area => !IsDark(area)),
        [EvidenceKeys.Blank] = packet => IsUpdate(packet, IsDark),
        [EvidenceKeys.Keep] = Is(Bx6Commands.Files, 0x03),
        ["delete"] = Is(Bx6Commands.Dynamic, Bx6Commands.DynamicDelete),
        ["deviceType"] = packet => packet.DeviceType != Bx6Packet.Any,
        ["fullColour888"] = packet => IsUpdate(packet, IsFull),
    };

    private static IEnumerable<DeviceProfile> Answering => Reader().Read(Committed).Catalog!.All.Where(profile => profile.Capabilities.Answers);

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

    /// <summary>A recording of one command says nothing about another, and one made for a card says nothing about another model.</summary>
    [Fact]
    public void Committed_WhenTheyCallACommandCaptured_HaveARecordingOfItForTheirOwnCardType()
    {
        var recorded = ByteVector.All("onbon-bx6").Where(vector => vector.Level == "captured").Select(vector => Packet(vector.Bytes)).ToArray();
        var claims = Reader().Read(Committed).Catalog!.All
            .SelectMany(profile => profile.Evidence.Where(claim => claim.Value == EvidenceLevel.Captured).Select(claim => (profile, claim.Key)))
            .ToArray();

        Assert.NotEmpty(claims);
        Assert.Empty(claims
            .Where(claim => !Recorded.TryGetValue(claim.Key, out var isIt) || !recorded.Any(packet => isIt(packet) && IsFor(claim.profile, packet)))
            .Select(claim => $"{claim.profile.Id}: {claim.Key}"));
    }

    [Fact]
    public void Committed_WhenTheyAnswer_ArePingedEveryFewSecondsAndSayWhoseChoiceThatIs() =>
        Assert.All(Answering, profile =>
        {
            Assert.InRange(profile.Timing.HeartbeatSeconds!.Value, 1, 5);
            Assert.Contains(profile.Quirks, quirk => quirk.Contains(FormattableString.Invariant($"heartbeat of {profile.Timing.HeartbeatSeconds} s is our own choice"), StringComparison.Ordinal));
        });

    /// <summary>From the last answer: the pause before the next question, and then every try of it in silence.</summary>
    [Fact]
    public void Committed_WhenACardFallsSilent_AreKnownToBeAwayWithinTenSecondsButWhereAnswersTakeLonger() =>
        Assert.Equal(
            ["awtrix/awtrix3-http 12 s", "colorlight/a-series 21 s", "colorlight/c4 15 s", "wled/esp8266 12 s"],
            Answering.Select(profile => (profile.Id, Seconds: profile.Timing.HeartbeatSeconds!.Value + (profile.Timing.Attempts * profile.Timing.AnswerMilliseconds / 1000.0)))
                .Where(card => card.Seconds > 10)
                .Select(card => FormattableString.Invariant($"{card.Id} {card.Seconds} s"))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Committed_WhenAskedForSpeedEvidence_ClaimNothing() => Assert.Equal(EvidenceLevel.Unproven, Find("onbon/bx-6e2").Speed.Evidence);

    [Fact]
    public void ToAbilities_WhenProfileIsCommitted_HasTheDefaultStepAmongItsSteps()
    {
        var abilities = Find("onbon/bx-6q2").ToAbilities();

        Assert.Equal(TimeSpan.FromMilliseconds(20), abilities.DefaultStep);
        Assert.Contains(abilities.DefaultStep, abilities.Steps);
    }

    // A ping goes out before anybody knows what card answers.
    private static bool IsFor(DeviceProfile profile, Bx6Packet packet) =>
        Bx6Hex.OnWire(packet.DeviceType) == profile.Settings["deviceType"] || (packet.DeviceType == Bx6Packet.Any && Recorded[EvidenceKeys.Ping](packet));

    private static Func<Bx6Packet, bool> Is(byte group, byte command) => packet => packet.Body.Span[1] == group && packet.Body.Span[2] == command;

    private static bool IsUpdate(Bx6Packet packet, Func<Bx6Area, bool> ofSuch) =>
        Is(Bx6Commands.Dynamic, Bx6Commands.DynamicUpdate)(packet)
        && Bx6Update.Read(packet.Body[Bx6Body.RequestHead..], out _) is { } update && update.Areas.All(ofSuch);

    // Planes have their dark pixels set, full colour has them zero.
    private static bool IsDark(Bx6Area area) => area.Pages.All(page => !page.Bitmap.Span.ContainsAnyExcept(IsFull(area) ? (byte)0x00 : (byte)0xFF));

    private static bool IsFull(Bx6Area area) => area.Pages.All(page => page.Bitmap.Length == area.Width * area.Height * 3);

    private static Bx6Packet Packet(byte[] frame)
    {
        var input = new ReadOnlySequence<byte>(frame);
        new Bx6Codec().TryRead(ref input, out var packet);
        return packet!;
    }
}
