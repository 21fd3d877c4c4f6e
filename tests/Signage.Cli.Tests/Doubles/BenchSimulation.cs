using System.Buffers;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;

namespace Signage.Cli.Tests.Doubles;

/// <summary>A card that takes every byte as a packet and a link that only says where it is.</summary>
internal sealed class BenchSimulation(TimeProvider time) : ISimulationRoom
{
    public List<string> Ended { get; } = [];

    /// <summary>The cards that were made.</summary>
    public List<ISimulatedCard> Cards { get; } = [];

    public ISimulatedCard Create(DeviceProfile profile, PanelFace face, string? faultsFile)
    {
        Cards.Add(faultsFile is null ? new BenchCard(time, face) : throw new UserError($"{faultsFile}: no plan of faults."));
        return Cards[^1];
    }

    public Task<IPanelHost> StartAsync(Uri listen, ISimulatedCard card, CancellationToken cancellationToken) => listen.Port == 1
        ? throw new IOException($"{listen.Authority}: the port is busy; take another one.")
        : Task.FromResult<IPanelHost>(new BenchHost(listen, card, Ended));

    public Task<(Uri Address, IAsyncDisposable Server)> ViewAsync(
        ISimulatedCard card, DeviceProfile profile, PanelFace face, int port, CancellationToken cancellationToken) =>
        Task.FromResult((new Uri($"http://127.0.0.1:{port}/"), (IAsyncDisposable)new Ending("view", Ended)));

    private sealed class BenchCard(TimeProvider time, PanelFace face) : IByteCard
    {
        private readonly List<byte> _taken = [];

        public CardClock Clock { get; } = new(time);

        public void OnBytes(ref ReadOnlySequence<byte> input, IBufferWriter<byte> answers)
        {
            _taken.AddRange(input.ToArray());
            input = input.Slice(input.End);
        }

        // Comes in from the right: dark at first, whole after as many steps as it is wide.
        public GlassReading Read()
        {
            var lit = PixelFrame.Create(face.Size, face.Layout, 0, (cells, _) => cells[0] = 0x80);
            var whole = Clock.Now >= TimeSpan.FromMilliseconds(face.Size.Width);
            var pages = _taken.Count == 0 ? [] : new[] { new Page(lit, Effect.MoveLeft, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1)) };
            return new GlassReading(
                whole ? lit : PixelFrame.Dark(face.Size, face.Layout), pages, Clock.Now, true, 15, _taken.Count, 0);
        }

        public void CutPower() => _taken.Clear();

        public void RestorePower()
        {
        }

        public void PowerCycle() => _taken.Clear();
    }

    private sealed class BenchHost(Uri endpoint, ISimulatedCard card, List<string> ended) : IPanelHost
    {
        public Uri Endpoint => endpoint;

        public ISimulatedCard Card => card;

        public ValueTask DisposeAsync() => new Ending("host", ended).DisposeAsync();
    }

    private sealed class Ending(string name, List<string> ended) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            ended.Add(name);
            return ValueTask.CompletedTask;
        }
    }
}
