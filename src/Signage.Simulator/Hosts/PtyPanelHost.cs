using System.Globalization;
using System.Threading.Channels;
using System.Web;
using Signage.Core.Text;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>
/// A card at the far end of a serial line. A pseudo-terminal hands bytes over at once, so the host paces them: the card sees each piece only
/// after the time that it takes at the baud rate, ten bits a byte.
/// </summary>
internal sealed class PtyPanelHost : IPanelHost
{
    private readonly PseudoTerminal _terminal;
    private readonly IByteCard _card;
    private readonly TimeProvider _time;
    private readonly int _baud;
    private readonly string? _link;
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<byte[]> _heard = Channel.CreateBounded<byte[]>(64);
    private readonly Task _talking;
    private readonly FileStream _wire;
    private readonly Thread _listener;

    private PtyPanelHost(PseudoTerminal terminal, int baud, string? link, IByteCard card, TimeProvider time)
    {
        (_terminal, _baud, _link, _time, _card) = (terminal, baud, link, time, card);
        _wire = new FileStream(terminal.Master, FileAccess.ReadWrite, bufferSize: 0);
        Endpoint = new Uri($"serial:{link ?? terminal.Path}?baud={baud}");
        _talking = TalkAsync(_stop.Token);
        _listener = new Thread(Listen) { IsBackground = true, Name = $"pty {terminal.Path}" };
        _listener.Start();
    }

    /// <inheritdoc />
    public Uri Endpoint { get; }

    /// <inheritdoc />
    public ISimulatedCard Card => _card;

    /// <summary>Opens the pair, with a symbolic link to the device where the endpoint names a path.</summary>
    public static PtyPanelHost Start(Uri listen, IByteCard card, TimeProvider time)
    {
        var text = HttpUtility.ParseQueryString(listen.Query)["baud"] ?? "57600";
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var baud) || baud is < 300 or > 4_000_000)
        {
            throw new IOException(Words.NotABaud.With(EndpointText.Of(listen), text));
        }

        var link = listen.AbsolutePath.Length > 1 ? listen.AbsolutePath : null;
        if (link is not null && Path.Exists(link) && new FileInfo(link).LinkTarget is null)
        {
            // An old link of ours may go; whatever else bears the name is somebody's.
            throw new IOException(Words.LinkInTheWay.With(link));
        }

        var terminal = PseudoTerminal.Open();
        try
        {
            if (link is not null)
            {
                File.Delete(link);
                File.CreateSymbolicLink(link, terminal.Path);
            }

            return new PtyPanelHost(terminal, baud, link, card, time);
        }
        catch
        {
            terminal.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _talking.ConfigureAwait(false);
        _listener.Join();
        await _wire.DisposeAsync().ConfigureAwait(false);
        _terminal.Dispose();
        _stop.Dispose();
        if (_link is not null)
        {
            File.Delete(_link);
        }
    }

    /// <summary>A thread of its own, because reads of a terminal cannot be cancelled.</summary>
    private void Listen()
    {
        var buffer = new byte[4096];
        while (!_stop.IsCancellationRequested)
        {
            if (!_terminal.WaitForBytes())
            {
                continue;
            }

            var count = _wire.Read(buffer, 0, buffer.Length);
            var piece = buffer[..count];
            while (!_heard.Writer.TryWrite(piece) && !_stop.IsCancellationRequested)
            {
                // The line is slower than the sender: leave the rest in the terminal's own buffer until there is room.
                Thread.Yield();
            }
        }
    }

    private async Task TalkAsync(CancellationToken cancellationToken)
    {
        var feed = new CardFeed(_card);
        try
        {
            while (true)
            {
                var piece = await _heard.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                await PaceAsync(piece.Length, cancellationToken).ConfigureAwait(false);
                var answer = feed.Take(piece);
                if (answer.Length > 0)
                {
                    await PaceAsync(answer.Length, cancellationToken).ConfigureAwait(false);
                    await _wire.WriteAsync(answer, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host is being disposed.
            return;
        }
    }

    private Task PaceAsync(int bytes, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(bytes * 10.0 / _baud), _time, cancellationToken);
}
