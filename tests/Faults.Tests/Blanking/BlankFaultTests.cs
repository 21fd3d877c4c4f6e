using Faults.Tests.Rig;
using Microsoft.Data.Sqlite;
using Signage.Core.Truth;
using Signage.Protocols.Noise;
using Signage.Testing.Invariants;
using Signage.Testing.Recording;
using Signage.Testing.Servers;
using Signage.Transports.Mqtt;

namespace Faults.Tests.Blanking;

/// <summary>F58: 一键黑屏 while everything that it does not need is broken. The order on the wire is asserted by the checker (I7).</summary>
public sealed class BlankFaultTests
{
    public static TheoryData<int> Seed => [.. Seeds.Of(1)];

    public static TheoryData<int> Seeds3 => [.. Seeds.Of(3)];

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F58_DatabaseIsLockedByAnotherConnection_PanelsGoDarkAtOnce(int seed)
    {
        await using var rig = await StartAsync(seed);
        await rig.ConvergedAsync();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(rig.Folder, "site.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var held = other.BeginTransaction(deferred: false);
        var editing = rig.AddSlotAsync(SlotText.Hours("noon", "charity-05", 8, 12));
        var answer = await rig.BlankAsync();
        Assert.True((bool)answer["written"]!, answer.ToJsonString());
        await DarkAsync(rig);
        Assert.False(editing.IsCompleted, $"seed {seed}: the database was not locked");
        await held.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.True(await editing, $"seed {seed}: the edit that waited was refused");
        await ResumeAndCheckAsync(rig);
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F58_DiskRefusesTheBlankFile_PanelsGoDarkAndThePressSaysThatItIsNotWritten(int seed)
    {
        await using var rig = Rig(seed);
        Directory.CreateDirectory(Path.Combine(rig.Folder, "blank.state"));
        await rig.StartAsync();
        await rig.ConvergedAsync();
        var answer = await rig.BlankAsync();
        Assert.False((bool)answer["written"]!, answer.ToJsonString());
        Assert.NotNull((string?)answer["detail"]);
        await DarkAsync(rig);
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F58_BrokerIsDown_TheOtherPanelsGoDarkAtOnce(int seed)
    {
        await using var rig = new SiteRig(seed) { Slots = [SlotText.Base("charity-09")], MoreTransports = [new MqttTransport(TimeProvider.System)] };
        rig.AddPanel("gate", "160x16x1");
        rig.AddElsewhere("square", "128x32x1", new Uri($"mqtt://127.0.0.1:{QuietPort.Find()}/square"));
        await rig.StartAsync();
        await rig.ConvergedAsync();
        await rig.BlankAsync();
        await DarkAsync(rig);
        await ResumeAndCheckAsync(rig);
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F58_PressedWhileAPingWaitsForItsAnswer_NoLitPacketLeavesAfterwards(int seed)
    {
        await using var rig = await StartAsync(seed);
        var gate = rig.Panels[0];
        await rig.ConvergedAsync();
        await gate.Wire.UnplugAsync();
        await rig.UntilAsync(() => rig.State(gate).Reached == false, "the panel is lost");
        gate.Card.PowerCycle();
        var pressed = 0;
        var goOn = new ManualResetEventSlim();
        gate.Wire.Answering = (_, answer, _) =>
        {
            // The first exchange of a fresh link is a ping; its answer would let the show go. Nobody else gets a word in meanwhile.
            if (Interlocked.Exchange(ref pressed, 1) == 0)
            {
                Occupy(goOn);
                rig.BlankNow();
            }
            else
            {
                goOn.Set();
            }

            return Task.FromResult(answer);
        };
        gate.Wire.PlugIn();
        await DarkAsync(rig);
        Assert.Equal(1, pressed);
        await ResumeAndCheckAsync(rig);
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F58_PressedWhileANeighbourOnTheLineIsSilent_DoesNotWaitForIt(int seed)
    {
        await using var rig = new SiteRig(seed) { Slots = [SlotText.Base("charity-09")] };
        var bus = rig.AddBus("bus", ("east", "160x16x1", "0100"), ("west", "128x16x1", "0200"));
        await rig.StartAsync();
        await rig.ConvergedAsync();

        // East hears nothing any more; what is for west passes.
        bus[0].Wire.Answering = (packet, answer, _) => Task.FromResult(bus[0].Reader.Read(packet) is null ? answer : []);
        bus[0].IsLost = true;
        await rig.UntilAsync(() => rig.State(bus[0]).Reached == false, "east is lost");
        var began = rig.Line.GetTimestamp();
        rig.BlankNow();
        await rig.UntilAsync(() => IsDark(bus[1]), "west is dark", TimeSpan.FromMilliseconds(100));
        Assert.InRange(rig.Line.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(2.5));
        bus[0].Wire.Answering = null;
        bus[0].IsLost = false;
        await DarkAsync(rig);
        await ResumeAndCheckAsync(rig);
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F58_ReleasedWhileTheCardIsSilent_NobodySaysThatTheShowIsBack(int seed)
    {
        await using var rig = await StartAsync(seed);
        var gate = rig.Panels[0];
        await rig.ConvergedAsync();
        await rig.BlankAsync();
        await DarkAsync(rig);
        gate.Wire.IsDeaf = true;
        await rig.ResumeAsync();
        await rig.UntilAsync(() => rig.State(gate).Truth.Desired == rig.Expected(gate).Digest, "the site has decided");
        Assert.False(rig.State(gate).IsSent, $"seed {seed}: the site says that the card acknowledged a show, and the glass is dark");
        Assert.NotEqual(PanelLight.Sent, rig.Site.Window.Now.Panels.Single(panel => panel.Panel.Id == gate.Panel.Id).Light);
        gate.Wire.IsDeaf = false;
        await rig.ConvergedAsync();
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seeds3))]
    public async Task F58_PressedAndReleasedAtRandomOnABadCable_NothingLitLeavesWhileItIsInForce(int seed)
    {
        var random = new Random(seed);
        await using var rig = await StartAsync(seed);
        rig.Panels[0].Wire.Spoil(seed, new FaultRates(Flip: 3e-4, Drop: 3e-4));
        for (var press = 0; press < 5; press++)
        {
            await rig.PassAsync(TimeSpan.FromMilliseconds(random.Next(1, 9000)));
            rig.BlankNow();
            await rig.PassAsync(TimeSpan.FromMilliseconds(random.Next(1, 9000)));
            if (random.Next(2) == 0)
            {
                await rig.StopAsync();
                await rig.StartAsync();
            }

            await DarkAsync(rig);
            await rig.ResumeAsync();
        }

        rig.Panels[0].Wire.Heal();
        await rig.ConvergedAsync();
        await rig.CheckAsync();
    }

    private static SiteRig Rig(int seed)
    {
        var rig = new SiteRig(seed) { Slots = [SlotText.Base("charity-09")] };
        rig.AddPanel("gate", "160x16x1");
        rig.AddPanel("hall", "128x16x1");
        return rig;
    }

    private static async Task<SiteRig> StartAsync(int seed)
    {
        var rig = Rig(seed);
        await rig.StartAsync();
        return rig;
    }

    /// <summary>Keeps the threads of the pool busy for a moment, as a machine under load does.</summary>
    private static void Occupy(ManualResetEventSlim until)
    {
        for (var i = 0; i < 64; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static state => ((ManualResetEventSlim)state!).Wait(TimeSpan.FromMilliseconds(300)), until);
        }
    }

    private static bool IsDark(RigPanel panel) => RecordingCard.IsDark(panel.Card.Read()) && panel.Card.Read().Digest is not null;

    private static Task DarkAsync(SiteRig rig) =>
        rig.UntilAsync(() => rig.Panels.All(panel => panel.IsLost || IsDark(panel)), "every panel is dark", TimeSpan.FromMilliseconds(250));

    private static async Task ResumeAndCheckAsync(SiteRig rig)
    {
        await rig.ResumeAsync();
        await rig.ConvergedAsync();
        await rig.CheckAsync();
    }
}
