using Microsoft.AspNetCore.Authorization;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Access;

/// <summary>Somebody has come in, and the session holds.</summary>
internal sealed record CameIn : IAuthorizationRequirement;

/// <summary>Somebody has come in, or nobody could: see <see cref="OpenHouse"/>. For what changes nothing.</summary>
internal sealed record MayLook : IAuthorizationRequirement;

/// <summary>Whoever it is has one of some duties, and has done what the site asks of people with it.</summary>
/// <param name="Duty">The duties.</param>
internal sealed record HasDuty(Duty Duty) : IAuthorizationRequirement;

/// <summary>Whoever it is has shown password and code lately.</summary>
/// <param name="Within">How lately.</param>
internal sealed record FreshWithin(TimeSpan Within) : IAuthorizationRequirement
{
    /// <summary>Whether that is so. A proof of a time that has not come yet was given by a clock that stood wrong.</summary>
    public bool IsMetBy(Session session, DateTimeOffset now) => (now - session.ProvedAt).Duration() < Within;
}
