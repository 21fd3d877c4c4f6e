using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Onbon;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>The card's own timer: what is said, and how a capture of it is told.</summary>
public sealed class Bx6TimerTests
{
    private static readonly PanelFace Face = PanelFace.Parse("40x8x2");

    [Fact]
    public void Timer_WithMoreRangesThanTheCardKnows_IsNotSent()
    {
        var timer = new PanelCommand.SetTimer(CardTimer.Read("12:00-13:00,22:00-06:00")!);
        var done = Assert.IsType<DialogueStep.Done>(new Bx6Adapter().Begin(timer, TestCards.Q2, Face).Start(LineHistory.InStep));
        Assert.Equal(PanelOutcome.Unsupported, done.Outcome);
        Assert.Contains("12:00-13:00,22:00-06:00", done.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Capture_OfATimer_NamesItsFields()
    {
        var packet = new Bx6Adapter().Encode(new PanelCommand.SetTimer(CardTimer.Read("22:01-05:59")!), TestCards.Q2, Face, new Dictionary<string, string>()).Single();
        var told = Assert.Single(new Bx6Adapter().Decode(packet));
        Assert.True(told.Valid);
        Assert.Equal(
            ["command=timed power", "groupCount=01 (1)", "onAt=05:59", "offAt=22:01"],
            told.Fields.Where(field => field.Name is "command" or "groupCount" or "onAt" or "offAt").Select(field => $"{field.Name}={field.Value}"));
    }

    /// <summary>A count that promises more groups than came is told as far as it goes.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("FF")]
    [InlineData("02055922")]
    [InlineData("0205592201")]
    public void Capture_OfATimerThatIsCutOff_IsToldAsFarAsItGoes(string data)
    {
        var body = Signage.Protocols.Vendors.Onbon.Wire.Bx6Body.Request(0xA2, 0x06, Convert.FromHexString(data));
        var packet = new Signage.Protocols.Vendors.Onbon.Wire.Bx6Codec().ToBytes(new Signage.Protocols.Vendors.Onbon.Wire.Bx6Ordinary(0xFFFE, 0x8000, 0xFFFE, body));
        Assert.Contains(new Bx6Adapter().Decode(packet).Single().Fields, field => field.Name == "command");
    }
}
