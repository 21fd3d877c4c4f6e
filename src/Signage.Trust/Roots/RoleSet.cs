using System.Numerics;

namespace Signage.Trust.Roots;

/// <summary>A set of roles: bit n stands for the role with number n.</summary>
/// <param name="Bits">The bits.</param>
public readonly record struct RoleSet(uint Bits)
{
    /// <summary>How many roles there are.</summary>
    public const int Count = (int)Role.Resume + 1;

    /// <summary>The bits that stand for a role.</summary>
    public const uint Known = (1u << Count) - 1;

    /// <summary>Roles that run unattended on machines on the network.</summary>
    public static RoleSet Online { get; } = Of(Role.Dispatch, Role.Freshness, Role.Site);

    /// <summary>Roles that decide what may be lit or who decides it: no machine on the network may have them.</summary>
    public static RoleSet Offline { get; } = Of(Role.Root, Role.FirstReview, Role.SecondReview, Role.FinalReview);

    /// <summary>The set of some roles.</summary>
    public static RoleSet Of(params ReadOnlySpan<Role> roles)
    {
        var bits = 0u;
        foreach (var role in roles)
        {
            bits |= 1u << (int)role;
        }

        return new RoleSet(bits);
    }

    /// <summary>True when a role is in it.</summary>
    public bool Has(Role role) => (Bits & (1u << (int)role)) != 0;

    /// <summary>True when the two share a role.</summary>
    public bool Meets(RoleSet other) => (Bits & other.Bits) != 0;

    /// <summary>How many are in it.</summary>
    public int Size => BitOperations.PopCount(Bits);
}
