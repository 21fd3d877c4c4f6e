using Signage.Core.Text;

namespace Signage.Transports.Links;

/// <summary>Endpoints that are a host and a port, and nothing else.</summary>
internal static class HostPort
{
    /// <summary>Everything wrong with an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="takesOnly">What to say of an endpoint with more in it.</param>
    /// <param name="mayHaveUser">Whether a name and a password may be written.</param>
    public static IEnumerable<string> Complaints(Uri endpoint, Func<string, string> takesOnly, bool mayHaveUser = false)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var name = EndpointText.Of(endpoint);
        if (!endpoint.IsAbsoluteUri || endpoint.Host.Length == 0)
        {
            yield return Words.NoHost.With(name);
            yield break;
        }

        if (endpoint.Port is < 1 or > 65535)
        {
            yield return Words.NoPort.With(name);
        }

        if (endpoint.AbsolutePath is not ("" or "/") || PanelAddress.Of(endpoint).Line.Query.Length > 0 || endpoint.Fragment.Length > 0
            || (endpoint.UserInfo.Length > 0 && !mayHaveUser))
        {
            yield return takesOnly(name);
        }

        if (PanelAddress.Complaint(endpoint) is { } wrong)
        {
            yield return wrong;
        }
    }
}
