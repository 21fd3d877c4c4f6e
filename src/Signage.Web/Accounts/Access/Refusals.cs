using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Signage.Web.Accounts.Pages;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Access;

/// <summary>What a browser is told that may not do what it asked for: where to go, when there is somewhere to go.</summary>
/// <param name="book">The accounts.</param>
internal sealed class Refusals(IAccountBook book) : IAuthorizationMiddlewareResultHandler
{
    /// <inheritdoc />
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(authorizeResult);
        if (authorizeResult.Succeeded)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var failure = authorizeResult.AuthorizationFailure;
        if (failure is null || failure.FailedRequirements.OfType<CameIn>().Any() || context.User.Identity?.IsAuthenticated != true)
        {
            await SendToDoorAsync(context).ConfigureAwait(false);
        }
        else if (failure.FailureReasons.Any(reason => reason.Message == nameof(AccountNeed)))
        {
            PageAnswers.Go(context, AccountPages.Path);
        }
        else if (failure.FailedRequirements.All(requirement => requirement is FreshWithin))
        {
            PageAnswers.Go(context, LogInPages.AgainPath + ReturnPath.Query(context));
        }
        else
        {
            await PageAnswers.Sorry(Words.NotYourDuty, StatusCodes.Status403Forbidden).ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    // A program that asks is told in its own way; a page is led to where it can come in.
    private async Task SendToDoorAsync(HttpContext context)
    {
        if (LiveConnections.IsLive(context) || context.GetEndpoint()?.Metadata.GetMetadata<PlainRefusal>() is not null)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;

            // A page in place of the plain answer would itself be led to the door, and the script of an open page would never learn why.
            context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            return;
        }

        var isClaimed = await book.AnyAsync(context.RequestAborted).ConfigureAwait(false);
        PageAnswers.Go(context, isClaimed ? LogInPages.Path + ReturnPath.Query(context) : ClaimPages.Path);
    }
}
