using Signage.Core.Accounts;

namespace Signage.Web.Accounts.LogIn;

/// <summary>What came of a try to come in.</summary>
internal abstract record LogInAnswer
{
    private LogInAnswer()
    {
    }

    /// <summary>The person has shown everything that is asked for.</summary>
    /// <param name="Account">The account.</param>
    public sealed record In(Account Account) : LogInAnswer;

    /// <summary>The password is right, and a code is asked for.</summary>
    /// <param name="Account">The account.</param>
    /// <param name="Rehash">The hash to keep from now on, made with more rounds, once the code is right too; null when the one that is kept will do.</param>
    public sealed record CodeWanted(Account Account, string? Rehash) : LogInAnswer
    {
        /// <summary>Who it is: whatever is printed may end in a log.</summary>
        public override string ToString() => Account.ToString();
    }

    /// <summary>The disk does not take it now.</summary>
    /// <param name="Reason">Why, in a line for a person.</param>
    public sealed record Busy(string Reason) : LogInAnswer;

    /// <summary>Wrong: name, password, code, or the account is closed. Which of them is not said.</summary>
    public sealed record Wrong : LogInAnswer;

    /// <summary>Too many tries; none of this was looked at.</summary>
    public sealed record TooOften : LogInAnswer;
}
