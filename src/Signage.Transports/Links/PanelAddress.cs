using System.Globalization;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Transports.Locks;
using Signage.Transports.Serial;

namespace Signage.Transports.Links;

/// <summary>
/// An endpoint taken apart: the line, and which card on it. In <c>serial:/dev/ttyUSB0?baud=9600&amp;address=0100</c> the line is
/// <c>serial:/dev/ttyUSB0?baud=9600</c> and the card is <c>0100</c>. What an address may look like is the protocol's affair.
/// </summary>
/// <param name="Line">The endpoint without an address and a control port, otherwise as it was written; open this one.</param>
/// <param name="Card">The address of the card in its protocol's spelling; null when none was written.</param>
/// <param name="ControlPort">The port of the second link of a card that has two, 1 to 65535; null when none was written.</param>
public sealed record PanelAddress(Uri Line, string? Card, int? ControlPort = null)
{
    private const string Key = "address=";
    private const string ControlKey = "control=";

    /// <summary>
    /// One text for every spelling of the same line: no speed, no user name, no password; host in small letters, port written out, links to a
    /// serial device followed to the device of this moment. Two panels with one identity share one line and one lock.
    /// </summary>
    public string Identity => CanonicalEndpoint.Of(Line);

    /// <summary>The speed of a serial line, bits per second, with the default where none was written; null elsewhere.</summary>
    public int? Baud => Line.Scheme == "serial" ? SerialEndpoint.TryParse(Line, out _)?.Baud : null;

    /// <summary>Takes an endpoint apart. Of several addresses the first counts; transports complain about such endpoints.</summary>
    /// <exception cref="ArgumentException">The endpoint has no scheme.</exception>
    public static PanelAddress Of(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri)
        {
            throw new ArgumentException(Words.NoScheme.With(EndpointText.Of(endpoint)), nameof(endpoint));
        }

        var pairs = Pairs(endpoint);
        var own = pairs.Where(pair => IsAddress(pair) || IsControl(pair)).ToArray();
        if (own.Length == 0)
        {
            return new PanelAddress(endpoint, null);
        }

        var rest = string.Join('&', pairs.Except(own));
        var written = endpoint.OriginalString;
        var line = $"{written[..written.IndexOf('?', StringComparison.Ordinal)]}{(rest.Length == 0 ? "" : "?")}{rest}{endpoint.Fragment}";
        return new PanelAddress(
            new Uri(line), own.Where(IsAddress).Select(Value).FirstOrDefault(value => value.Length > 0), own.Where(IsControl).Select(Port).FirstOrDefault());
    }

    /// <summary>The second link of a card that has two: same host, the port that was written or else the usual one; null for a card with one link.</summary>
    public Uri? Control(DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Control is { } link ? new Uri($"{link.Scheme}://{Line.Host}:{ControlPort ?? link.Port}") : null;
    }

    /// <summary>The line and the card; never a name or a password.</summary>
    public override string ToString() => Card is null ? EndpointText.Of(Line) : $"{EndpointText.Of(Line)}, {Key}{Card}";

    /// <summary>What is wrong with the address part of an endpoint; null when nothing is.</summary>
    internal static string? Complaint(Uri endpoint)
    {
        var pairs = Pairs(endpoint);
        var values = pairs.Where(IsAddress).Select(Value).ToArray();
        var ports = pairs.Where(IsControl).Select(Port).ToArray();
        return values.Length > 1 ? Words.AddressTwice.With(EndpointText.Of(endpoint), values.Length)
            : values is [""] ? Words.AddressEmpty.With(EndpointText.Of(endpoint))
            : ports.Length > 1 || ports is [null] || (ports.Length > 0 && endpoint.Scheme != "udp") ? Words.ControlWrong.With(EndpointText.Of(endpoint))
            : null;
    }

    private static string[] Pairs(Uri endpoint) => endpoint.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsAddress(string pair) => pair.StartsWith(Key, StringComparison.OrdinalIgnoreCase);

    private static bool IsControl(string pair) => pair.StartsWith(ControlKey, StringComparison.OrdinalIgnoreCase);

    private static int? Port(string pair) =>
        int.TryParse(pair[ControlKey.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65_536 ? port : null;

    private static string Value(string pair) => Uri.UnescapeDataString(pair[Key.Length..]);
}
