using System.Text.RegularExpressions;

namespace Signage.Core.Text;

/// <summary>Endpoints as people and logs may see them: no name, no password.</summary>
public static partial class EndpointText
{
    /// <summary>The endpoint without user name and password.</summary>
    public static string Of(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint is { IsAbsoluteUri: true, UserInfo.Length: > 0 }
            ? endpoint.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped)
            : endpoint is { IsAbsoluteUri: true, Host.Length: > 0 } or { IsAbsoluteUri: true, Scheme: "serial" or "pty" } ? endpoint.OriginalString
            : Of(endpoint.OriginalString);
    }

    /// <summary>What was written in place of an endpoint, up to its scheme and from its last @ on: whatever stands between may hold a password.</summary>
    public static string Of(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var at = written.LastIndexOf('@');
        if (at < 0)
        {
            return written;
        }

        var scheme = Scheme().Match(written).Value;
        return scheme + written[Math.Max(at + 1, scheme.Length)..];
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:/*")]
    private static partial Regex Scheme();
}
