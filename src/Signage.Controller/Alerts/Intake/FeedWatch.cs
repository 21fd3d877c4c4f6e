using Microsoft.Extensions.Logging;
using Signage.Controller.Health;
using Signage.Core.Alerts;
using Signage.Core.Text;

namespace Signage.Controller.Alerts.Intake;

/// <summary>
/// Asks one feed for warnings over and over and takes in what is new. Whatever the feed does, the site goes on.
/// </summary>
/// <param name="feed">Where it is.</param>
/// <param name="intake">How often, and what is lit without a person.</param>
/// <param name="desk">Takes warnings in.</param>
/// <param name="pace">How it keeps time.</param>
/// <param name="log">Tells a technician.</param>
internal sealed class FeedWatch(Uri feed, AlertIntake intake, AlertDesk desk, FeedPace pace, ILogger log) : IWarningFeed, IDisposable
{
    private const int MostLinks = 20;
    private const int MostFollowed = 5_000;

    // A feed of links asks for twenty more documents.
    private static readonly TimeSpan Longest = FeedClient.Deadline * (MostLinks + 2);

    // What stands behind a question mark may be a key.
    private readonly FeedEar _ear = new(feed.GetLeftPart(UriPartial.Path), intake, desk, pace.LineTime, log);
    private readonly FeedClient _client = new(pace.LineTime);
    private readonly HashSet<Uri> _followed = [];
    private readonly HashSet<Uri> _dead = [];
    private readonly Pulse _pulse = pace.Pulses.Of($"warnings of {feed.Host}");
    private FeedMark _mark = FeedMark.None;

    /// <inheritdoc />
    public string? Note => _ear.Note;

    /// <summary>How often it has asked, to the end.</summary>
    internal long Passes => _pulse.Beats;

    /// <summary>Asks until told to stop; the first time at once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        while (true)
        {
            using (_pulse.Doing(Longest))
            {
                _ear.Tell(await PassAsync(cancellationToken).ConfigureAwait(false));
            }

            await Task.Delay(pace.After(intake.Every, _ear.Failures), pace.LineTime, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <summary>Asks once.</summary>
    /// <returns>What went wrong; null when the feed was heard.</returns>
    private async Task<string?> PassAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _client.AskAsync(feed, _mark, cancellationToken).ConfigureAwait(false) switch
            {
                FeedAnswer.Unchanged => null,
                FeedAnswer.Failed failed => failed.Reason,
                FeedAnswer.Document document => await TakeAsync(document, cancellationToken).ConfigureAwait(false),
                _ => null,
            };
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return _ear.Broken(failure);
        }
    }

    private async Task<string?> TakeAsync(FeedAnswer.Document document, CancellationToken cancellationToken)
    {
        var (reading, trouble, _) = await _ear.TakeInAsync(document.Bytes, cancellationToken).ConfigureAwait(false);
        trouble ??= await FollowAsync(reading.Links, cancellationToken).ConfigureAwait(false);

        // Only what was taken whole need not come again.
        _mark = trouble is null ? document.Mark : FeedMark.None;
        return trouble;
    }

    /// <summary>Reads what a feed only links to: on its own host, each once, some at a time. One that fails keeps nobody from the next.</summary>
    /// <returns>The first thing that went wrong; null when nothing is left.</returns>
    private async Task<string?> FollowAsync(IReadOnlyList<AlertLink> links, CancellationToken cancellationToken)
    {
        var trouble = links.FirstOrDefault(link => !FeedClient.IsNear(feed, link.Address)) is { } far ? Words.FeedLedElsewhere.With(far.Address.Host) : null;

        // What failed before comes last: else some dead links would stand before every other one for ever.
        Uri[] fresh =
        [
            .. links.Select(link => link.Address).Distinct()
                .Where(address => FeedClient.IsNear(feed, address) && !_followed.Contains(address)).OrderBy(_dead.Contains),
        ];
        _dead.IntersectWith(fresh);
        if (_followed.Count + fresh.Length > MostFollowed)
        {
            _followed.Clear();
        }

        foreach (var address in fresh.Take(MostLinks))
        {
            var failed = await _client.AskAsync(address, FeedMark.None, cancellationToken).ConfigureAwait(false) is FeedAnswer.Document document
                ? (await _ear.TakeInAsync(document.Bytes, cancellationToken).ConfigureAwait(false)).Trouble
                : Words.FeedLinkDead.With(address.AbsolutePath);
            trouble ??= failed;
            (failed is null ? _followed : _dead).Add(address);
        }

        return trouble ?? (fresh.Length > MostLinks ? Words.FeedLinksLeft.With(fresh.Length - MostLinks) : null);
    }
}
