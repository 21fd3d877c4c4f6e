using Microsoft.AspNetCore.Authorization;
using Signage.Core.Review;

namespace Signage.Web.Accounts.Access;

/// <summary>The names of what an endpoint or a page may ask for. An endpoint that asks for nothing is open to nobody who has not come in.</summary>
public static class DutyPolicies
{
    /// <summary>Asks that password and code were shown within five minutes: for approving, resuming, and whatever is done with keys and people.</summary>
    public const string Fresh = "signage.fresh";

    /// <summary>Asks that somebody has come in, unless the site has no account yet: for what shows the site and changes nothing.</summary>
    public const string Look = "signage.look";

    /// <summary>How long a proof is fresh.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    /// <summary>The policy that asks for a duty; of several, any one will do.</summary>
    public static string Of(Duty duty) => $"signage.duty.{(int)duty}";

    /// <summary>Fresh proof, as a requirement.</summary>
    internal static FreshWithin FreshProof => new(FreshFor);

    /// <summary>Every single duty.</summary>
    internal static IEnumerable<Duty> All => Enum.GetValues<Duty>().Where(duty => duty is not Duty.None);

    /// <summary>Adds the policies, and closes everything else.</summary>
    internal static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy = new AuthorizationPolicyBuilder().AddRequirements(new CameIn()).Build();
        options.AddPolicy(Look, policy => policy.AddRequirements(new MayLook()));
        options.AddPolicy(Fresh, policy => policy.AddRequirements(new CameIn(), FreshProof));
        foreach (var duty in All)
        {
            options.AddPolicy(Of(duty), policy => policy.AddRequirements(new CameIn(), new HasDuty(duty)));
        }

        options.AddPolicy(Of(Core.Accounts.PeopleRules.Reviews), policy => policy.AddRequirements(new CameIn(), new HasDuty(Core.Accounts.PeopleRules.Reviews)));
    }
}
