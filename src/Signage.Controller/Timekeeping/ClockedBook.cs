using Signage.Controller.Planning;

namespace Signage.Controller.Timekeeping;

/// <summary>
/// What the site has planned, as far as its clock is believed: while it is not, only what is open, and what binds, at any time, and after the lease of that nothing at all. Asked by one caller at a time.
/// </summary>
/// <param name="book">What is planned.</param>
/// <param name="trust">Judges the clock.</param>
public sealed class ClockedBook(SiteBook book, ClockTrust trust)
{
    private (SitePicture Whole, bool Over, SitePicture Left)? _known;

    /// <summary>False when the newest picture is only what needs no clock.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>When the newest picture becomes another by itself, because a lease runs out; null when it does not.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>The newest picture, for an instant that the clock shows.</summary>
    /// <exception cref="Storage.StorageException">The disk refuses.</exception>
    public async ValueTask<SitePicture> NewestAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var whole = await book.NewestAsync(cancellationToken).ConfigureAwait(false);
        var stand = trust.Judge(now);
        IsWhole = stand.IsTrusted;
        Until = stand.Lease is { } left && left > TimeSpan.Zero && left <= DateTimeOffset.MaxValue - now ? now + left : null;
        if (IsWhole)
        {
            return whole;
        }

        var over = stand.Lease == TimeSpan.Zero;
        if (_known is not { } known || !ReferenceEquals(known.Whole, whole) || known.Over != over)
        {
            // The same one every time: whoever works on pictures tells them apart by reference.
            var plan = over ? whole.Plan with { Slots = [] } : whole.Plan.WithoutClock();
            _known = known = (whole, over, whole with { Plan = plan, Policies = whole.Policies.WithoutClock() });
        }

        return known.Left;
    }
}
