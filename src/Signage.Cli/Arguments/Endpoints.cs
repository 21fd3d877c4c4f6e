using System.Diagnostics.CodeAnalysis;
using System.Net;
using Signage.Core.Text;
using Signage.Protocols.Profiles;

namespace Signage.Cli.Arguments;

/// <summary>Endpoints as people write them.</summary>
internal static class Endpoints
{
    /// <summary>Reads an endpoint.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="forms">What may be written.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="complaint">What is wrong with it.</param>
    public static bool TryParse(string text, EndpointForms forms, [NotNullWhen(true)] out Uri? endpoint, [NotNullWhen(false)] out string? complaint)
    {
        complaint = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out endpoint) || !forms.Schemes.Contains(endpoint.Scheme, StringComparer.Ordinal))
        {
            complaint = Words.NotAnEndpoint.With(EndpointText.Of(text), forms.Examples);
        }
        else if (endpoint.Scheme is "tcp" or "mqtt" or "udp" or "http" && endpoint.Host.Length == 0)
        {
            complaint = Words.EndpointWithoutHost.With(EndpointText.Of(text), endpoint.Scheme);
        }
        else if (endpoint.Scheme is "tcp" or "mqtt" or "udp" or "http" && endpoint.Port == 0 && forms == EndpointForms.Cards)
        {
            complaint = Words.EndpointPortZero.With(EndpointText.Of(text));
        }
        else if (endpoint.Scheme is "serial" && endpoint.AbsolutePath.Length == 0)
        {
            complaint = Words.EndpointWithoutDevice.With(text);
        }

        return complaint is null;
    }

    /// <summary>Fills in what the card's model knows: the port of a tcp or udp endpoint without one, the baud rate of a serial one.</summary>
    public static Uri Complete(Uri endpoint, DeviceProfile profile)
    {
        var link = profile.Links.FirstOrDefault(known => known.Scheme == endpoint.Scheme);
        if (endpoint.Scheme is "tcp" or "udp" && endpoint.Port <= 0 && link?.Port is { } port)
        {
            return new UriBuilder(endpoint) { Port = port }.Uri;
        }

        return endpoint.Scheme is "serial" && endpoint.Query.Length == 0 && link?.Baud is { } baud
            ? new Uri($"{endpoint.OriginalString}?baud={baud}")
            : endpoint;
    }

    /// <summary>True when only programs of this machine can be at the other end.</summary>
    public static bool IsOnThisMachine(Uri endpoint) =>
        endpoint.Host.Length == 0 || endpoint.Host == "localhost" || (IPAddress.TryParse(endpoint.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));

    /// <summary>The baud rate written in a serial endpoint; null when there is none.</summary>
    public static int? BaudOf(Uri endpoint)
    {
        var part = endpoint.Query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith("baud=", StringComparison.Ordinal));
        return int.TryParse(part?["baud=".Length..], out var baud) && baud > 0 ? baud : null;
    }
}
