using Microsoft.AspNetCore.Authorization;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Access;

/// <summary>Checks requirements against sessions and accounts as they are now, not as they were when a page was opened: pages that stay open ask here too, and what was taken away is gone at once.</summary>
/// <param name="sessions">The sessions.</param>
/// <param name="needs">What a person has still to do.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class AccessChecks(SessionBook sessions, AccountNeeds needs, AccountClock clock) : IAuthorizationHandler
{
    /// <inheritdoc />
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var look = SessionClaims.KeyOf(context.User) is { } key ? await sessions.LookAsync(key, isActive: false, CancellationToken.None).ConfigureAwait(false) : null;
        if (look is null)
        {
            return;
        }

        foreach (var requirement in context.PendingRequirements.ToArray())
        {
            switch (requirement)
            {
                case CameIn:
                    context.Succeed(requirement);
                    break;
                case FreshWithin { Within: var within } when clock.Now - look.Session.ProvedAt is var age && age < within && age > -within:
                    context.Succeed(requirement);
                    break;
                case HasDuty { Duty: var duty } when look.Account.Person.Has(duty):
                    if (needs.Of(look.Account) is AccountNeed.Nothing)
                    {
                        context.Succeed(requirement);
                    }
                    else
                    {
                        context.Fail(new AuthorizationFailureReason(this, nameof(AccountNeed)));
                    }

                    break;
                default:
                    break;
            }
        }
    }
}
