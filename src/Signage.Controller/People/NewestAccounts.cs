using Signage.Core.Accounts;

namespace Signage.Controller.People;

/// <summary>The newest that is known of everybody, whichever of two writings is heard of first. Thread-safe; looking waits for nobody.</summary>
/// <param name="all">All accounts as they are at first, in the order in which they came.</param>
internal sealed class NewestAccounts(IReadOnlyList<Account> all)
{
    private readonly Lock _learning = new();
    private volatile AccountsOfAMoment _now = new(all);

    /// <summary>Everybody, as of the latest moment that was heard of.</summary>
    public AccountsOfAMoment Now => _now;

    /// <summary>Takes over what is newer, and nothing else.</summary>
    /// <param name="all">All accounts of one moment, in the order in which they came.</param>
    public void Learn(IReadOnlyList<Account> all)
    {
        var read = new AccountsOfAMoment(all);
        lock (_learning)
        {
            if (read.IsNewerThan(_now))
            {
                _now = read;
            }
        }
    }
}
