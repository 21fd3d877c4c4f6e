using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Colorlight;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;
using Signage.Simulator.Hosts;
using Signage.Transports.Http;
using Signage.Transports.Pumping;

namespace Signage.Transports.Tests.Colorlight;

/// <summary>A simulated player on a real web server, and the line to it: adapter, pump, link, host, player.</summary>
internal sealed class PlayerOnHttp : IAsyncDisposable
{
    private static readonly ColorlightAdapter Adapter = new();

    private readonly IPanelHost _host;
    private readonly PanelLine _line;

    private PlayerOnHttp(IPanelHost host, PanelLine line, DeviceProfile model, PanelFace face) => (_host, _line, Model, Face) = (host, line, model, face);

    public DeviceProfile Model { get; }

    public PanelFace Face { get; }

    public ISimulatedCard Card => _host.Card;

    public Uri Endpoint => _host.Endpoint;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A committed model.</summary>
    public static DeviceProfile Committed(string id)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var path = Path.Combine(folder, "firmware-profiles", $"{id}.json");
        var reading = new ProfileReader(new PanelAdapters([Adapter])).Read([new ProfileFile(path, id, File.ReadAllText(path))]);
        return reading.Catalog?.All.Single() ?? throw new InvalidOperationException(string.Join("; ", reading.Errors));
    }

    public static async Task<PlayerOnHttp> StartAsync(string id, string face, FaultPlan? faults = null)
    {
        var (model, of) = (Committed(id), PanelFace.Parse(face));
        var clock = new CardClock(new FakeTimeProvider());
        clock.Hold();
        var card = SimulatedCards.Create(model, of, clock, faults);
        var host = await PanelHosts.StartAsync(new Uri("http://127.0.0.1:0"), card, TimeProvider.System, Token);
        return new PlayerOnHttp(host, Line(host.Endpoint), model, of);
    }

    /// <summary>A line of its own to some endpoint.</summary>
    public static PanelLine Line(Uri endpoint) => new(endpoint, new HttpTransport(TimeProvider.System), new DialoguePump(TimeProvider.System));

    public Task<DialogueStep.Done> SayAsync(PanelCommand command) => SayAsync(command, _line);

    public Task<DialogueStep.Done> SayAsync(PanelCommand command, PanelLine line) => line.AskAsync(Adapter.Begin(command, Model, Face), Token);

    /// <summary>A show of still pages as the renderer would make it: only the renderer may, so the constructor is not public.</summary>
    public Show Show(params Page[] pages) => NewShow(Face, Model.Id, [.. pages.Select(page => new ShowPage(page, Revision.Blank))]);

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        await _host.DisposeAsync();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern Show NewShow(PanelFace face, string profileId, IReadOnlyList<ShowPage> pages);
}
