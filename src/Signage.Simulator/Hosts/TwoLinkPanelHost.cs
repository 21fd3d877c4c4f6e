using System.Globalization;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>A card that takes pictures as datagrams and commands as requests: <c>udp://127.0.0.1:4048?control=8080</c>. Owns both links.</summary>
internal sealed class TwoLinkPanelHost : IPanelHost
{
    private const string Key = "control=";
    private const string UsualPort = "80";

    private readonly UdpPanelHost _pictures;
    private readonly HttpPanelHost _commands;

    private TwoLinkPanelHost(UdpPanelHost pictures, HttpPanelHost commands)
    {
        (_pictures, _commands) = (pictures, commands);
        Endpoint = new Uri($"{pictures.Endpoint.GetLeftPart(UriPartial.Authority)}?{Key}{commands.Endpoint.Port.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <inheritdoc />
    public Uri Endpoint { get; }

    /// <inheritdoc />
    public ISimulatedCard Card => _pictures.Card;

    /// <summary>Starts both; the control port is 80 where none is written, and 0 takes a free one.</summary>
    /// <exception cref="IOException">A port cannot be had.</exception>
    public static async Task<TwoLinkPanelHost> StartAsync(Uri listen, IMessageCard card, CancellationToken cancellationToken)
    {
        var port = listen.Query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith(Key, StringComparison.OrdinalIgnoreCase))?[Key.Length..] ?? UsualPort;
        var commands = await HttpPanelHost.StartAsync(new Uri($"http://{listen.Host}:{port}"), card, cancellationToken).ConfigureAwait(false);
        try
        {
            return new TwoLinkPanelHost(await UdpPanelHost.StartAsync(listen, card, cancellationToken).ConfigureAwait(false), commands);
        }
        catch
        {
            await commands.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _pictures.DisposeAsync().ConfigureAwait(false);
        await _commands.DisposeAsync().ConfigureAwait(false);
    }
}
