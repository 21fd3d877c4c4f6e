using Signage.Core.Accounts;

namespace Signage.Web.Accounts.LogIn;

/// <summary>Where a try comes from.</summary>
/// <param name="Address">The address.</param>
/// <param name="Known">For whom the browser is known.</param>
internal sealed record LogInPlace(string Address, IReadOnlyList<KnownPlace> Known)
{
    /// <summary>The browser as this person's; null when the person has not come in from it.</summary>
    public KnownPlace? For(Account? account) => account is null ? null : Known.FirstOrDefault(one => one.IsOf(account));

    /// <summary>The address, and no more: whatever is printed may end in a log.</summary>
    public override string ToString() => Address;
}
