using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Signage.Core.Text;

namespace Signage.Controller.Control;

/// <summary>
/// The door of a running site for its own machine: a Unix domain socket that only its owner may open. One JSON object a line, one answer a
/// line. Lines are bounded, and so are the callers at once.
/// </summary>
public sealed class ControlSocket : IAsyncDisposable
{
    private const int LongestPath = 107;
    private const int LongestLine = 64 * 1024;
    private const int MostCallers = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMilliseconds(200);
    private readonly Socket _listener;
    private readonly ControlVerbs _verbs;
    private readonly TimeProvider _time;
    private readonly string _path;

    private ControlSocket(Socket listener, string path, ControlVerbs verbs, TimeProvider time) =>
        (_listener, _path, _verbs, _time) = (listener, path, verbs, time);

    /// <summary>Opens the door; a socket file left by a process that was killed is replaced.</summary>
    /// <exception cref="IOException">The path is too long, or the folder cannot be written.</exception>
    public static ControlSocket Listen(string path, ControlVerbs verbs, TimeProvider time)
    {
        if (Encoding.UTF8.GetByteCount(path) > LongestPath)
        {
            throw new IOException(Words.SocketPathTooLong.With(path, LongestPath));
        }

        File.Delete(path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            listener.Bind(new UnixDomainSocketEndPoint(path));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            listener.Listen(MostCallers);
            return new ControlSocket(listener, path, verbs, time);
        }
        catch (SocketException refused)
        {
            listener.Dispose();
            throw new IOException(Words.SocketNotOpened.With(path, refused.SocketErrorCode), refused);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        File.Delete(_path);
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes callers until told to stop; ends when the last of them has hung up.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var callers = new List<Task>();
        try
        {
            while (true)
            {
                if (await AcceptAsync(cancellationToken).ConfigureAwait(false) is not { } caller)
                {
                    continue;
                }

                callers.RemoveAll(task => task.IsCompleted);
                callers.Add(TalkAsync(caller, cancellationToken));
                if (callers.Count >= MostCallers)
                {
                    await Task.WhenAny(callers).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await Task.WhenAll(callers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The next caller; null after a pause when the system had no handle to give, which passes.</summary>
    private async Task<Socket?> AcceptAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _listener.AcceptAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            await Task.Delay(AfterRefusal, _time, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task TalkAsync(Socket caller, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var stream = new NetworkStream(caller, ownsSocket: true);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                while (await ControlLines.ReadAsync(stream, LongestLine, either.Token).ConfigureAwait(false) is { } line)
                {
                    var answer = await _verbs.AnswerAsync(line, either.Token).ConfigureAwait(false);
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString() + "\n"), either.Token).ConfigureAwait(false);
                    late.CancelAfter(Patience);
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
            {
                // The caller hung up, took too long or sent too much, or the site stops: nothing is owed to it.
                return;
            }
        }
    }
}

/// <summary>Lines of text on a stream, bounded.</summary>
internal static class ControlLines
{
    /// <summary>The next line; null at the end.</summary>
    /// <exception cref="IOException">The line is longer than allowed.</exception>
    public static async Task<string?> ReadAsync(Stream stream, int longest, CancellationToken cancellationToken)
    {
        var line = new List<byte>(256);
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken).ConfigureAwait(false) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]);
            }

            if (line.Count == longest)
            {
                throw new IOException($"a line of the control socket is longer than {longest} bytes");
            }

            line.Add(one[0]);
        }

        return null;
    }
}

/// <summary>Calls a running site.</summary>
public static class ControlClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends one request and waits for its answer.</summary>
    /// <exception cref="IOException">No site listens there, or it hung up.</exception>
    public static async Task<JsonObject> SendAsync(string path, JsonObject request, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), either.Token).ConfigureAwait(false);
            var stream = new NetworkStream(socket);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(request.ToJsonString() + "\n"), either.Token).ConfigureAwait(false);
                var line = await ControlLines.ReadAsync(stream, int.MaxValue, either.Token).ConfigureAwait(false);
                return line is not null && JsonNode.Parse(line) is JsonObject answer ? answer : throw new IOException(Words.SiteHungUp.With(path));
            }
        }
        catch (SocketException refused)
        {
            throw new IOException(Words.NoSiteRuns.With(path, refused.SocketErrorCode), refused);
        }
    }
}
