using Signage.Transports.Links;

namespace Signage.Transports.Tests;

/// <summary>Opens links that carry bytes.</summary>
internal static class Wires
{
    /// <summary>Opens a byte link.</summary>
    public static async Task<IByteLink> OpenWireAsync(this IPanelTransport transport, Uri endpoint, CancellationToken cancellationToken) =>
        (IByteLink)await transport.OpenAsync(endpoint, cancellationToken);
}
