using System.Globalization;
using Signage.Core.Alerts;
using Signage.Core.Alerts.Forms;

namespace Signage.Core.Tests.Alerts.Cap;

/// <summary>A good message, and the same with one thing changed.</summary>
internal static class CapSample
{
    public static DateTimeOffset Noon { get; } = At("2026-07-15T12:00:00+08:00");

    public static string Good { get; } = """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
        <identifier>a1</identifier>
        <sender>office</sender>
        <sent>2026-07-15T12:00:00+08:00</sent>
        <status>Actual</status>
        <msgType>Alert</msgType>
        <scope>Public</scope>
        <info>
        <language>zh-CN</language>
        <category>Met</category>
        <event>暴雨预警</event>
        <urgency>Immediate</urgency>
        <severity>Severe</severity>
        <certainty>Likely</certainty>
        <expires>2026-07-15T18:00:00+08:00</expires>
        <area>
        <areaDesc>遂宁市</areaDesc>
        <polygon>30,105 30,106 31,106 31,105 30,105</polygon>
        <circle>30.5,105.5 10</circle>
        <geocode><valueName>adcode</valueName><value>510900</value></geocode>
        </area>
        </info>
        </alert>
        """.ReplaceLineEndings("\n");

    public static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    /// <summary>The good message with a part replaced; it has to be there.</summary>
    public static string With(string part, string other)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        return Good.Replace(part, other, StringComparison.Ordinal);
    }

    public static AlertReading Read(string document) => AlertReader.Read(document, Noon);

    public static byte[] Vector(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Alerts", "Cap", "Vectors", name));
}
