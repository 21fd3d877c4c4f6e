using Signage.Controller.Planning;

namespace Signage.Controller.Timekeeping;

/// <summary>What the site has planned, as far as its clock is believed: while it is not, only what is open, and what binds, at any time. Asked by one caller at a time.</summary>
/// <param name="book">What is planned.</param>
/// <param name="trust">Judges the clock.</param>
public sealed class ClockedBook(SiteBook book, ClockTrust trust)
{
    private (SitePicture Whole, SitePicture Left)? _known;

    /// <summary>False when the newest picture is only what needs no clock.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The newest picture, for an instant that the clock shows.</summary>
    /// <exception cref="Storage.StorageException">The disk refuses.</exception>
    public async ValueTask<SitePicture> NewestAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var whole = await book.NewestAsync(cancellationToken).ConfigureAwait(false);
        IsWhole = trust.Judge(now).IsTrusted;
        if (IsWhole)
        {
            return whole;
        }

        if (_known is not { } known || !ReferenceEquals(known.Whole, whole))
        {
            // The same one every time: whoever works on pictures tells them apart by reference.
            _known = known = (whole, whole with { Plan = whole.Plan.WithoutClock(), Policies = whole.Policies.WithoutClock() });
        }

        return known.Left;
    }
}
