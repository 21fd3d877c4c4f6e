using System.IO.Ports;
using Microsoft.Extensions.Time.Testing;
using Signage.Testing.Terminals;
using Signage.Transports.Links;
using Signage.Transports.Serial;

namespace Signage.Transports.Tests.Serial;

/// <summary>
/// The moment after a device vanished in which nobody knows it yet: <c>SerialPort</c> has stopped working inside, but still takes calls, and none of them ends.
/// </summary>
public sealed class SerialLinkTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly SerialClosing _closing;
    private SerialLink? _link;

    public SerialLinkTests() => _closing = new SerialClosing(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_link is not null)
        {
            await _link.DisposeAsync().AsTask().AdvanceUntilDoneAsync(_time);
        }
    }

    [Fact]
    public async Task Serial_WhenTheDeviceVanishedUnseen_IsFoundOutWithinASecond()
    {
        var link = await OpenVanishedAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await link.Input.ReadAsync(Token)).IsCompleted);
    }

    [Fact]
    public async Task Serial_WhenTheDeviceVanishedUnseen_EndsASendWithTheReason()
    {
        var link = await OpenVanishedAsync();
        var failure = await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(new byte[] { 1 }, Token));
        Assert.EndsWith("设备已断开，线插好了吗？ (the device is gone; is the cable plugged in?)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serial_WhenSomethingWasSentToAVanishedDevice_LeavesNothingBehind()
    {
        var link = await OpenVanishedAsync();
        await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(new byte[] { 1 }, Token));
        await link.DisposeAsync();
        Assert.Equal(0, _closing.Abandoned);
    }

    private async Task<SerialLink> OpenVanishedAsync()
    {
        var pty = new PtyPair();
        var port = new SerialPort(pty.Device, 9600);
        port.Open();
        var reading = port.BaseStream.ReadAsync(new byte[1], Token).AsTask();
        var claim = SerialClaim.Take(pty.Device);
        pty.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => reading);
        return _link = new SerialLink(port, claim, new SerialEndpoint(pty.Device, 9600), _closing, _time);
    }
}
