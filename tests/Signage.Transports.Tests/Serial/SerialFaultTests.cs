using Microsoft.Extensions.Time.Testing;
using Signage.Protocols.Dialogues;
using Signage.Testing.Terminals;
using Signage.Transports.Links;
using Signage.Transports.Pumping;
using Signage.Transports.Serial;
using Signage.Transports.Tests.Pumping;

namespace Signage.Transports.Tests.Serial;

public sealed class SerialFaultTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-serial").FullName;
    private readonly SerialTransport _transport = new(TimeProvider.System);
    private readonly FakeTimeProvider _patience = new();
    private readonly PtyPair _pty = new();
    private readonly string _port;
    private readonly PanelLine _line;

    public SerialFaultTests()
    {
        _port = Path.Combine(_folder, "panel");
        File.CreateSymbolicLink(_port, _pty.Device);
        _line = new PanelLine(new Uri($"serial:{_port}?baud=9600"), _transport, new DialoguePump(_patience));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        _pty.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Serial_WhenTheDeviceVanishesDuringAnExchange_AsksForTheCable()
    {
        var done = await VanishDuringAnExchangeAsync();
        Assert.Equal((PanelOutcome.NoAnswer, $"{_port}: 设备已断开，线插好了吗？ (the device is gone; is the cable plugged in?)"), (done.Outcome, done.Detail));
    }

    [Fact]
    public async Task Serial_WhenTheDeviceStaysAway_GoesOnAskingForTheCable()
    {
        await VanishDuringAnExchangeAsync();
        var details = new List<string?>();
        for (var i = 0; i < 20; i++)
        {
            details.Add((await AskAsync()).Detail);
        }

        Assert.Equal([$"{_port}: 没有这个设备，线插好了吗？ (no such device; is the cable plugged in?)"], details.Distinct());
    }

    [Fact]
    public async Task Serial_WhenTheDeviceStaysAway_LeavesNothingBehind()
    {
        await VanishDuringAnExchangeAsync();
        await AskAsync();
        Assert.Equal((0, 0), (_transport.AbandonedPorts, _line.AbandonedLinks));
    }

    [Fact]
    public async Task Serial_WhenTheDeviceVanishesBetweenExchanges_AsksForTheCable()
    {
        await AskAndAnswerAsync(_pty);
        Unplug(_pty);
        Assert.EndsWith("is the cable plugged in?)", (await AskAsync()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serial_WhenPluggedInAgain_WorksOnTheNewDevice()
    {
        await VanishDuringAnExchangeAsync();
        using var other = PlugInAnother();
        Assert.Equal(PanelOutcome.Accepted, (await AskAndAnswerAsync(other)).Outcome);
    }

    [Fact]
    public async Task Serial_WhenPluggedInAgainTenTimes_LeaksNoDescriptors()
    {
        await AskAndAnswerAsync(_pty);
        var before = Descriptors.Count();
        var current = _pty;
        for (var i = 0; i < 10; i++)
        {
            var asking = AskAsync();
            await current.ReadAsync(1);
            Unplug(current);
            await asking;
            current = PlugInAnother();
            await AskAndAnswerAsync(current);
        }

        current.Dispose();
        Assert.InRange(Descriptors.Count(), 0, before + 40);
    }

    [Fact]
    public async Task Serial_WhenThePortTakesNoMoreBytes_SaysSo()
    {
        var lineTime = new FakeTimeProvider();
        await using var link = await new SerialTransport(lineTime).OpenWireAsync(_line.Endpoint, Token);
        var sending = link.SendAsync(new byte[1 << 20], Token).AsTask();
        await sending.AdvanceUntilDoneAsync(lineTime);
        Assert.Equal($"{_port}: 串口不再接收数据，请检查转换器 (the port takes no more bytes; check the adapter)", (await Assert.ThrowsAsync<LinkException>(() => sending)).Message);
    }

    [Fact]
    public async Task Serial_WhenThePortTookNoMoreBytes_IsNotUsedAgain()
    {
        var lineTime = new FakeTimeProvider();
        await using var link = await new SerialTransport(lineTime).OpenWireAsync(_line.Endpoint, Token);
        var sending = link.SendAsync(new byte[1 << 20], Token).AsTask();
        await sending.AdvanceUntilDoneAsync(lineTime);
        await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(new byte[1], Token));
    }

    [Fact]
    public async Task Serial_WhenTheCallerGivesUpWhileSending_IsNotUsedAgain()
    {
        using var caller = new CancellationTokenSource();
        await using var link = await _transport.OpenWireAsync(_line.Endpoint, Token);
        var sending = link.SendAsync(new byte[1 << 20], caller.Token).AsTask();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(new byte[1], Token));
    }

    [Fact]
    public async Task Serial_WhenClosedTwice_DoesNotMind()
    {
        var link = await _transport.OpenWireAsync(_line.Endpoint, Token);
        await link.DisposeAsync();
        await link.DisposeAsync();
        await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(new byte[1], Token));
    }

    private async Task<DialogueStep.Done> VanishDuringAnExchangeAsync()
    {
        var asking = AskAsync();
        await _pty.ReadAsync(1);
        Unplug(_pty);
        return await asking;
    }

    private async Task<DialogueStep.Done> AskAndAnswerAsync(PtyPair pty)
    {
        var asking = AskAsync();
        await pty.ReadAsync(1);
        pty.Answer(6);
        return await asking;
    }

    /// <summary>The name goes with the device, as under /dev/serial/by-id.</summary>
    private void Unplug(PtyPair pty)
    {
        File.Delete(_port);
        pty.Dispose();
    }

    private PtyPair PlugInAnother()
    {
        var other = new PtyPair();
        File.CreateSymbolicLink(_port, other.Device);
        return other;
    }

    private Task<DialogueStep.Done> AskAsync() => _line.AskAsync(new ScriptedDialogue(), Token);
}
