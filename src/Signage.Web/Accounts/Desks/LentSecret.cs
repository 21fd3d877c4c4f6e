namespace Signage.Web.Accounts.Desks;

/// <summary>A secret on its way into a telephone.</summary>
/// <param name="Lent">As it goes through the page, locked.</param>
/// <param name="Secret">In Base32, for the eye and the telephone.</param>
internal sealed record LentSecret(string Lent, string Secret)
{
    /// <summary>Nothing of it: whatever is printed may end in a log.</summary>
    public override string ToString() => nameof(LentSecret);
}
