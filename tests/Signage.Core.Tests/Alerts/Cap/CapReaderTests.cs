using System.Text;
using Signage.Core.Alerts;
using Signage.Core.Alerts.Forms;

namespace Signage.Core.Tests.Alerts.Cap;

/// <summary>What the reader refuses, what it notes, and on which line.</summary>
public sealed class CapReaderTests
{
    [Fact]
    public void Read_WhenGood_HasNothingToSay()
    {
        var reading = CapSample.Read(CapSample.Good);
        Assert.Equal(AlertDocument.Messages, reading.Document);
        Assert.Empty(reading.Remarks);
    }

    [Theory]
    [InlineData("<identifier>a1</identifier>\n", "", 1, "identifier")]
    [InlineData("<identifier>a1</identifier>", "<identifier>a 1</identifier>", 2, "identifier")]
    [InlineData("<identifier>a1</identifier>", "<identifier></identifier>", 2, "identifier")]
    [InlineData("<sender>office</sender>", "<sender>a,b</sender>", 3, "sender")]
    [InlineData("<sender>office</sender>", "<sender>a</sender><sender>b</sender>", 3, "sender")]
    [InlineData("<sent>2026-07-15T12:00:00+08:00</sent>", "<sent>2026-07-15T12:00:00</sent>", 4, "sent")]
    [InlineData("<sent>2026-07-15T12:00:00+08:00</sent>", "<sent>2026-07-15 12:00:00+08:00</sent>", 4, "sent")]
    [InlineData("<sent>2026-07-15T12:00:00+08:00</sent>", "<sent>2026-02-30T12:00:00+08:00</sent>", 4, "sent")]
    [InlineData("<sent>2026-07-15T12:00:00+08:00</sent>", "<sent>9999-12-31T23:00:00-12:00</sent>", 4, "sent")]
    [InlineData("<sent>2026-07-15T12:00:00+08:00</sent>", "<sent>1999-12-31T23:59:59-00:00</sent>", 4, "sent")]
    [InlineData("<sent>2026-07-15T12:00:00+08:00</sent>", "<sent>3000-01-01T00:00:00-00:00</sent>", 4, "sent")]
    [InlineData("<status>Actual</status>", "<status>actual</status>", 5, "Exercise")]
    [InlineData("<status>Actual</status>", "<status>0</status>", 5, "Exercise")]
    [InlineData("<status>Actual</status>", "<status>Actual, Test</status>", 5, "Exercise")]
    [InlineData("<status>Actual</status>", "", 1, "status")]
    [InlineData("<msgType>Alert</msgType>", "<msgType>Warning</msgType>", 6, "Cancel")]
    [InlineData("<scope>Public</scope>", "<scope>Restricted</scope>", 1, "restriction")]
    [InlineData("<scope>Public</scope>", "<scope>Private</scope>", 1, "addresses")]
    [InlineData("<scope>Public</scope>", "<scope>Public</scope><references>office,a0</references>", 7, "references")]
    [InlineData("<category>Met</category>\n", "", 8, "category")]
    [InlineData("<event>暴雨预警</event>", "<event> </event>", 11, "event")]
    [InlineData("<severity>Severe</severity>", "<severity>Red</severity>", 13, "Extreme")]
    [InlineData("<expires>2026-07-15T18:00:00+08:00</expires>", "<expires>2026-07-15T11:59:59+08:00</expires>", 15, "expires")]
    [InlineData("<expires>2026-07-15T18:00:00+08:00</expires>", "<effective>2026-07-15T19:00:00+08:00</effective><expires>2026-07-15T18:00:00+08:00</expires>", 15, "expires")]
    [InlineData("<areaDesc>遂宁市</areaDesc>", "", 16, "areaDesc")]
    [InlineData("31,105 30,105</polygon>", "31,105</polygon>", 18, "polygon")]
    [InlineData("30,105 30,106 31,106 31,105 30,105", "30,105 31,106 30,105", 18, "polygon")]
    [InlineData("30,106 31,106", "30,181 31,106", 18, "30,181")]
    [InlineData("30,106 31,106", "91,106 31,106", 18, "91,106")]
    [InlineData("30,106 31,106", "NaN,106 31,106", 18, "NaN")]
    [InlineData("30,106 31,106", "3e1,106 31,106", 18, "3e1")]
    [InlineData("30.5,105.5 10", "30.5,105.5 -1", 19, "circle")]
    [InlineData("30.5,105.5 10", "30.5,105.5", 19, "circle")]
    [InlineData("<value>510900</value>", "", 20, "value")]
    [InlineData("</area>", "<ceiling>100</ceiling></area>", 16, "altitude")]
    [InlineData("</area>", "<altitude>high</altitude></area>", 21, "altitude")]
    public void Read_WhenSomethingIsWrong_RefusesTheMessageAndSaysWhere(string part, string other, int line, string said)
    {
        var reading = CapSample.Read(CapSample.With(part, other));
        Assert.Equal((AlertDocument.NoMessage, 0), (reading.Document, reading.Messages.Count));
        var remark = reading.Remarks.First(remark => remark.Refuses);
        Assert.Equal(line, remark.Line);
        Assert.StartsWith($"第 {line} 行 (line {line})", remark.Text, StringComparison.Ordinal);
        Assert.Contains(said, remark.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', remark.Text);
    }

    [Theory]
    [InlineData("<sent>2026-07-15T12:00:00+08:00</sent>", "<sent>2026-07-15T04:00:00Z</sent>", "-00:00")]
    [InlineData("<sent>2026-07-15T12:00:00+08:00</sent>", "<sent>2026-07-15T12:00:00.0+08:00</sent>", "-00:00")]
    [InlineData("<sent>2026-07-15T12:00:00+08:00</sent>", "<sent>2026-07-15T12:05:01+08:00</sent>", "future")]
    [InlineData("cap:1.2", "cap:1.1", "1.1")]
    [InlineData("<scope>Public</scope>", "<scope>Public</scope><Signature xmlns='http://www.w3.org/2000/09/xmldsig#'/>", "signature")]
    [InlineData("<scope>Public</scope>", "<scope>Public</scope><refernces>office,a0,x</refernces>", "refernces")]
    [InlineData("<msgType>Alert</msgType>", "<msgType>Update</msgType>", "Update")]
    public void Read_WhenSomethingIsOdd_TakesTheMessageAndNotesIt(string part, string other, string said)
    {
        var reading = CapSample.Read(CapSample.With(part, other));
        Assert.Single(reading.Messages);
        var remark = Assert.Single(reading.Remarks);
        Assert.False(remark.Refuses);
        Assert.Contains(said, remark.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-07-15T04:00:00-00:00")]
    [InlineData("2026-07-15T04:00:00+00:00")]
    [InlineData("2026-07-15T12:00:00+08:00")]
    public void Read_WhenTimeHasTheStandardsForm_IsThatInstant(string written)
    {
        var reading = CapSample.Read(CapSample.With("<sent>2026-07-15T12:00:00+08:00</sent>", $"<sent>{written}</sent>"));
        Assert.Empty(reading.Remarks);
        Assert.Equal(CapSample.Noon, Assert.Single(reading.Messages).Id.Sent);
    }

    /// <summary>A cancellation works though what it tells is wrong: refusing it would leave the warning lit.</summary>
    [Fact]
    public void Read_WhenACancellationTellsNonsense_IsTakenWithNotesAndWithoutInfos()
    {
        var cancel = CapSample.With("<msgType>Alert</msgType>", "<msgType>Cancel</msgType><references>office,a0,2026-07-15T11:00:00+08:00</references>")
            .Replace("<severity>Severe</severity>", "<severity>Red</severity>", StringComparison.Ordinal);
        var reading = CapSample.Read(cancel);
        Assert.Empty(Assert.Single(reading.Messages).Infos);
        Assert.Equal([(13, false)], reading.Remarks.Select(remark => (remark.Line, remark.Refuses)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<alert>")]
    [InlineData("<!DOCTYPE alert [<!ENTITY a 'b'>]><alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'/>")]
    [InlineData("<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'>&#xD800;</alert>")]
    public void Read_WhenNoXml_IsUnreadableWithOneRemark(string document)
    {
        var reading = CapSample.Read(document);
        Assert.Equal(AlertDocument.Unreadable, reading.Document);
        Assert.True(Assert.Single(reading.Remarks).Refuses);
    }

    /// <summary>XML that is no alert is never taken for one, a test alert least of all.</summary>
    [Theory]
    [InlineData("<alert><identifier>a</identifier></alert>")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'><body>alert</body></html>")]
    [InlineData("<alert xmlns='http://www.incident.com/cap/1.0'/>")]
    [InlineData("<wrap><alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'/></wrap>")]
    public void Read_WhenSomeOtherXml_IsNoMessage(string document)
    {
        var reading = CapSample.Read(document);
        Assert.Equal((AlertDocument.NoMessage, 0, 0), (reading.Document, reading.Messages.Count, reading.Links.Count));
        Assert.True(Assert.Single(reading.Remarks).Refuses);
    }

    [Fact]
    public void Read_WhenTooDeepTooLongOrTooMany_IsUnreadable()
    {
        Assert.Equal(AlertDocument.Unreadable, CapSample.Read($"{string.Concat(Enumerable.Repeat("<a>", 40))}{string.Concat(Enumerable.Repeat("</a>", 40))}").Document);
        Assert.Equal(AlertDocument.Unreadable, CapSample.Read($"<a>{new string('b', AlertReader.MostLetters)}</a>").Document);
        Assert.Equal(AlertDocument.Unreadable, CapSample.Read($"<a>{string.Concat(Enumerable.Repeat("<b/>", AlertReader.MostElements))}</a>").Document);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("gb2312")]
    [InlineData("gb18030")]
    public void Read_WhenInAnEncodingOfChina_HasItsLetters(string name)
    {
        var encoding = name.StartsWith("gb", StringComparison.Ordinal) ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        byte[] document = [.. name == "utf-16" ? encoding.GetPreamble() : [], .. encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?>\n{CapSample.Good}")];
        Assert.Equal("暴雨预警", Assert.Single(AlertReader.Read(document, CapSample.Noon).Messages).Infos[0].Event);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { (byte)'<', 0xC0, 0x80 })]
    public void Read_WhenBytesAreNoLetters_IsUnreadable(byte[] document) =>
        Assert.Equal(AlertDocument.Unreadable, AlertReader.Read(document, CapSample.Noon).Document);

    [Fact]
    public void Read_WhenTheEncodingIsAnother_SaysWhichToSend()
    {
        var reading = AlertReader.Read("<?xml version='1.0' encoding='EBCDIC-CP-US'?><a/>"u8, CapSample.Noon);
        Assert.Equal(AlertDocument.Unreadable, reading.Document);
        Assert.Contains("UTF-8", Assert.Single(reading.Remarks).Text, StringComparison.Ordinal);
    }
}
