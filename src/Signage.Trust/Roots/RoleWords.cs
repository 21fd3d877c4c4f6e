namespace Signage.Trust.Roots;

/// <summary>What people call a role.</summary>
public static class RoleWords
{
    /// <summary>The name of a role, such as 终审.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Root => Words.RoleRoot,
        Role.FirstReview => Words.RoleFirstReview,
        Role.SecondReview => Words.RoleSecondReview,
        Role.FinalReview => Words.RoleFinalReview,
        Role.Dispatch => Words.RoleDispatch,
        Role.Freshness => Words.RoleFreshness,
        Role.Site => Words.RoleSite,
        Role.Emergency => Words.RoleEmergency,
        Role.Resume => Words.RoleResume,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
