using Microsoft.AspNetCore.Authorization;
using Signage.Core.Accounts;
using Signage.Core.Blanking;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Access;

/// <summary>Checks requirements against sessions and accounts as they are now, not as they were when a page was opened: pages that stay open ask here too, and what was taken away is gone at once.</summary>
/// <param name="sessions">The sessions.</param>
/// <param name="needs">What a person has still to do.</param>
/// <param name="house">Whether everybody may look.</param>
/// <param name="settings">How many people stand between a text and a panel.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class AccessChecks(SessionBook sessions, AccountNeeds needs, OpenHouse house, SiteAccountsSettings settings, AccountClock clock) : IAuthorizationHandler
{
    /// <inheritdoc />
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var look = SessionClaims.StayOf(context.User) is { } stay ? await sessions.LookAsync(stay, CancellationToken.None).ConfigureAwait(false) : null;
        if (look is null)
        {
            await LetLookAsync(context).ConfigureAwait(false);
            return;
        }

        foreach (var requirement in context.PendingRequirements.ToArray())
        {
            switch (requirement)
            {
                case CameIn or MayLook:
                    context.Succeed(requirement);
                    break;
                case FreshWithin fresh when fresh.IsMetBy(look.Session, clock.Now):
                    context.Succeed(requirement);
                    break;
                case HasDuty { Duty: var duty } when MayUse(look.Account, duty):
                    // Darkness is the safe side: nobody is kept from it by a password that is too old.
                    if (duty == BlankDuties.Press || needs.Of(look.Account) is AccountNeed.Nothing)
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

    private async Task LetLookAsync(AuthorizationHandlerContext context)
    {
        if (context.PendingRequirements.OfType<MayLook>().FirstOrDefault() is { } look && await house.IsOpenAsync(CancellationToken.None).ConfigureAwait(false))
        {
            context.Succeed(look);
        }
    }

    private bool MayUse(Account account, Core.Review.Duty duty) => (account.Person with { Duties = PeopleRules.Usable(account.Duties, settings.Mode) }).Has(duty);
}
