using System.Net;
using System.Net.Sockets;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Ddp;
using Signage.Testing.Clocks;
using Signage.Transports.Links;
using Signage.Transports.Pumping;
using Signage.Transports.Tests.Ddp;
using Signage.Transports.Udp;

namespace Signage.Transports.Tests.Udp;

/// <summary>Real datagrams on this machine. Nobody acknowledges one; that nobody listens is all that a network tells, and it is told once.</summary>
public sealed class UdpLinkTests
{
    // One datagram a picture: no second one of the same picture can be told what came of the first.
    private static readonly PanelFace Face = new(new PixelSize(16, 16), ColourAbility.Full);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_WhenNobodyListens_AreToldSoOnceForEachLinkThatWasRefused()
    {
        using var closed = new ClosedUdpPort();
        var transport = new WatchedUdp();
        await using var line = new PanelLine(closed.Endpoint, transport, new DialoguePump(TimeProvider.System));
        var told = new List<(PanelOutcome Outcome, string? Detail)>();
        for (var number = 0; number < 8; number++)
        {
            var done = await ShowAsync(line, number);
            told.Add((done.Outcome, done.Detail));

            // The word of the network comes a moment after the datagram, or already while nobody is listened to any more.
            await transport.Last.Input.Completion.WaitAsync(Token);
        }

        Assert.All(told.Where(one => one.Outcome == PanelOutcome.NoAnswer), one => Assert.Equal(Words.UdpRefused.With(EndpointText.Of(closed.Endpoint)), one.Detail));
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.Contains(PanelOutcome.NoAnswer, (PanelOutcome[])[pair.First.Outcome, pair.Second.Outcome]));
        var refusals = told.Count(one => one.Outcome == PanelOutcome.NoAnswer);
        Assert.Equal(transport.Opened, refusals + (told[^1].Outcome == PanelOutcome.SentUnverified ? 1 : 0));
    }

    [Fact]
    public async Task Pictures_WhenSomebodyListensAgain_ArriveAfterTheRefusalWasTold()
    {
        using var closed = new ClosedUdpPort();
        var transport = new WatchedUdp();
        await using var line = new PanelLine(closed.Endpoint, transport, new DialoguePump(TimeProvider.System));
        var first = await ShowAsync(line, 0);
        await transport.Last.Input.Completion.WaitAsync(Token);
        using var card = closed.Open();
        var second = await ShowAsync(line, 1);
        Assert.Contains(PanelOutcome.NoAnswer, (PanelOutcome[])[first.Outcome, second.Outcome]);
        Assert.Equal(PanelOutcome.SentUnverified, (await ShowAsync(line, 2)).Outcome);
        Assert.True(await card.ReceiveAsync(new byte[2048], SocketFlags.None, Token) > Face.Size.Width * Face.Size.Height * 3);
    }

    [Fact]
    public async Task Send_WhenTheLinkWasClosed_SaysSo()
    {
        using var closed = new ClosedUdpPort();
        var link = (IMessageLink)await new UdpTransport(TimeProvider.System).OpenAsync(closed.Endpoint, Token);
        await link.DisposeAsync();
        await link.DisposeAsync();
        var failure = await Assert.ThrowsAsync<LinkException>(() => link.SendAsync(new WireMessage.Datagrams([new byte[] { 1 }]), Token).AsTask());
        Assert.Equal(Words.NearEndClosed, failure.Message);
        Assert.True(link.Input.Completion.IsCompleted);
        Assert.Null(link.Refusal);
    }

    /// <summary>A datagram socket between two processes is full when nobody reads; a network card with a full queue looks the same from here.</summary>
    [Fact]
    public async Task Send_WhenTheNetworkTakesNoMore_GivesUpAtItsDeadline()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("signage-udp-");
        try
        {
            var time = new StepTime(DateTimeOffset.UnixEpoch);
            using var deaf = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            var endpoint = new UnixDomainSocketEndPoint(Path.Combine(folder.FullName, "deaf"));
            deaf.Bind(endpoint);
            var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            await socket.ConnectAsync(endpoint, Token);
            await using var link = new UdpLink(socket, "deaf", time);
            var packets = Enumerable.Repeat((ReadOnlyMemory<byte>)new byte[30_000], 10_000).ToArray();
            var sending = link.SendAsync(new WireMessage.Datagrams(packets), Token).AsTask();
            await Patience.UntilAsync(() => time.Waiting == 1, () => time.Waiting, Token);
            time.Advance(TimeSpan.FromSeconds(5));
            var failure = await Assert.ThrowsAsync<LinkException>(() => sending);
            Assert.Equal(Words.UdpTakesNoMore.With("deaf"), failure.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Send_WhenADatagramIsTooLarge_SaysSo()
    {
        using var card = new ClosedUdpPort();
        await using var link = (IMessageLink)await new UdpTransport(TimeProvider.System).OpenAsync(card.Endpoint, Token);
        var failure = await Assert.ThrowsAsync<LinkException>(() => link.SendAsync(new WireMessage.Datagrams([new byte[70_000]]), Token).AsTask());
        Assert.Equal(Words.UdpTooLarge.With(EndpointText.Of(card.Endpoint)), failure.Message);
    }

    [Fact]
    public async Task Input_WhenNobodyReads_KeepsTheNewestDatagrams()
    {
        using var closed = new ClosedUdpPort();
        using var card = closed.Open();
        await using var link = (IMessageLink)await new UdpTransport(TimeProvider.System).OpenAsync(closed.Endpoint, Token);
        await link.SendAsync(new WireMessage.Datagrams([new byte[] { 0 }]), Token);
        var from = (await card.ReceiveFromAsync(new byte[1], SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), Token)).RemoteEndPoint;
        byte[] last = [];
        for (byte i = 0; i < 100; i++)
        {
            var before = link.Input.Count;
            await card.SendToAsync(last = [i], SocketFlags.None, from, Token);
            await Patience.UntilAsync(() => before == 64 || link.Input.Count > before, () => link.Input.Count, Token);
        }

        await Patience.UntilAsync(() => Newest(link)?.SequenceEqual(last) == true, () => "older datagrams", Token);
    }

    private static byte[]? Newest(IMessageLink link)
    {
        byte[]? newest = null;
        while (link.Input.TryRead(out var answer))
        {
            newest = ((WireAnswer.Datagram)answer).Data.ToArray();
        }

        return newest;
    }

    private static Task<DialogueStep.Done> ShowAsync(PanelLine line, int number)
    {
        var picture = PixelFrame.Create(Face.Size, PixelLayout.Rgb, number, static (cells, from) => new Random(from).NextBytes(cells));
        var command = new PanelCommand.ShowFrame(picture, new FrameTick(number, new FrameStamp((uint)number)));
        return line.AskAsync(new DdpAdapter().Begin(command, DdpPanel.Model("ddp", answers: false), Face), Token);
    }

    /// <summary>Keeps the links that were opened, so that a test can wait for what the network says.</summary>
    private sealed class WatchedUdp : IPanelTransport
    {
        private readonly UdpTransport _inner = new(TimeProvider.System);

        public string Scheme => _inner.Scheme;

        public int Opened { get; private set; }

        public IMessageLink Last { get; private set; } = null!;

        public IEnumerable<string> Validate(Uri endpoint) => _inner.Validate(endpoint);

        public async ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
        {
            Last = (IMessageLink)await _inner.OpenAsync(endpoint, cancellationToken);
            Opened++;
            return Last;
        }
    }
}
