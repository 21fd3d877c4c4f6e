using System.Net.Http.Headers;
using System.Text;
using System.Threading.Channels;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Http;

/// <summary>
/// Requests to one web server, one at a time: a newer one drops an older one that has no reply yet, so a reply always answers the last request. No
/// proxy, no redirect, no cookies, no unpacking: a player needs none of them, and each would let a stranger in the network lead us elsewhere.
/// </summary>
internal sealed class HttpLink : IMessageLink
{
    /// <summary>Longest body of a reply; a screenshot of the largest player stays far below.</summary>
    public const int MaxBody = MessageLimit.MostBytes;

    private const int KilobytesOfHeaders = 16;
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

    // The pump's own deadlines are shorter: the longest is that of a programme of 16 MiB at 100 kB a second.
    private static readonly TimeSpan ReplyWithin = TimeSpan.FromMinutes(5);

    private readonly HttpClient _client;
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly Channel<WireAnswer> _heard = Channel.CreateBounded<WireAnswer>(1);
    private CancellationTokenSource _current = new();
    private Task _running = Task.CompletedTask;
    private string? _failure;
    private int _disposed;

    /// <param name="endpoint">Host, port and perhaps name and password.</param>
    /// <param name="name">The endpoint, for people.</param>
    /// <param name="time">Counts deadlines.</param>
    public HttpLink(Uri endpoint, string name, TimeProvider time)
    {
        _name = name;
        _time = time;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = ConnectWithin,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = KilobytesOfHeaders,
        };
        _client = new HttpClient(handler, disposeHandler: true)
        {
            BaseAddress = new Uri($"http://{endpoint.Authority[(endpoint.Authority.LastIndexOf('@') + 1)..]}"),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxBody,
        };
        if (endpoint.UserInfo.Length > 0)
        {
            var words = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(endpoint.UserInfo));
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(words));
        }
    }

    public LinkShape Shape => LinkShape.Exchange;

    public ChannelReader<WireAnswer> Input => _heard.Reader;

    public string WhyClosed => _failure ?? Words.LinkClosed;

    public async ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken)
    {
        ThrowIfGone();
        await DropAsync().ConfigureAwait(false);
        ThrowIfGone();
        while (_heard.Reader.TryRead(out _))
        {
            // The reply to an older request came in the meantime.
        }

        var request = (WireMessage.Request)message;
        _current = new CancellationTokenSource();
        _running = ExchangeAsync(request, _current.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await DropAsync().ConfigureAwait(false);
        _heard.Writer.TryComplete();
        _client.Dispose();
    }

    private void ThrowIfGone()
    {
        if (Volatile.Read(ref _disposed) != 0)
        {
            throw new LinkException(Words.NearEndClosed);
        }
    }

    private async ValueTask DropAsync()
    {
        await _current.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _current.Dispose();
    }

    private void End(string why)
    {
        _failure = why;
        _heard.Writer.TryComplete();
    }

    private async Task ExchangeAsync(WireMessage.Request request, CancellationToken dropped)
    {
        using var deadline = new CancellationTokenSource(ReplyWithin, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, dropped);
        try
        {
            using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Path);
            if (request.ContentType is { } type || !request.Body.IsEmpty)
            {
                message.Content = new ReadOnlyMemoryContent(request.Body);
                if (request.ContentType is { } known)
                {
                    message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(known);
                }
            }

            using var reply = await _client.SendAsync(message, HttpCompletionOption.ResponseContentRead, either.Token).ConfigureAwait(false);
            var body = await reply.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            _heard.Writer.TryWrite(new WireAnswer.Reply((int)reply.StatusCode, reply.Content.Headers.ContentType?.ToString(), body));
        }
        catch (OperationCanceledException) when (dropped.IsCancellationRequested)
        {
            // A newer request took its place, or nobody waits any more.
            return;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            // The pump has its own deadlines, most of them shorter; this one ends a body that comes drop by drop.
            End(Words.HttpSlow.With(_name, ReplyWithin.TotalSeconds));
        }
        catch (Exception failure)
        {
            // Whatever it was: nobody awaits this task before the next request, so what is not told here is told by nobody.
            End(HttpRefusal.Explain(_name, failure));
        }
    }
}
