namespace Signage.Web.Accounts.Access;

/// <summary>
/// 未认领: a site without any account lets everybody look who reaches it, since nobody could come in; it shows what its panels show. With the first account it closes, for pages that are open as well. Thread-safe.
/// </summary>
/// <param name="book">The accounts.</param>
/// <param name="settings">Whether that is so at this site.</param>
public sealed class OpenHouse(IAccountBook book, SiteAccountsSettings settings) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Ends when the site is claimed.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>Whether everybody may look.</summary>
    public async ValueTask<bool> IsOpenAsync(CancellationToken cancellationToken) => settings.IsOpenUnclaimed && !await book.AnyAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    public void Dispose() => _closing.Dispose();

    /// <summary>The first account has come.</summary>
    internal Task CloseAsync() => _closing.CancelAsync();
}
