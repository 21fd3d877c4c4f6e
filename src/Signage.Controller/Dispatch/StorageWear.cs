using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Protocols.Adapters;

namespace Signage.Controller.Dispatch;

/// <summary>
/// Bounds how often the same show is written into the storage of a card that keeps every show, as <see cref="FlashRecord.MostADay"/> does for its flash. Another
/// show is what the plan wants, and is always written. Used by one worker.
/// </summary>
internal sealed class StorageWear
{
    private ShowDigest? _written;
    private DateOnly _day;
    private int _again;

    /// <summary>What may be done with the storage for a show.</summary>
    /// <param name="show">The show.</param>
    /// <param name="day">Today, site time.</param>
    /// <param name="distrusted">True when playing what the card holds did not help, so that what it holds may be damaged.</param>
    public StorageUse For(ShowDigest show, DateOnly day, bool distrusted) => show != _written ? StorageUse.WriteMissing
        : day == _day && _again >= FlashRecord.MostADay ? StorageUse.Spare
        : distrusted ? StorageUse.Write
        : StorageUse.WriteMissing;

    /// <summary>A show is written, or was.</summary>
    public void Wrote(ShowDigest show, DateOnly day)
    {
        _again = show != _written ? 0 : day == _day ? _again + 1 : 1;
        (_written, _day) = (show, day);
    }
}
