using MQTTnet;
using MQTTnet.Formatter;

namespace Signage.Transports.Mqtt;

/// <summary>How every MQTT client to a card is set.</summary>
internal static class MqttSettings
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>One session a link: nothing of an older link may come through a newer one.</summary>
    public static MqttClientOptions Of(Uri endpoint, MqttEndpoint place)
    {
        var builder = new MqttClientOptionsBuilder()
            .WithTcpServer(place.Host, place.Port)
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithClientId("signage-" + Guid.NewGuid().ToString("N"))
            .WithCleanStart()
            .WithSessionExpiryInterval(0)
            .WithKeepAlivePeriod(KeepAlive);
        if (endpoint.UserInfo.Length > 0)
        {
            var colon = endpoint.UserInfo.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? endpoint.UserInfo : endpoint.UserInfo[..colon];
            var password = colon < 0 ? "" : endpoint.UserInfo[(colon + 1)..];
            builder = builder.WithCredentials(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password));
        }

        return builder.Build();
    }
}
