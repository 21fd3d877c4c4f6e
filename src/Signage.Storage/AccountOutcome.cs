using Signage.Core.Accounts;

namespace Signage.Storage;

/// <summary>What came of a wish to write an account, and everybody as of that moment. Immutable.</summary>
/// <param name="Answer">What came of it; never <see cref="AccountAnswer.Busy"/>, which is an exception here.</param>
/// <param name="All">All accounts after it, in the order in which they came: read under the right to write, so that of two outcomes the one whose versions sum up to more is the later one.</param>
public sealed record AccountOutcome(AccountAnswer Answer, IReadOnlyList<Account> All)
{
    /// <summary>The account as it was; null where there was none, and where nothing is written.</summary>
    internal Account? Before { get; init; }

    /// <summary>Whether it is on the disk.</summary>
    internal bool IsStored => Answer is AccountAnswer.Stored;
}
