using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using Signage.Transports.Links;
using Signage.Transports.Tcp;

namespace Signage.Transports.Tests.Tcp;

public sealed class TcpOpeningTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TcpTransport _transport;

    public TcpOpeningTests() => _transport = new TcpTransport(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tcp_WhenNothingListens_SaysThatItWasRefused()
    {
        using var port = new ClosedPort();
        Assert.Equal(
            $"tcp://{port}: 对方拒绝连接：设备在，但这个端口没有程序接听，请核对端口 (refused; the device is there, but nothing listens on this port)",
            (await RefusalAsync(OpenAsync($"tcp://{port}"))).Message);
    }

    [Fact]
    public async Task Tcp_WhenTheNameIsUnknown_SaysSo() =>
        Assert.Equal("tcp://panel.invalid:5005: 找不到这个主机名，请核对 (no such host name)", (await RefusalAsync(OpenAsync("tcp://panel.invalid:5005"))).Message);

    [Fact]
    public async Task Tcp_WhenTheDeviceDoesNotAnswerTheKnock_GivesUpAfterFiveSeconds()
    {
        // Whoever knocks at a full waiting room hears nothing, as at an address without a device.
        using var door = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        door.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        door.Listen(0);
        var crowd = Enumerable.Range(0, 8).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)).ToList();
        using var leaving = new CancellationTokenSource();
        var knocking = crowd.Select(guest => guest.ConnectAsync(door.LocalEndPoint!, leaving.Token).AsTask()).ToList();
        await Task.WhenAny(knocking);
        var opening = OpenAsync($"tcp://{door.LocalEndPoint}");
        await opening.AdvanceUntilDoneAsync(_time);
        var refusal = await RefusalAsync(opening);
        await leaving.CancelAsync();
        crowd.ForEach(guest => guest.Dispose());
        Assert.Equal($"tcp://{door.LocalEndPoint}: 5 秒内没有应答，请检查控制卡是否通电、是否在同一网络 (no answer within 5 s; is the card powered and in this network?)", refusal.Message);
    }

    [Fact]
    public async Task Tcp_WhenTheCallerGivesUp_ThrowsForItsToken()
    {
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _transport.OpenAsync(new Uri("tcp://127.0.0.1:9"), caller.Token));
    }

    private static Task<LinkException> RefusalAsync(Task<IPanelLink> opening) => Assert.ThrowsAsync<LinkException>(() => opening);

    private Task<IPanelLink> OpenAsync(string endpoint) => _transport.OpenAsync(new Uri(endpoint), Token).AsTask();
}
