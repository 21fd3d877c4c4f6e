namespace Signage.Core.Accounts;

/// <summary>What came of a writing into the account book.</summary>
public abstract record AccountAnswer
{
    private AccountAnswer()
    {
    }

    /// <summary>It is written, and survives a kill.</summary>
    /// <param name="Account">As it stands there now.</param>
    public sealed record Stored(Account Account) : AccountAnswer;

    /// <summary>Somebody else was faster; nothing was written. Reading again and asking again may help.</summary>
    public sealed record Stale : AccountAnswer;

    /// <summary>The disk does not take it now; nothing was written, and later it may be.</summary>
    /// <param name="Reason">Why, in a line for a person.</param>
    public sealed record Busy(string Reason) : AccountAnswer;

    /// <summary>It cannot be; nothing was written.</summary>
    /// <param name="Reason">Why, in a line for a person.</param>
    public sealed record Refused(string Reason) : AccountAnswer;
}
