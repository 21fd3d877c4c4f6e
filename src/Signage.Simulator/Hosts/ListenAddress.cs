using System.Net;

namespace Signage.Simulator.Hosts;

/// <summary>The address behind a host that somebody wrote.</summary>
internal static class ListenAddress
{
    /// <summary>An address is taken as it is written: asking for the address of 0.0.0.0 is a mistake to the resolver.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">There is no such host.</exception>
    public static async Task<IPAddress> OfAsync(string host, CancellationToken cancellationToken) =>
        IPAddress.TryParse(host, out var written) ? written : (await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false))[0];
}
