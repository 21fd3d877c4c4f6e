using Signage.Core.Alerts;
using Signage.Core.Alerts.Forms;

namespace Signage.Core.Tests.Alerts.Cap;

/// <summary>The examples of the standard, as published: <c>Vectors/SOURCES.md</c>.</summary>
public sealed class CapVectorTests
{
    private static readonly DateTimeOffset Later = CapSample.At("2003-07-01T00:00:00Z");

    public static TheoryData<string> All => ["a1-homeland-security.xml", "a2-thunderstorm.xml", "a3-earthquake.xml", "a4-amber.xml", "own-rainstorm.xml"];

    [Theory]
    [MemberData(nameof(All))]
    public void Read_WhenAnExample_TakesItWithoutARemark(string name)
    {
        var reading = AlertReader.Read(CapSample.Vector(name), CapSample.At("2027-01-01T00:00:00Z"));
        Assert.Equal(AlertDocument.Messages, reading.Document);
        Assert.Empty(reading.Remarks);
        Assert.Single(reading.Messages);
    }

    /// <summary>What a site stores is read again to the same message, its own text included.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Original_WhenReadAgain_IsTheSameMessage(string name)
    {
        var message = Message(name);
        var again = Assert.Single(AlertReader.Read(message.Original, Later).Messages);
        Assert.Equal((message.Id, message.Original), (again.Id, again.Original));
        Assert.Equivalent(message, again, strict: true);
    }

    [Fact]
    public void Read_WhenTheThunderstorm_HasEveryPart()
    {
        var message = Message("a2-thunderstorm.xml");
        Assert.Equal(new AlertId("KSTO@NWS.NOAA.GOV", "KSTO1055887203", CapSample.At("2003-06-17T14:57:00-07:00")), message.Id);
        Assert.Equal((AlertStatus.Actual, AlertMessageType.Alert, AlertScope.Public), (message.Status, message.Type, message.Scope));
        var info = Assert.Single(message.Infos);
        Assert.Equal((AlertUrgency.Immediate, AlertSeverity.Severe, AlertCertainty.Observed), (info.Urgency, info.Severity, info.Certainty));
        Assert.Equal([AlertCategory.Met], info.Categories);
        Assert.Equal([AlertResponse.Shelter], info.Responses);
        Assert.Equal([new AlertValue("SAME", "SVR")], info.EventCodes);
        Assert.Equal((null, null, CapSample.At("2003-06-17T16:00:00-07:00")), (info.Effective, info.Onset, info.Expires));
        var area = Assert.Single(info.Areas);
        Assert.Equal(["SAME=006109", "SAME=006009", "SAME=006003"], area.Codes.Select(code => $"{code}"));
        Assert.Equal(new GeoPoint(38.34, -119.95), Assert.Single(area.Polygons).Ring[1]);
    }

    [Fact]
    public void Read_WhenTheEarthquake_NamesTheReportThatItReplaces()
    {
        var message = Message("a3-earthquake.xml");
        Assert.Equal(AlertMessageType.Update, message.Type);
        Assert.Equal([new AlertId("trinet@caltech.edu", "TRI13970876.1", CapSample.At("2003-06-11T20:30:00-07:00"))], message.References);
        Assert.Equal(new AlertCircle(new GeoPoint(32.9525, -115.5527), 0), Assert.Single(Assert.Single(message.Infos).Areas.Single().Circles));
    }

    [Fact]
    public void Read_WhenTheAmberAlert_HasBothLanguages()
    {
        var message = Message("a4-amber.xml");
        Assert.Equal(["en-US", "es-US"], message.Infos.Select(info => info.Language));
        Assert.Equal("SW", message.Source);
        Assert.Equal("Abducción de Niño", message.Infos[1].Event);
    }

    /// <summary>A nationwide advisory whose area is words alone is lit nowhere by a machine.</summary>
    [Fact]
    public void Read_WhenTheAdvisory_IsOnlyInWords()
    {
        var message = Message("a1-homeland-security.xml");
        Assert.Equal(AreaReason.OnlyWords, AreaMatch.Of(message.Infos[0], new SitePlaceArea([], new(38.9, -77.0))).Reason);
    }

    private static AlertMessage Message(string name) => Assert.Single(AlertReader.Read(CapSample.Vector(name), Later).Messages);
}
