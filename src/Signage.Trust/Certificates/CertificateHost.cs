using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Signage.Trust.Certificates;

/// <summary>
/// What a server is called by those who connect to it: a DNS name or an IP address, in the one form in which it is compared. Names are in lower case and in
/// ASCII (a Chinese name becomes <c>xn--…</c>), of at most 64 letters, because the first one is the subject too (RFC 5280, ub-common-name). No wildcards.
/// </summary>
public sealed partial record CertificateHost
{
    private const int LongestName = 64;
    private static readonly IdnMapping Mapping = new() { UseStd3AsciiRules = true };

    private CertificateHost(string text, IPAddress? address) => (Text, Address) = (text, address);

    /// <summary>The name or the address.</summary>
    public string Text { get; }

    /// <summary>The address; null when it is a name.</summary>
    public IPAddress? Address { get; }

    /// <summary>Reads what a person wrote; null when it is no name and no address. Short forms of addresses, such as <c>127.1</c>, are none.</summary>
    public static CertificateHost? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IPAddress.TryParse(text, out var address))
        {
            // Others read 127.1 or 010.0.0.1 differently; an address of one machine's own interface (fe80::1%eth0) means nothing to another machine.
            return address is { AddressFamily: AddressFamily.InterNetwork } && address.ToString() != text || text.Contains('%', StringComparison.Ordinal) || text.StartsWith('[')
                ? null
                : Of(address);
        }

        var name = Ascii(text);
        return name is { Length: > 0 and <= LongestName } && Name().IsMatch(name) ? new CertificateHost(name, null) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The host of an address.</summary>
    internal static CertificateHost Of(IPAddress address) => new(address.ToString(), address);

    /// <summary>The host of a name that stands in a certificate.</summary>
    internal static CertificateHost OfName(string name) => new(name, null);

    private static string? Ascii(string text)
    {
        try
        {
            return Mapping.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;   // the framework has no other way to say that it is no name
        }
    }

    // Labels of RFC 1123, and a last one that is not all digits: that would be somebody's idea of an address.
    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex Name();
}
