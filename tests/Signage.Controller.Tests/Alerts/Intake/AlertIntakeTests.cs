using Signage.Controller.Alerts.Intake;
using Signage.Controller.Hosting;
using Signage.Core.Alerts;

namespace Signage.Controller.Tests.Alerts.Intake;

/// <summary>What may be set of warnings that come by themselves.</summary>
public sealed class AlertIntakeTests
{
    [Fact]
    public void Read_WhenNothingIsSet_AsksNobodyAndLightsNothing()
    {
        var intake = AlertIntake.Read(new AlertSettings());
        Assert.Empty(intake.Feeds);
        Assert.Null(intake.Approval);
    }

    [Fact]
    public void Read_WhenAllIsSet_IsTaken()
    {
        var intake = AlertIntake.Read(new AlertSettings
        {
            Feeds = "https://warn.example/feed?key=1  http://127.0.0.1:8080/cap mqtt://site:secret@broker:1884/cap/510903",
            EverySeconds = "60",
            AutoSenders = "a@example b@example",
            AutoSeverity = "Extreme",
        });
        Assert.Equal([new Uri("https://warn.example/feed?key=1"), new Uri("http://127.0.0.1:8080/cap"), new Uri("mqtt://site:secret@broker:1884/cap/510903")], intake.Feeds);
        Assert.Equal(TimeSpan.FromSeconds(60), intake.Every);
        Assert.Equal((AlertSeverity.Extreme, AlertUrgency.Expected, AlertCertainty.Likely), (intake.Approval!.Severity, intake.Approval.Urgency, intake.Approval.Certainty));
        Assert.Equal(["a@example", "b@example"], intake.Approval.Senders);
    }

    /// <summary>Each mistake names its setting, and several are told together.</summary>
    [Fact]
    public void Read_WhenSettingsAreWrong_NamesEachOfThem()
    {
        var refused = Assert.Throws<SiteStartException>(() => AlertIntake.Read(new AlertSettings
        {
            Feeds = "ftp://a/b http://user:secret@host/x warn.example mqtt://site:secret@broker mqtt://broker/cap/%23",
            EverySeconds = "9",
            AutoSeverity = "2",
            AutoUrgency = "Unknown",
            AutoCertainty = "likely",
        }));
        Assert.Equal(
            ["Feeds", "Feeds", "Feeds", "Feeds", "Feeds", "EverySeconds", "Auto:Severity", "Auto:Urgency", "Auto:Certainty", "Auto:Senders"],
            refused.Message.Split(Environment.NewLine).Select(line => line.Split(": ")[0]["Signage:Alerts:".Length..]));
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as set", "a@example", AlertStatus.Actual, AlertMessageType.Alert, AlertSeverity.Severe, AlertUrgency.Expected, AlertCertainty.Likely, true)]
    [InlineData("more than set", "a@example", AlertStatus.Actual, AlertMessageType.Update, AlertSeverity.Extreme, AlertUrgency.Immediate, AlertCertainty.Observed, true)]
    [InlineData("another sender", "A@example", AlertStatus.Actual, AlertMessageType.Alert, AlertSeverity.Extreme, AlertUrgency.Immediate, AlertCertainty.Observed, false)]
    [InlineData("an exercise", "a@example", AlertStatus.Exercise, AlertMessageType.Alert, AlertSeverity.Extreme, AlertUrgency.Immediate, AlertCertainty.Observed, false)]
    [InlineData("a test", "a@example", AlertStatus.Test, AlertMessageType.Alert, AlertSeverity.Extreme, AlertUrgency.Immediate, AlertCertainty.Observed, false)]
    [InlineData("a cancel", "a@example", AlertStatus.Actual, AlertMessageType.Cancel, AlertSeverity.Extreme, AlertUrgency.Immediate, AlertCertainty.Observed, false)]
    [InlineData("less severe", "a@example", AlertStatus.Actual, AlertMessageType.Alert, AlertSeverity.Moderate, AlertUrgency.Expected, AlertCertainty.Likely, false)]
    [InlineData("less urgent", "a@example", AlertStatus.Actual, AlertMessageType.Alert, AlertSeverity.Severe, AlertUrgency.Future, AlertCertainty.Likely, false)]
    [InlineData("less certain", "a@example", AlertStatus.Actual, AlertMessageType.Alert, AlertSeverity.Severe, AlertUrgency.Expected, AlertCertainty.Possible, false)]
    [InlineData("nobody knows how severe", "a@example", AlertStatus.Actual, AlertMessageType.Alert, AlertSeverity.Unknown, AlertUrgency.Expected, AlertCertainty.Likely, false)]
    public void Allows_WhenAWarningComes_OnlyIfAllOfItPasses(
        string what, string sender, AlertStatus status, AlertMessageType type, AlertSeverity severity, AlertUrgency urgency, AlertCertainty certainty, bool allowed)
    {
        var rule = AlertIntake.Read(new AlertSettings { AutoSenders = "a@example" }).Approval!;
        AlertInfo told = new() { Categories = [AlertCategory.Met], Event = "暴雨", Severity = severity, Urgency = urgency, Certainty = certainty };
        AlertMessage message = new()
        {
            Id = new AlertId(sender, "A1", DateTimeOffset.UnixEpoch),
            Status = status,
            Type = type,
            Scope = AlertScope.Public,
            Infos = [told],
            Original = "",
        };
        Assert.True(rule.Allows(message) == allowed, what);

        // One of its infos that does not pass is enough: nobody looks which of them is lit.
        Assert.False(rule.Allows(message with { Infos = [told, told with { Severity = AlertSeverity.Minor }] }), what);
        Assert.False(rule.Allows(message with { Scope = AlertScope.Restricted }), what);
    }
}
