using System.Globalization;
using System.Net;
using Signage.Core.Text;
using Signage.Transports.Mqtt;

namespace Signage.Transports.Locks;

/// <summary>One spelling for every way to name the same card port: two programs must find the same lock.</summary>
internal static class CanonicalEndpoint
{
    public static string Of(Uri endpoint)
    {
        if (!endpoint.IsAbsoluteUri)
        {
            throw new ArgumentException(Words.NoScheme.With(EndpointText.Of(endpoint)), nameof(endpoint));
        }

        var scheme = endpoint.Scheme.ToLowerInvariant();
        if (scheme == "serial")
        {
            // The query is left out: at any speed, and with any address on it, it is the same wire.
            return "serial:" + Device(Uri.UnescapeDataString(endpoint.AbsolutePath));
        }

        if (endpoint.Host.Length == 0)
        {
            return scheme + ":" + endpoint.AbsolutePath;
        }

        var port = endpoint.Port < 0 && scheme == "mqtt" ? MqttEndpoint.DefaultPort : endpoint.Port;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{scheme}://{Host(endpoint.IdnHost.ToLowerInvariant())}:{port}/{Uri.UnescapeDataString(endpoint.AbsolutePath).Trim('/')}");
    }

    /// <summary>
    /// One spelling for every way to write an address: 127.1, localhost and ::ffff:127.0.0.1 are one machine. A name is not looked up, because what it
    /// stands for may change from one moment to the next; whoever enrols one card by its name and by its address is not found out here.
    /// </summary>
    private static string Host(string host)
    {
        if (host is "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal))
        {
            return "127.0.0.1";
        }

        if (!IPAddress.TryParse(host.Trim('[', ']'), out var address))
        {
            return host.TrimEnd('.');
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(address) ? "127.0.0.1" : address.ToString();
    }

    private static string Device(string port)
    {
        if (!port.StartsWith('/'))
        {
            return port.ToUpperInvariant();
        }

        try
        {
            // Stable names such as /dev/serial/by-id/… are links to the device of today.
            return File.ResolveLinkTarget(port, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(port);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Not plugged in: the name as written is all there is to lock.
            return Path.GetFullPath(port);
        }
    }
}
