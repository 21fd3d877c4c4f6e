using Signage.Trust.Keys;

namespace Signage.Trust.Roots;

/// <summary>Somebody whose signature counts: a person, or a machine that speaks for a desk or a site.</summary>
/// <param name="Id">The id within the domain, 1 to 64 bytes of UTF-8, never given to another person.</param>
/// <param name="Name">The name that people read, 1 to 100 bytes of UTF-8.</param>
/// <param name="Roles">What the signature is good for.</param>
/// <param name="Keys">1 to 4 keys. However many, the person counts once.</param>
/// <param name="IsRevoked">True when the trust was withdrawn. The person stays listed, so that a signature is refused by name; the roles no longer count.</param>
public sealed record TrustPerson(string Id, string Name, RoleSet Roles, IReadOnlyList<PublicKey> Keys, bool IsRevoked = false);
