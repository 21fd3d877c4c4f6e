using System.Globalization;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Serial;

/// <summary>A serial port and its speed: <c>serial:/dev/ttyUSB0?baud=57600</c> or <c>serial:COM3?baud=9600</c>.</summary>
/// <param name="Port">The name that the operating system gives it.</param>
/// <param name="Baud">Bits per second, 300–4000000.</param>
internal sealed record SerialEndpoint(string Port, int Baud)
{
    public const int DefaultBaud = 57600;

    /// <summary>Reads an endpoint; <paramref name="complaint"/> says what is wrong when there is no answer.</summary>
    public static SerialEndpoint? TryParse(Uri endpoint, out string complaint)
    {
        complaint = "";
        if (!endpoint.IsAbsoluteUri || endpoint.Host.Length > 0)
        {
            complaint = Words.SerialForm.With(EndpointText.Of(endpoint));
            return null;
        }

        if (PanelAddress.Complaint(endpoint) is { } wrong)
        {
            complaint = wrong;
            return null;
        }

        var port = Uri.UnescapeDataString(endpoint.AbsolutePath);
        if (port is "" or "/")
        {
            complaint = Words.SerialNoPort.With(EndpointText.Of(endpoint));
            return null;
        }

        var baud = DefaultBaud;
        foreach (var pair in PanelAddress.Of(endpoint).Line.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var known = pair.StartsWith("baud=", StringComparison.OrdinalIgnoreCase);
            if (!known || !int.TryParse(pair.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out baud) || baud is < 300 or > 4_000_000)
            {
                complaint = Words.NotABaud.With(EndpointText.Of(endpoint), pair);
                return null;
            }
        }

        return new SerialEndpoint(port, baud);
    }
}
