using System.Net.Sockets;
using System.Text;

namespace Signage.Controller.Tests.Health;

/// <summary>
/// The service manager's end, as a site finds it: a datagram socket that the environment names. The environment is the whole process's, so whoever has one is alone in it.
/// </summary>
internal sealed class NoticeSocket : IDisposable
{
    private const string Variable = "NOTIFY_SOCKET";
    private const string Mark = "(mark of the test)";
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-notice-").FullName;
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly Socket _manager = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    public NoticeSocket()
    {
        _manager.Bind(new UnixDomainSocketEndPoint(Address));
        Environment.SetEnvironmentVariable(Variable, Address);
    }

    private string Address => Path.Combine(_folder, "notify");

    /// <summary>The next word, waited for.</summary>
    public async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Most, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var said = new byte[256];
        return Encoding.UTF8.GetString(said, 0, await _manager.ReceiveAsync(said, either.Token));
    }

    /// <summary>Every word that was said and not yet taken. Datagrams keep their order here, so what comes before a mark of our own is all there is.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(CancellationToken cancellationToken)
    {
        using (var own = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified))
        {
            await own.SendToAsync(Encoding.UTF8.GetBytes(Mark), new UnixDomainSocketEndPoint(Address), cancellationToken);
        }

        var words = new List<string>();
        while (await NextAsync(cancellationToken) is var word && word != Mark)
        {
            words.Add(word);
        }

        return words;
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _manager.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
