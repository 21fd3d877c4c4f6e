using System.Text;
using Signage.Core.Alerts;
using Signage.Core.Alerts.Forms;
using Signage.Core.Tests.Alerts.Cap;

namespace Signage.Core.Tests.Alerts.Ebm;

/// <summary>What is refused of an emergency broadcasting message, what is noted, and on which line.</summary>
public sealed class EbmReaderTests
{
    [Theory]
    [InlineData("<EBDType>EBM</EBDType>\n", "", 1, "EBDType")]
    [InlineData("<EBDType>EBM</EBDType>", "<EBDType>ConnectionCheck</EBDType>", 4, "ConnectionCheck")]
    [InlineData("<EBDType>EBM</EBDType>", "<EBDType>EBMStateRequest</EBDType>", 4, "EBMStateRequest")]
    [InlineData("<EBDType>EBM</EBDType>", "<EBDType>ebm</EBDType>", 4, "EBM")]
    [InlineData("<EBDVersion>1</EBDVersion>", "<EBDVersion>2</EBDVersion>", 2, "EBDVersion")]
    [InlineData("<EBMVersion>1</EBMVersion>", "<EBMVersion>2.0</EBMVersion>", 7, "EBMVersion")]
    [InlineData("<EBM>", "<EBM></EBM><EBM>", 6, "EBM")]
    [InlineData("EBM>\n", "Ebm>\n", 1, "EBM")]
    [InlineData("MsgBasicInfo>", "MsgBasic>", 6, "MsgBasicInfo")]
    [InlineData("MsgContent>", "Content>", 6, "MsgContent")]
    [InlineData("<EBMID>", "<EBMID>a b", 8, "EBMID")]
    [InlineData("<EBMID>", "<EBMID>1</EBMID><EBMID>", 8, "EBMID")]
    [InlineData("<SenderCode>office</SenderCode>\n", "", 9, "SenderCode")]
    [InlineData("<SenderCode>office</SenderCode>", "<SenderCode> </SenderCode>", 12, "SenderCode")]
    [InlineData("<SenderCode>office</SenderCode>", "<SenderCode>a,b</SenderCode>", 12, "SenderCode")]
    [InlineData("<MsgType>1</MsgType>\n", "", 9, "MsgType")]
    [InlineData("<MsgType>1</MsgType>", "<MsgType>0</MsgType>", 10, "平台演练")]
    [InlineData("<MsgType>1</MsgType>", "<MsgType>6</MsgType>", 10, "平台演练")]
    [InlineData("<MsgType>1</MsgType>", "<MsgType>01</MsgType>", 10, "平台演练")]
    [InlineData("<MsgType>1</MsgType>", "<MsgType>Alert</MsgType>", 10, "平台演练")]
    [InlineData("<MsgType>1</MsgType>", "<MsgType>1</MsgType><TestType>1</TestType>", 10, "TestType")]
    [InlineData("<EBMVersion>", "<TestType>0</TestType><EBMVersion>", 7, "TestType")]
    [InlineData("<SendTime>2026-07-15 12:00:00</SendTime>\n", "", 9, "SendTime")]
    [InlineData("<SendTime>2026-07-15 12:00:00</SendTime>", "<SendTime>2026-07-15T12:00:00</SendTime>", 13, "SendTime")]
    [InlineData("<SendTime>2026-07-15 12:00:00</SendTime>", "<SendTime>2026-07-15 12:00:00+08:00</SendTime>", 13, "SendTime")]
    [InlineData("<SendTime>2026-07-15 12:00:00</SendTime>", "<SendTime>2026-02-30 12:00:00</SendTime>", 13, "SendTime")]
    [InlineData("<SendTime>2026-07-15 12:00:00</SendTime>", "<SendTime>1999-12-31 23:59:59</SendTime>", 13, "SendTime")]
    [InlineData("<SendTime>2026-07-15 12:00:00</SendTime>", "<SendTime>0001-01-01 00:00:00</SendTime>", 13, "SendTime")]
    [InlineData("<SendTime>2026-07-15 12:00:00</SendTime>", "<SendTime>YYYY-MM-DD HH:MI:SS</SendTime>", 13, "SendTime")]
    [InlineData("<Severity>2</Severity>\n", "", 9, "Severity")]
    [InlineData("<Severity>2</Severity>", "<Severity>5</Severity>", 15, "特别重大")]
    [InlineData("<Severity>2</Severity>", "<Severity>15</Severity>", 15, "特别重大")]
    [InlineData("<Severity>2</Severity>", "<Severity>21</Severity>", 15, "特别重大")]
    [InlineData("<Severity>2</Severity>", "<Severity>Red</Severity>", 15, "特别重大")]
    [InlineData("<StartTime>2026-07-15 12:00:00</StartTime>\n", "", 9, "StartTime")]
    [InlineData("<StartTime>2026-07-15 12:00:00</StartTime>", "<StartTime>12:00</StartTime>", 16, "StartTime")]
    [InlineData("<EndTime>2026-07-15 18:00:00</EndTime>\n", "", 9, "EndTime")]
    [InlineData("<EndTime>2026-07-15 18:00:00</EndTime>", "<EndTime>2026-07-15 11:59:59</EndTime>", 17, "EndTime")]
    [InlineData("<StartTime>2026-07-15 12:00:00</StartTime>", "<StartTime>2026-07-15 18:00:01</StartTime>", 17, "EndTime")]
    [InlineData("<MsgTitle>暴雨橙色预警</MsgTitle>\n", "", 19, "MsgTitle")]
    [InlineData("<MsgTitle>暴雨橙色预警</MsgTitle>", "<MsgTitle/>", 21, "MsgTitle")]
    [InlineData("<AreaCode>510900000000</AreaCode>\n", "", 19, "AreaCode")]
    [InlineData("<AreaCode>510900000000</AreaCode>", "<AreaCode>,</AreaCode>", 23, "AreaCode")]
    [InlineData("<AreaCode>510900000000</AreaCode>", "<AreaCode>遂宁</AreaCode>", 23, "遂宁")]
    [InlineData("<AreaCode>510900000000</AreaCode>", "<AreaCode>510900000000，510903000000</AreaCode>", 23, "AreaCode")]
    [InlineData("<AreaCode>510900000000</AreaCode>", "<AreaCode>510900000000,5109</AreaCode>", 23, "'5109'")]
    [InlineData("<AreaCode>510900000000</AreaCode>", "<AreaCode>000000000000</AreaCode>", 23, "000000000000")]
    public void Read_WhenSomethingIsWrong_RefusesTheMessageAndSaysWhere(string part, string other, int line, string said)
    {
        var reading = EbmSample.Read(EbmSample.With(part, other));
        Assert.Equal((AlertDocument.NoMessage, 0), (reading.Document, reading.Messages.Count));
        var remark = reading.Remarks.First(remark => remark.Refuses);
        Assert.Equal(line, remark.Line);
        Assert.StartsWith($"第 {line} 行 (line {line})", remark.Text, StringComparison.Ordinal);
        Assert.Contains(said, remark.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', remark.Text);
    }

    [Theory]
    [InlineData("<EBDVersion>1<", "<EBDVersion>1.0<", null)]
    [InlineData("<EBDVersion>1</EBDVersion>", "", null)]
    [InlineData("<SRC><EBRID>45109000000000103010101</EBRID></SRC>", "", null)]
    [InlineData("<EventType>11B03</EventType>", "", null)]
    [InlineData("<MsgDesc>请远离低洼地带。</MsgDesc>", "", null)]
    [InlineData("<AreaCode>510900000000<", "<AreaCode>510900000000, 110101,<", null)]
    [InlineData("</EBM>", "<Dispatch/></EBM>", null)]
    [InlineData("<EBMVersion>", "<TestType></TestType><EBMVersion>", "TestType")]
    [InlineData("SendTime>", "SentTime>", "SentTime")]
    [InlineData("<SendTime>2026-07-15 12:00:00", "<SendTime>2026-07-15 12:05:01", "future")]
    [InlineData("<MsgDesc>", "<MsgDecs>a</MsgDecs><MsgDesc>", "MsgDecs")]
    [InlineData("<SenderName>", "<SendName>a</SendName><SenderName>", "SendName")]
    [InlineData("<SRC>", "<Signature>a</Signature><SRC>", "Signature")]
    public void Read_WhenSomethingIsOdd_TakesTheMessageAndNotesIt(string part, string other, string? said)
    {
        var reading = EbmSample.Read(EbmSample.With(part, other));
        Assert.Single(reading.Messages);
        Assert.All(reading.Remarks, remark => Assert.False(remark.Refuses));
        Assert.Equal(said is null ? 0 : 1, reading.Remarks.Count(remark => !remark.Text.Contains("platform in service", StringComparison.Ordinal)));
        Assert.True(said is null || reading.Remarks.Any(remark => remark.Text.Contains(said, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("0", AlertSeverity.Unknown)]
    [InlineData("1", AlertSeverity.Extreme)]
    [InlineData("2", AlertSeverity.Severe)]
    [InlineData("3", AlertSeverity.Moderate)]
    [InlineData("4", AlertSeverity.Minor)]
    public void Read_WhenALevelIsTold_HasTheSeverityOfIt(string written, AlertSeverity severity) =>
        Assert.Equal(severity, Assert.Single(EbmSample.Message(EbmSample.With("<Severity>2<", $"<Severity>{written}<")).Infos).Severity);

    [Theory]
    [InlineData("1", AlertStatus.Actual, AlertMessageType.Alert)]
    [InlineData("2", AlertStatus.Actual, AlertMessageType.Cancel)]
    [InlineData("3", AlertStatus.Exercise, AlertMessageType.Alert)]
    [InlineData("4", AlertStatus.Exercise, AlertMessageType.Alert)]
    [InlineData("5", AlertStatus.Exercise, AlertMessageType.Alert)]
    public void Read_WhenAKindIsTold_HasItsStatusAndType(string written, AlertStatus status, AlertMessageType type)
    {
        var message = EbmSample.Message(EbmSample.With("<MsgType>1<", $"<MsgType>{written}<"));
        Assert.Equal((status, type), (message.Status, message.Type));
    }

    /// <summary>A cancellation works though what it tells is wrong, or missing: refusing it would leave the warning lit.</summary>
    [Theory]
    [InlineData("<Severity>2</Severity>", "<Severity>Red</Severity>")]
    [InlineData("<EndTime>2026-07-15 18:00:00</EndTime>", "<EndTime>soon</EndTime>")]
    [InlineData("<AreaCode>510900000000</AreaCode>", "")]
    [InlineData("MsgContent>", "Content>")]
    [InlineData("<EBMVersion>1</EBMVersion>", "<EBMVersion>2</EBMVersion>")]
    [InlineData("<EBMVersion>1</EBMVersion>", "<TestType>1</TestType>")]
    public void Read_WhenACancellationTellsNonsense_IsTakenWithoutInfosAndWithoutRefusal(string part, string other)
    {
        Assert.Contains(part, EbmSample.Cancel, StringComparison.Ordinal);
        var reading = EbmSample.Read(EbmSample.Cancel.Replace(part, other, StringComparison.Ordinal));
        var message = Assert.Single(reading.Messages);
        Assert.Empty(message.Infos);
        Assert.Equal([EbmSample.Identifier], message.ReferencedIdentifiers);
        Assert.All(reading.Remarks, remark => Assert.False(remark.Refuses));
    }

    [Theory]
    [InlineData("<EBD xmlns='http://www.w3.org/2001/XMLSchema'/>")]
    [InlineData("<EBD xmlns='urn:a'/>")]
    [InlineData("<ebd/>")]
    [InlineData("<EBM/>")]
    [InlineData("<EBD/>")]
    [InlineData("<Signature/>")]
    [InlineData("<a><EBD/></a>")]
    public void Read_WhenSomeOtherXml_IsNoMessage(string document)
    {
        var reading = EbmSample.Read(document);
        Assert.Equal((AlertDocument.NoMessage, 0), (reading.Document, reading.Messages.Count));
        Assert.True(Assert.Single(reading.Remarks).Refuses);
    }

    [Fact]
    public void Read_WhenItHasADocumentType_IsUnreadable() =>
        Assert.Equal(AlertDocument.Unreadable, EbmSample.Read($"<!DOCTYPE EBD [<!ENTITY a 'b'>]>{EbmSample.Good}").Document);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void Read_WhenInAnEncodingOfChina_HasItsLetters(string name)
    {
        var encoding = name == "gb18030" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.UTF8;
        var reading = AlertReader.Read(encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?>\n{EbmSample.Good}"), CapSample.Noon);
        Assert.Equal("暴雨橙色预警", Assert.Single(Assert.Single(reading.Messages).Infos).Event);
    }
}
