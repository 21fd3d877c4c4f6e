using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Signage.Web.Accounts.LogIn;

/// <summary>
/// Where a request comes from, as tries are counted: of IPv6 the network of 64 bits, because one machine has all addresses of it. Behind a proxy everybody has the proxy's address and shares its tries, known
/// browsers excepted: there the host takes the address from <c>X-Forwarded-For</c> before <see cref="SiteAccounts.UseSiteAccounts"/>, of proxies that are configured by address only (<c>KnownProxies</c>), because
/// anybody can send that header.
/// </summary>
internal static class CallerAddress
{
    /// <summary>The address of a request. Whoever the host's web server says it is: a proxy in front is its affair.</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <summary>The same, of an address; null where the server knows none.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
            : address.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
