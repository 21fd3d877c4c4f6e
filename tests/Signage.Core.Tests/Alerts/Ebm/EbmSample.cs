using Signage.Core.Alerts;
using Signage.Core.Alerts.Forms;
using Signage.Core.Tests.Alerts.Cap;

namespace Signage.Core.Tests.Alerts.Ebm;

/// <summary>A good message of the emergency broadcasting service, and the same with one thing changed. It is the noon of <see cref="CapSample"/>.</summary>
internal static class EbmSample
{
    public const string Identifier = "45109000000000103010101202607150107";

    public static SitePlaceArea Site { get; } = new([new AlertValue("adcode", "510903001002")]);

    public static string Good { get; } = $"""
        <EBD>
        <EBDVersion>1</EBDVersion>
        <EBDID>01451090000000001030101010000000000000107</EBDID>
        <EBDType>EBM</EBDType>
        <SRC><EBRID>45109000000000103010101</EBRID></SRC>
        <EBM>
        <EBMVersion>1</EBMVersion>
        <EBMID>{Identifier}</EBMID>
        <MsgBasicInfo>
        <MsgType>1</MsgType>
        <SenderName>遂宁市平台</SenderName>
        <SenderCode>office</SenderCode>
        <SendTime>2026-07-15 12:00:00</SendTime>
        <EventType>11B03</EventType>
        <Severity>2</Severity>
        <StartTime>2026-07-15 12:00:00</StartTime>
        <EndTime>2026-07-15 18:00:00</EndTime>
        </MsgBasicInfo>
        <MsgContent>
        <LanguageCode>zho</LanguageCode>
        <MsgTitle>暴雨橙色预警</MsgTitle>
        <MsgDesc>请远离低洼地带。</MsgDesc>
        <AreaCode>510900000000</AreaCode>
        </MsgContent>
        </EBM>
        </EBD>
        """.ReplaceLineEndings("\n");

    public static string Cancel { get; } = With("<MsgType>1", "<MsgType>2").Replace(
        $"<EBMID>{Identifier}</EBMID>", $"<EBMID>45109000000000103010101202607150108</EBMID><RelatedInfo><EBMID>{Identifier}</EBMID></RelatedInfo>", StringComparison.Ordinal);

    /// <summary>The good message with a part replaced; it has to be there.</summary>
    public static string With(string part, string other)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        return Good.Replace(part, other, StringComparison.Ordinal);
    }

    public static AlertReading Read(string document) => AlertReader.Read(document, CapSample.Noon);

    public static AlertMessage Message(string document) => Assert.Single(Read(document).Messages);

    public static byte[] Vector(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Alerts", "Ebm", "Vectors", name));
}
