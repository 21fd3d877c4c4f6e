using Microsoft.AspNetCore.Http;
using Signage.Core.Accounts;
using Signage.Web.Accounts.Pages;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.LogIn;

/// <summary>Carries out in the browser what the desk decided.</summary>
/// <param name="cookie">The cookie of the session.</param>
/// <param name="half">The cookie of the half way.</param>
/// <param name="known">The cookie of known browsers.</param>
internal sealed class LogInDoor(SessionCookie cookie, HalfWay half, KnownBrowser known)
{
    /// <summary>Where a request comes from.</summary>
    public LogInPlace PlaceOf(HttpContext context) => new(CallerAddress.Of(context), known.Read(context));

    /// <summary>Lets in, or on to the code; null when neither.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">What the desk decided.</param>
    /// <param name="isAgain">True when the same person is in already, and keeps the session.</param>
    public async Task<IResult?> OpenAsync(HttpContext context, LogInAnswer answer, bool isAgain)
    {
        switch (answer)
        {
            case LogInAnswer.CodeWanted(var account, var rehash):
                half.Keep(context, account, rehash);
                return PageAnswers.GoTo(LogInPages.CodePath + ReturnPath.Kept(context));
            case LogInAnswer.In(var account):
                await LetInAsync(context, account, isAgain).ConfigureAwait(false);
                return PageAnswers.GoTo(ReturnPath.Of(context.Request.Query[ReturnPath.Name]));
            default:
                return null;
        }
    }

    private async Task LetInAsync(HttpContext context, Account account, bool isAgain)
    {
        half.Forget(context);
        if (!isAgain || !SessionClaims.Is(context.User, account) || !await cookie.RenewAsync(context, account).ConfigureAwait(false))
        {
            await cookie.BeginAsync(context, account).ConfigureAwait(false);
        }

        known.Keep(context, account);
    }
}
