using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Mqtt;

/// <summary>A card behind a transparent MQTT gateway: <c>mqtt://name:password@host:1883/base/topic</c>.</summary>
/// <param name="Host">The broker.</param>
/// <param name="Port">Its port.</param>
/// <param name="Topic">The base topic: bytes for the card go to <c>…/down</c>, its bytes come from <c>…/up</c>.</param>
internal sealed record MqttEndpoint(string Host, int Port, string Topic)
{
    public const int DefaultPort = 1883;

    private const int MaxTopic = 200;

    public string Down => Topic + "/down";

    public string Up => Topic + "/up";

    /// <summary>Reads an endpoint; <paramref name="complaint"/> says what is wrong when there is no answer.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="complaint">What is wrong.</param>
    /// <param name="hasAddresses">False for a card that speaks MQTT itself: no other hangs on its topics, so an address is not offered.</param>
    public static MqttEndpoint? TryParse(Uri endpoint, out string complaint, bool hasAddresses = true)
    {
        complaint = "";
        if (!endpoint.IsAbsoluteUri || endpoint.Host.Length == 0)
        {
            complaint = Words.MqttNoBroker;
            return null;
        }

        var topic = Uri.UnescapeDataString(endpoint.AbsolutePath).Trim('/');
        if (topic.Length is 0 or > MaxTopic || topic.AsSpan().IndexOfAny("+#\0") >= 0 || topic[0] == '$')
        {
            complaint = Words.MqttNoTopic.With(EndpointText.Of(endpoint), MaxTopic);
            return null;
        }

        if (PanelAddress.Of(endpoint).Line.Query.Length > 0 || endpoint.Fragment.Length > 0)
        {
            complaint = hasAddresses ? Words.MqttTakesOnly.With(EndpointText.Of(endpoint)) : Words.TopicsTakeOnly.With(EndpointText.Of(endpoint));
            return null;
        }

        if (PanelAddress.Complaint(endpoint) is { } wrong)
        {
            complaint = wrong;
            return null;
        }

        return new MqttEndpoint(endpoint.IdnHost, endpoint.Port > 0 ? endpoint.Port : DefaultPort, topic);
    }
}
