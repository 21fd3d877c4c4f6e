using Signage.Core.Alerts;
using Signage.Core.Calendars;

namespace Signage.Core.Tests.Alerts;

/// <summary>Whom an area means, by codes, by point, and when nobody can tell.</summary>
public sealed class AreaMatchTests
{
    [Theory]
    [InlineData("510903", "510903", true)]
    [InlineData("510900", "510903", true)]        // the city covers its district
    [InlineData("510000", "510903", true)]        // the province, too
    [InlineData("510900", "510903001002", true)]  // and the community in it
    [InlineData("510903001", "510903001002", true)]
    [InlineData("510903001000", "510903001002", true)]
    [InlineData("510903000000", "510903001", true)]
    [InlineData("510903000", "510903", true)]
    [InlineData("510904", "510903001", false)]
    [InlineData("511000", "510903", false)]
    [InlineData("510903001002", "510903001003", false)]
    [InlineData("510903", "510900", false)]       // a site that names its city only may lie outside of the district
    [InlineData("510903001", "510903", false)]
    [InlineData("000000", "510903", false)]
    [InlineData("006000", "006037", false)]       // SAME has six digits, and its own rules
    [InlineData("006037", "006037", true)]
    [InlineData("5109", "510903", false)]
    [InlineData("51090x", "510903", false)]
    public void Of_WhenByCode_CoversWhatLiesBelow(string area, string site, bool concerns)
    {
        var match = AreaMatch.Of(Info(new AlertArea { Words = "a", Codes = [new("adcode", area)] }), new SitePlaceArea([new("ADCODE", site)]));
        Assert.Equal((concerns, concerns ? AreaReason.Code : AreaReason.Elsewhere), (match.Concerns, match.Reason));
        Assert.Equal(concerns ? new AlertValue("adcode", area) : null, match.Code);
    }

    [Fact]
    public void Of_WhenTheCodeIsOfAnotherMaker_IsElsewhere() => Assert.Equal(
        AreaReason.Elsewhere, AreaMatch.Of(Info(new AlertArea { Words = "a", Codes = [new("SAME", "510903")] }), new SitePlaceArea([new("adcode", "510903")])).Reason);

    [Fact]
    public void Of_WhenOneOfSeveralAreas_IsThatOne()
    {
        var there = new AlertArea { Words = "there", Circles = [new AlertCircle(new GeoPoint(30, 105), 5)] };
        var info = Info(new AlertArea { Words = "in words" }, new AlertArea { Words = "elsewhere", Codes = [new("adcode", "110000")] }, there);
        Assert.Same(there, AreaMatch.Of(info, new SitePlaceArea([], new SitePlace(30.01, 105))).Area);
        Assert.Equal(AreaReason.Elsewhere, AreaMatch.Of(info, new SitePlaceArea([], new SitePlace(31, 105))).Reason);
        Assert.Equal(AreaReason.Elsewhere, AreaMatch.Of(info, SitePlaceArea.Nowhere).Reason);
    }

    [Fact]
    public void Of_WhenAreasAreOnlyWords_SaysSo()
    {
        var site = new SitePlaceArea([new("adcode", "510903")], new SitePlace(30, 105));
        Assert.Equal(AreaReason.OnlyWords, AreaMatch.Of(Info(new AlertArea { Words = "四川省遂宁市" }), site).Reason);
        Assert.Equal(AreaReason.OnlyWords, AreaMatch.Of(Info(), site).Reason);
    }

    internal static AlertInfo Info(params AlertArea[] areas) => new()
    {
        Categories = [AlertCategory.Met],
        Event = "暴雨预警",
        Urgency = AlertUrgency.Immediate,
        Severity = AlertSeverity.Severe,
        Certainty = AlertCertainty.Likely,
        Areas = areas,
    };
}
