using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Signage.Conformance.Panels;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Renderer.Previews;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;
using Signage.Transports;
using Signage.Transports.Broker;
using Signage.Transports.Links;

namespace Signage.Conformance.Tests.Panels;

/// <summary>A simulated panel on a real link of this machine, with all that belongs to it. Owns it.</summary>
internal sealed class PanelOnTheTable : IPanelAtHand, IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _owned = new();
    private readonly ISimulatedCard _card;

    private PanelOnTheTable(ISimulatedCard card) => _card = card;

    public PanelSetup Setup { get; private set; } = null!;

    public PixelFrame Glass => _card.Read().Glass;

    public ShowDigest? Held => _card.Read().Digest;

    public bool PoweredOn => _card.Read().PoweredOn;

    public void CutPower() => _card.CutPower();

    public void RestorePower() => _card.RestorePower();

    public static async Task<PanelOnTheTable> StartAsync(
        DeviceProfile profile, string scheme, Func<ISimulatedCard, ISimulatedCard>? breaks = null, IPanelAdapter? adapter = null, DeviceProfile? cardProfile = null)
    {
        var token = TestContext.Current.CancellationToken;
        var time = TimeProvider.System;
        var face = Models.FaceOf(profile);
        var card = SimulatedCards.Create(cardProfile ?? profile, face, new CardClock(time));
        card = breaks?.Invoke(card) ?? card;
        var panel = new PanelOnTheTable(card);
        try
        {
            var endpoint = await panel.ListenAsync(profile, scheme, time, token);
            var services = new ServiceCollection().AddSingleton(time).AddPanelTransports().BuildServiceProvider();
            panel._owned.Push(services);
            panel.Setup = new PanelSetup(
                adapter ?? Models.Adapters.Find(profile.Protocol)!, profile, face, endpoint, services.GetRequiredService<PanelTransports>(), time)
            {
                AtHand = panel,
                ReadPicture = Picture,
            };
            return panel;
        }
        catch
        {
            await panel.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_owned.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }

    private static PixelFrame? Picture(ReadOnlyMemory<byte> file, PanelFace face)
    {
        try
        {
            return PictureFile.Read(file, face);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task<Uri> ListenAsync(DeviceProfile profile, string scheme, TimeProvider time, CancellationToken token)
    {
        if (scheme != "mqtt")
        {
            var listen = new Uri(scheme switch
            {
                "serial" => "pty:?baud=57600",
                "udp" => "udp://127.0.0.1:0?control=0",
                "http" => "http://127.0.0.1:0",
                _ => "tcp://127.0.0.1:0",
            });
            var host = await PanelHosts.StartAsync(listen, _card, time, token);
            _owned.Push(host);
            return host.Endpoint;
        }

        const string name = "panel";
        const string topic = "signage/panel";
        var secret = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var account = profile.ShapeOf("mqtt") == LinkShape.Topics
            ? BrokerAccount.Native(name, BrokerSecret.Of(secret), topic)
            : BrokerAccount.Gateway(name, BrokerSecret.Of(secret), topic);
        var options = new BrokerOptions { Gateways = [account] };
        var broker = await SiteBroker.StartAsync(options, time, token);
        _owned.Push(broker);
        var (at, port) = (broker.Endpoint.Host, broker.Endpoint.Port);
        _owned.Push(await PanelHosts.StartAsync(new Uri($"mqtt://{name}:{secret}@{at}:{port}/{topic}"), _card, time, token));
        return new Uri($"mqtt://{options.UserName}:{options.Password}@{at}:{port}/{topic}");
    }
}
