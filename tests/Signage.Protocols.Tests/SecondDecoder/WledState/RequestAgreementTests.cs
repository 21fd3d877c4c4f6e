using CsCheck;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Wled;
using static Signage.Protocols.Tests.Vendors.Ddp.TestDisplays;

namespace Signage.Protocols.Tests.SecondDecoder.WledState;

/// <summary>What the adapter says to the control port of a controller, the second reading finds allowed, and means what was wanted.</summary>
public sealed class RequestAgreementTests
{
    private static readonly string[] Sent = ["brightness-60", "info-query", "on-and-full", "power-on", "show-stream", "state-info-query"];

    private static readonly PanelFace Small = Face(8, 4);

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public void Power_WhenSwitched_SetsOnAndNothingElse(bool on, string told) =>
        Assert.Equal(KeyValuePair.Create("on", told), Assert.Single(Heard(new PanelCommand.SetPower(on), Wled)));

    [Fact]
    public void Brightness_WhenAnyPercentOnAnyScale_SetsBriAndNothingElse_InTheRangeOfTheModel() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 60], Gen.Int[61, 255], Gen.Bool).Sample(
            (percent, least, most, atMost) =>
            {
                var told = Heard(new PanelCommand.SetBrightness(percent) { AtMost = atMost }, Wled with { Brightness = new BrightnessScale(least, most) });
                var level = int.Parse(Assert.Contains("bri", told), System.Globalization.CultureInfo.InvariantCulture);
                Assert.Single(told);
                Assert.InRange(level, least, most);

                // By rule of three, with nothing of the scale of the program: at most a step away, and never brighter than asked where that is asked.
                var exact = least + ((most - least) * percent / 100.0);
                Assert.InRange(level - exact, atMost ? -1 : -0.5, !atMost ? 0.5 : exact >= least + 1 ? 0 : 1);
            },
            iter: 3_000);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(100, "255")]
    public void Brightness_WhenAtAnEnd_SetsTheEndOfTheFirmware(int percent, string told) =>
        Assert.Equal(KeyValuePair.Create("bri", told), Assert.Single(Heard(new PanelCommand.SetBrightness(percent), Wled)));

    [Fact]
    public void Override_WhenItIsToEnd_SetsLorToNone() => Assert.Equal(KeyValuePair.Create("lor", "0"), Assert.Single(Heard(new PanelCommand.ShowStreamed(), Wled)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void State_WhenAskedFor_IsAskedAtThePathThatHasStateAndInfo_AndSetsNothing(bool ping)
    {
        PanelCommand command = ping ? new PanelCommand.Ping() : new PanelCommand.ReadStatus();
        Assert.Empty(Heard(command, Wled));
        Assert.Equal("/json/si", Request(command, Wled).Path);
    }

    [Fact]
    public void Hear_WhenAVectorOfARequest_FindsItAllowed() => Assert.All(
        Sent,
        name => PlainWled.Hear(PlainRequest.Read(ByteVector.Named("wled", name).Bytes)));

    [Theory]
    [InlineData("""{"bri":256}""")]
    [InlineData("""{"bri":-1}""")]
    [InlineData("""{"bri":1.5}""")]
    [InlineData("""{"bri":1e2}""")]
    [InlineData("""{"bri":"128"}""")]
    [InlineData("""{"bri":1,"bri":2}""")]
    [InlineData("""{"on":1}""")]
    [InlineData("""{"on":"true"}""")]
    [InlineData("""{"On":true}""")]
    [InlineData("""{"lor":3}""")]
    [InlineData("""{"lor":false}""")]
    [InlineData("""{"live":1}""")]
    [InlineData("""{"brightness":128}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"on":true""")]
    [InlineData("")]
    public void Hear_WhenAStateIsNotAllowed_RefusesIt(string body) =>
        Assert.Throws<FormatException>(() => PlainWled.Hear(new PlainRequest("POST", "/json/state", "application/json", body)));

    [Theory]
    [InlineData("GET", "/json/statE", null, "")]
    [InlineData("GET", "/json/si/", null, "")]
    [InlineData("GET", "/", null, "")]
    [InlineData("GET", "/json/si", "application/json", "{}")]
    [InlineData("POST", "/json/si", "application/json", """{"on":true}""")]
    [InlineData("POST", "/json/state", "text/plain", """{"on":true}""")]
    [InlineData("POST", "/json/state", null, """{"on":true}""")]
    [InlineData("PUT", "/json/state", "application/json", """{"on":true}""")]
    public void Hear_WhenARequestIsNotAllowed_RefusesIt(string method, string path, string? type, string body) =>
        Assert.Throws<FormatException>(() => PlainWled.Hear(new PlainRequest(method, path, type, body)));

    // As the dialogue sends it, and as it is written out for a person: both are the same request.
    private static IReadOnlyDictionary<string, string> Heard(PanelCommand command, DeviceProfile profile)
    {
        var request = Request(command, profile);
        var written = Assert.Single(new WledAdapter().Encode(command, profile, Small, new Dictionary<string, string>()));
        Assert.Equal(request, PlainRequest.Read(written));
        return PlainWled.Hear(request);
    }

    private static PlainRequest Request(PanelCommand command, DeviceProfile profile)
    {
        var step = Assert.IsType<DialogueStep.Send>(new WledAdapter().Begin(command, profile, Small).Start(LineHistory.Unknown));
        return PlainRequest.Of(Assert.IsType<WireMessage.Request>(step.Message));
    }
}
