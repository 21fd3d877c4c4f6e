using Signage.Core.Alerts;

namespace Signage.Core.Tests.Alerts.Cap;

/// <summary>Messages that come several at a time, or in an envelope.</summary>
public sealed class CapFeedTests
{
    [Fact]
    public void Read_WhenAnAtomFeedHoldsSeveral_TakesTheGoodOnesInOrderAndTellsOfTheOthers()
    {
        var reading = CapSample.Read($"""
            <feed xmlns="http://www.w3.org/2005/Atom">
            <entry><title>one</title><content type="application/cap+xml">{Alert("one")}</content></entry>
            <entry><title>two</title><link rel="alternate" href="https://example.org/page"/><link type="application/cap+xml" href="https://user:word@example.org/two.xml"/></entry>
            <entry><title>three</title><content type="text/xml">{Alert("three").Replace("Likely", "Perhaps", StringComparison.Ordinal)}</content></entry>
            <entry><title>four</title><content type="text/xml">{Alert("four")}</content></entry>
            <entry><title>five</title><link href="javascript:alert(1)"/></entry>
            </feed>
            """);
        Assert.Equal(AlertDocument.Messages, reading.Document);
        Assert.Equal(["one", "four"], reading.Messages.Select(message => message.Id.Identifier));
        var link = Assert.Single(reading.Links);
        Assert.Equal("https://user:word@example.org/two.xml", link.Address.OriginalString);
        Assert.Equal(3, reading.Remarks.Count);
        Assert.Equal(reading.Remarks.OrderBy(remark => remark.Line), reading.Remarks);
        Assert.Equal([false, true, true], reading.Remarks.Select(remark => remark.Refuses));
        Assert.DoesNotContain("word", reading.Remarks[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenAnRssFeed_TakesItsMessagesAndLinks()
    {
        var reading = CapSample.Read($"<rss version='2.0'><channel><item>{Alert("one")}</item><item><link>http://example.org/2</link></item></channel></rss>");
        Assert.Equal("one", Assert.Single(reading.Messages).Id.Identifier);
        Assert.Equal(new Uri("http://example.org/2"), Assert.Single(reading.Links).Address);
    }

    [Fact]
    public void Read_WhenAFeedHasOnlyLinks_IsNoMessageWithLinks()
    {
        var reading = CapSample.Read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='https://example.org/1'/></entry></feed>");
        Assert.Equal((AlertDocument.NoMessage, 1), (reading.Document, reading.Links.Count));
        Assert.False(Assert.Single(reading.Remarks).Refuses);
    }

    [Fact]
    public void Read_WhenAFeedIsEmpty_SaysSoAndRefusesNothing()
    {
        var reading = CapSample.Read("<feed xmlns='http://www.w3.org/2005/Atom'/>");
        Assert.Equal(AlertDocument.NoMessage, reading.Document);
        Assert.False(Assert.Single(reading.Remarks).Refuses);
    }

    [Theory]
    [InlineData("Actual", "Report", 1)]
    [InlineData("Actual", "Update", 1)]
    [InlineData("Exercise", "Report", 0)]
    [InlineData("Test", "Report", 0)]
    [InlineData("Actual", "Cancel", 0)]
    public void Read_WhenInAnEnvelope_BelievesTheEnvelopeFirst(string status, string type, int messages)
    {
        var reading = CapSample.Read($"""
            <EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><distributionStatus>{status}</distributionStatus><distributionType>{type}</distributionType>
            <contentObject><xmlContent><embeddedXMLContent>{CapSample.Good}</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>
            """);
        Assert.Equal(messages, reading.Messages.Count);
        Assert.Equal(messages == 0, reading.Remarks.Any(remark => remark.Refuses));
    }

    [Fact]
    public void Read_WhenAnAlertStandsInAnAlert_TakesTheOuterOneOnly()
    {
        var inner = CapSample.With("<identifier>a1</identifier>", "<identifier>inner</identifier>");
        var reading = CapSample.Read($"<rss><channel><item>{CapSample.With("</alert>", $"{inner}</alert>")}</item></channel></rss>");
        Assert.Equal("a1", Assert.Single(reading.Messages).Id.Identifier);
    }

    /// <summary>What is stored of a message has to stand alone, though the feed around it named its namespaces.</summary>
    [Fact]
    public void Original_WhenTheNamespaceIsNamedOutside_IsReadAlone()
    {
        var prefixed = CapSample.Good.Replace(" xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"", "", StringComparison.Ordinal)
            .Replace("</", "\u0001", StringComparison.Ordinal).Replace("<", "<c:", StringComparison.Ordinal).Replace("\u0001", "</c:", StringComparison.Ordinal);
        var message = Assert.Single(CapSample.Read(
            $"<feed xmlns='http://www.w3.org/2005/Atom' xmlns:c='urn:oasis:names:tc:emergency:cap:1.2'><entry><content>{prefixed}</content></entry></feed>").Messages);
        Assert.Equivalent(message, Assert.Single(CapSample.Read(message.Original).Messages), strict: true);
    }

    private static string Alert(string identifier) => CapSample.With("<identifier>a1</identifier>", $"<identifier>{identifier}</identifier>");
}
