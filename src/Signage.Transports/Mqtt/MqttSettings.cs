using MQTTnet;
using MQTTnet.Formatter;

namespace Signage.Transports.Mqtt;

/// <summary>How every MQTT client to a card is set.</summary>
internal static class MqttSettings
{
    /// <summary>How long a link may be silent before the broker is asked whether it is there.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>Longest packet that a broker may hand to us, in bytes; it keeps longer ones (MQTT 5, section 3.1.2.11.4). No card has anything near it to say.</summary>
    public const int LargestPacket = 128 * 1024;

    /// <summary>Most bytes that may wait for a reader on one link.</summary>
    public const int MostBytesWaiting = 1024 * 1024;

    /// <summary>One session a link: nothing of an older link may come through a newer one.</summary>
    /// <param name="endpoint">With name and password, where it has some.</param>
    /// <param name="place">What it names.</param>
    /// <param name="keepAlive">How long a link may be silent before the broker is asked whether it is there; it has half as long to answer.</param>
    public static MqttClientOptions Of(Uri endpoint, MqttEndpoint place, TimeSpan keepAlive)
    {
        return Login(endpoint, place, $"{Guid.NewGuid():N}")
            .WithCleanStart()
            .WithMaximumPacketSize(LargestPacket)
            .WithSessionExpiryInterval(0)
            .WithKeepAlivePeriod(keepAlive)
            .Build();
    }

    /// <summary>What every client says of itself: where it goes, and who it is.</summary>
    /// <param name="endpoint">With name and password, where it has some.</param>
    /// <param name="place">What it names.</param>
    /// <param name="id">Tells the client from others of its name.</param>
    public static MqttClientOptionsBuilder Login(Uri endpoint, MqttEndpoint place, string id)
    {
        var builder = new MqttClientOptionsBuilder().WithTcpServer(place.Host, place.Port).WithProtocolVersion(MqttProtocolVersion.V500);
        if (endpoint.UserInfo.Length == 0)
        {
            return builder.WithClientId($"signage/{id}");
        }

        var colon = endpoint.UserInfo.IndexOf(':', StringComparison.Ordinal);
        var name = Uri.UnescapeDataString(colon < 0 ? endpoint.UserInfo : endpoint.UserInfo[..colon]);
        var password = colon < 0 ? "" : endpoint.UserInfo[(colon + 1)..];

        // Brokers that bind client ids to accounts take "name/…"; without a name nobody binds anything.
        return builder.WithCredentials(name, Uri.UnescapeDataString(password)).WithClientId($"{(name.Length == 0 ? "signage" : name)}/{id}");
    }
}
