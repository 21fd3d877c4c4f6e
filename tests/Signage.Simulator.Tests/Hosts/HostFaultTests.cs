using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Ddp;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;

namespace Signage.Simulator.Tests.Hosts;

/// <summary>A card that throws is a mistake of ours: its host says so and goes on hearing, instead of being silent for ever.</summary>
public sealed class HostFaultTests
{
    private static readonly PanelFace Face = PanelFace.Parse("16x8xrgb");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Udp_WhenItsCardThrows_TellsItAndHearsTheNextDatagram()
    {
        var profile = Model();
        var card = DispatchProxy.Create<IMessageCard, Throwing>();
        ((Throwing)(object)card).Inner = (IMessageCard)SimulatedCards.Create(profile, Face, new CardClock(TimeProvider.System));
        await using var host = await PanelHosts.StartAsync(new Uri("udp://127.0.0.1:0"), card, TimeProvider.System, Token);
        Assert.Null(host.Fault);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(IPEndPoint.Parse($"{host.Endpoint.Host}:{host.Endpoint.Port}"), Token);
        await socket.SendAsync(new byte[] { 1 }, SocketFlags.None, Token);
        var ask = new DdpAdapter().Encode(new PanelCommand.ReadStatus(), profile, Face, new Dictionary<string, string>())[0];
        await socket.SendAsync(ask, SocketFlags.None, Token);
        Assert.True(await socket.ReceiveAsync(new byte[2048], SocketFlags.None, Token) > 10);
        Assert.Equal("on purpose", host.Fault?.Message);
    }

    private static DeviceProfile Model()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        const string id = "ddp/espixelstick";
        var file = new ProfileFile(id, id, File.ReadAllText(Path.Combine(folder, "firmware-profiles", $"{id}.json")));
        return new ProfileReader(new PanelAdapters([new DdpAdapter()])).Read([file]).Catalog!.All[0];
    }

    /// <summary>A card that throws at the first message and is like the good one afterwards. Whatever else cards have to do is handed on.</summary>
    public class Throwing : DispatchProxy
    {
        private bool _thrown;

        /// <summary>The good card.</summary>
        public IMessageCard Inner { get; set; } = null!;

        /// <inheritdoc />
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IMessageCard.OnMessage) && !_thrown)
            {
                _thrown = true;
                throw new InvalidOperationException("on purpose");
            }

            return targetMethod.Invoke(Inner, args);
        }
    }
}
