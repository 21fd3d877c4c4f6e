using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Hostile;

/// <summary>Speaks to a web server in bytes, as no client would: sends all of them and takes what comes until the server hangs up.</summary>
/// <param name="page">The server.</param>
internal sealed class RawWeb(Uri page)
{
    private const int Largest = 8 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Sends bytes and takes the answer.</summary>
    /// <param name="request">The bytes, in parts.</param>
    /// <param name="isAll">True to say that no more will come, where the server would wait for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer; null when the server neither answered whole nor hung up.</returns>
    public async Task<RawAnswer?> AskAsync(IEnumerable<byte[]> request, bool isAll, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(page.Host, page.Port, either.Token);
            var answer = ReadAsync(socket, either.Token);
            await SendAsync(socket, request, isAll, either.Token);
            return new RawAnswer(await answer);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task SendAsync(Socket socket, IEnumerable<byte[]> request, bool isAll, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var part in request)
            {
                await socket.SendAsync(part, cancellationToken);
            }

            if (isAll)
            {
                socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (SocketException)
        {
            // Refused in the middle, which is the server's right; what it said before is read all the same.
            return;
        }
    }

    private static async Task<byte[]> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[64 << 10];
        try
        {
            while (taken.Length < Largest && await socket.ReceiveAsync(buffer, cancellationToken) is var count and > 0)
            {
                taken.Write(buffer, 0, count);
            }
        }
        catch (SocketException)
        {
            return taken.ToArray();
        }

        return taken.ToArray();
    }
}

/// <summary>What a server said, as it came.</summary>
/// <param name="Bytes">All of it.</param>
internal sealed partial record RawAnswer(byte[] Bytes)
{
    private const string HeadEnd = "\r\n\r\n";

    /// <summary>Every byte as a letter.</summary>
    public string Text { get; } = Encoding.Latin1.GetString(Bytes);

    /// <summary>The code of the first answer; 0 when the server hung up without one.</summary>
    public int Code => StatusLine().Match(Text) is { Success: true } line ? int.Parse(line.Groups[1].ValueSpan, null) : 0;

    /// <summary>The lines before the body.</summary>
    public string Head => Text.IndexOf(HeadEnd, StringComparison.Ordinal) is var end and >= 0 ? Text[..end] : Text;

    /// <summary>A header of the first answer; null when it has none.</summary>
    public string? Header(string name) => Head.Split("\r\n").Select(line => line.Split(": ", 2))
        .FirstOrDefault(line => line.Length == 2 && line[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];

    [GeneratedRegex(@"\AHTTP/1\.1 (\d{3}) ")]
    private static partial Regex StatusLine();
}
