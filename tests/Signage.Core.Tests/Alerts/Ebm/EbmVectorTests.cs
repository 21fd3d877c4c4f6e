using Signage.Core.Alerts;
using Signage.Core.Alerts.Ebm;
using Signage.Core.Alerts.Forms;
using Signage.Core.Tests.Alerts.Cap;

namespace Signage.Core.Tests.Alerts.Ebm;

/// <summary>Messages as public implementations write them: <c>Vectors/SOURCES.md</c>.</summary>
public sealed class EbmVectorTests
{
    public static TheoryData<string> All => ["rdcenter-fog.xml", "rdcenter-fog-cancel.xml", "rdcenter-drill.xml", "ewbs-rain.xml", "ewbs-rain-cancel.xml"];

    /// <summary>Whoever approves one is told that the form is unproven, and nothing else.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Read_WhenAVector_TakesItAndRemarksOnlyThatTheFormIsUnproven(string name)
    {
        var reading = AlertReader.Read(EbmSample.Vector(name), CapSample.At("2027-01-01T00:00:00Z"));
        Assert.Single(reading.Messages);
        var remark = Assert.Single(reading.Remarks);
        Assert.False(remark.Refuses);
        Assert.Contains("never compared with a platform in service", remark.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_WhenAsked_SayWhatStandsBehindThem() => Assert.Equal(
        [("cap", "published"), ("ebm", "unproven")], AlertReader.Formats.Select(format => (format.Name, format.EvidenceLevel)));

    /// <summary>What a site stores is read again to the same message, its own text included.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Original_WhenReadAgain_IsTheSameMessage(string name)
    {
        var message = Message(name);
        Assert.Equivalent(message, EbmSample.Message(message.Original), strict: true);
    }

    [Fact]
    public void Read_WhenTheFog_HasEveryPart()
    {
        var message = Message("rdcenter-fog.xml");
        Assert.Equal(new AlertId("0001", "45109030000000103010101202607150002", CapSample.At("2026-07-15T11:50:21+08:00")), message.Id);
        Assert.Equal((AlertStatus.Actual, AlertMessageType.Alert, AlertScope.Public), (message.Status, message.Type, message.Scope));
        Assert.Equal(("45109030000000103010101", 0, 0), (message.Source, message.References.Count, message.ReferencedIdentifiers.Count));
        var info = Assert.Single(message.Infos);
        Assert.Equal(("zh-CN", "大雾橙色预警", "能见度不足两百米，请减速慢行。", "船山区气象台"), (info.Language, info.Event, info.Headline, info.SenderName));
        Assert.Equal((AlertSeverity.Severe, AlertUrgency.Unknown, AlertCertainty.Unknown), (info.Severity, info.Urgency, info.Certainty));
        Assert.Equal((CapSample.At("2026-07-15T12:10:21+08:00"), null, CapSample.At("2026-07-15T18:00:00+08:00")), (info.Effective, info.Onset, info.Expires));
        Assert.Equal("EventType=11B06", Assert.Single(info.EventCodes).ToString());
        Assert.Equal("adcode=510903000000", Assert.Single(Assert.Single(info.Areas).Codes).ToString());
    }

    [Fact]
    public void ActiveAt_WhenTheRainIsTaken_LightsItsWordsWhereAnyOfItsCodesCovers()
    {
        var book = Book.Of(Message("ewbs-rain.xml"));
        var lit = Assert.Single(book.ActiveAt(CapSample.Noon, EbmSample.Site));
        Assert.Equal(("【暴雨红色预警】请远离低洼地带。", AlertSeverity.Extreme), (lit.Words, lit.Severity));
        Assert.Empty(book.ActiveAt(CapSample.Noon, new SitePlaceArea([new AlertValue("adcode", "510903002")])));
        Assert.Empty(book.ActiveAt(CapSample.At("2026-07-15T20:00:00+08:00"), EbmSample.Site));
    }

    [Theory]
    [InlineData("rdcenter-fog.xml", "rdcenter-fog-cancel.xml")]
    [InlineData("ewbs-rain.xml", "ewbs-rain-cancel.xml")]
    public void ActiveAt_WhenTheCancellationIsTakenInAnyOrder_LightsNothing(string warning, string cancellation)
    {
        var (warns, cancels) = (Message(warning), Message(cancellation));
        var at = CapSample.At("2026-07-15T15:00:00+08:00");
        Assert.Single(Book.Of(warns).ActiveAt(at, EbmSample.Site));
        foreach (var book in new[] { Book.Of(warns, cancels), Book.Of(cancels, warns), Book.Of(cancels, warns, cancels, warns) })
        {
            Assert.Empty(book.ActiveAt(at, EbmSample.Site));
            Assert.Equal((AlertState.Cancelled, cancels.Id), (Book.State(book, warns.Id, 3), book.Judge(at, EbmSample.Site).Single(judged => judged.Entry.Message.Id == warns.Id).By));
        }
    }

    [Fact]
    public void ActiveAt_WhenADrillIsTaken_LightsNothing()
    {
        var book = Book.Of(Message("rdcenter-drill.xml"));
        Assert.Empty(book.Lightings(EbmSample.Site));
        Assert.Equal(AlertState.NotActual, Assert.Single(book.Judge(CapSample.Noon.AddHours(1), EbmSample.Site)).State);
    }

    private static AlertMessage Message(string name) => Assert.Single(AlertReader.Read(EbmSample.Vector(name), CapSample.Noon).Messages);
}
