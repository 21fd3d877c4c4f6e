using System.Net;
using System.Net.Http.Headers;
using Signage.Core.Text;

namespace Signage.Controller.Alerts.Intake;

/// <summary>
/// Asks for documents over HTTP. Each question has a deadline, each answer a size; a redirect is followed on its own host only, because whoever may lead a site
/// elsewhere may light words on it. Owns its client.
/// </summary>
/// <param name="lineTime">The real clock of waiting.</param>
internal sealed class FeedClient(TimeProvider lineTime) : IDisposable
{
    /// <summary>The most that one question takes, redirects and all.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    // Four million letters are the most that is read of a document.
    private const int MostBytes = 16 << 20;
    private const int MostHops = 3;
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Asks for a document.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="mark">What is known of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FeedAnswer> AskAsync(Uri address, FeedMark mark, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Deadline, lineTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await AskAsync(address, mark, MostHops, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FeedAnswer.Failed(Words.FeedTooSlow.With(Deadline.TotalSeconds));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            return new FeedAnswer.Failed(failure.GetBaseException().Message.ReplaceLineEndings(" "));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<FeedAnswer> AskAsync(Uri address, FeedMark mark, int hops, CancellationToken cancellationToken)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, address);
        question.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/cap+xml"));
        question.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*", 0.8));
        question.Headers.IfModifiedSince = mark.Modified;
        if (mark.Tag is { } tag)
        {
            question.Headers.IfNoneMatch.Add(tag);
        }

        using var answer = await _http.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { StatusCode: HttpStatusCode.OK } => await TakeAsync(answer, cancellationToken).ConfigureAwait(false),
            { StatusCode: HttpStatusCode.NotModified } => new FeedAnswer.Unchanged(),
            { StatusCode: HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect, Headers.Location: { } there } =>
                await FollowAsync(address, new Uri(address, there), mark, hops, cancellationToken).ConfigureAwait(false),
            _ => new FeedAnswer.Failed(Words.FeedRefused.With((int)answer.StatusCode)),
        };
    }

    private Task<FeedAnswer> FollowAsync(Uri from, Uri there, FeedMark mark, int hops, CancellationToken cancellationToken) => hops == 0
        ? Task.FromResult<FeedAnswer>(new FeedAnswer.Failed(Words.FeedLedInCircles))
        : !IsNear(from, there)
            ? Task.FromResult<FeedAnswer>(new FeedAnswer.Failed(Words.FeedLedElsewhere.With(there.Host)))
            : AskAsync(there, mark, hops - 1, cancellationToken);

    /// <summary>True when an address is on the same host, and not on a less trusted way.</summary>
    public static bool IsNear(Uri from, Uri there) =>
        there.Host == from.Host && (there.Scheme == from.Scheme ? there.Port == from.Port : from.Scheme == Uri.UriSchemeHttp && there.Scheme == Uri.UriSchemeHttps);

    private static async Task<FeedAnswer> TakeAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentLength > MostBytes)
        {
            return new FeedAnswer.Failed(Words.FeedTooLarge.With(MostBytes >> 20));
        }

        // Unpacked bytes count, and they are counted while they come.
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var taken = new MemoryStream();
            var piece = new byte[64 * 1024];
            for (int read; (read = await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                if (taken.Length + read > MostBytes)
                {
                    return new FeedAnswer.Failed(Words.FeedTooLarge.With(MostBytes >> 20));
                }

                taken.Write(piece, 0, read);
            }

            return new FeedAnswer.Document(taken.ToArray(), new FeedMark(answer.Headers.ETag, answer.Content.Headers.LastModified));
        }
    }
}
