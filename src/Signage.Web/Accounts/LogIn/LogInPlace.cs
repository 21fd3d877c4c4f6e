namespace Signage.Web.Accounts.LogIn;

/// <summary>Where a try comes from.</summary>
/// <param name="Address">The address.</param>
/// <param name="Known">The browser, when somebody has come in from it before.</param>
internal sealed record LogInPlace(string Address, KnownPlace? Known);
