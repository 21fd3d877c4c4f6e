using System.Text;
using Signage.Core.Alerts.Forms;

namespace Fuzz.Tests.Targets.Families;

/// <summary>Warnings from outside: anybody may write one.</summary>
internal static class WarningTexts
{
    // Two looks at the letters with a buffer each, the elements, the message and its text: by the length of the input alone.
    private const long Limit = 1024 * 1024;

    private static readonly DateTimeOffset Received = new(2026, 7, 15, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly string Alert = """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a1</identifier><sender>office</sender><sent>2026-07-15T12:00:00+08:00</sent>
        <status>Actual</status><msgType>Update</msgType><scope>Public</scope><references>office,a0,2026-07-15T11:00:00+08:00</references>
        <info><language>zh-CN</language><category>Met</category><event>暴雨预警</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
        <expires>2026-07-15T18:00:00+08:00</expires><area><areaDesc>a</areaDesc><polygon>30,105 30,106 31,106 30,105</polygon><circle>30.5,105.5 10</circle>
        <geocode><valueName>adcode</valueName><value>510900</value></geocode><altitude>10</altitude><ceiling>20</ceiling></area></info></alert>
        """;

    private static readonly string Ebd = """
        <EBD xmlns:xs="http://www.w3.org/2001/XMLSchema"><EBDVersion>1</EBDVersion><EBDType>EBM</EBDType><SRC><EBRID>45109030000000103010101</EBRID></SRC>
        <EBM><EBMVersion>1</EBMVersion><EBMID>45109030000000103010101202607150002</EBMID><RelatedInfo><EBMID>45109030000000103010101202607150001</EBMID></RelatedInfo>
        <MsgBasicInfo><MsgType>1</MsgType><SenderName>a</SenderName><SenderCode>office</SenderCode><SendTime>2026-07-15 12:00:00</SendTime><EventType>11B06</EventType>
        <Severity>2</Severity><StartTime>2026-07-15 12:00:00</StartTime><EndTime>2026-07-15 18:00:00</EndTime></MsgBasicInfo><MsgContent><LanguageCode>zho</LanguageCode>
        <MsgTitle>大雾预警</MsgTitle><MsgDesc>请慢行。</MsgDesc><AreaCode>510903000000,510904000000</AreaCode></MsgContent></EBM></EBD>
        """;

    public static IReadOnlyList<IDecoderTarget> All { get; } =
    [
        new ReaderTarget(
            "cap/document",
            [.. new[] { Alert, $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><content>{Alert}</content></entry><entry><link href=\"https://a/b\"/></entry></feed>" }.Select(Encoding.UTF8.GetBytes)],
            ("Read", input => AlertReader.Read(input.Span, Received)))
        {
            Limit = Limit,
        },
        new ReaderTarget(
            "ebm/document",
            [.. new[] { Ebd, Ebd.Replace("<MsgType>1<", "<MsgType>2<", StringComparison.Ordinal) }.Select(Encoding.UTF8.GetBytes)],
            ("Read", input => AlertReader.Read(input.Span, Received)))
        {
            Limit = Limit,
        },
    ];
}
