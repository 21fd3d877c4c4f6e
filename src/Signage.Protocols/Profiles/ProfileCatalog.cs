using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Signage.Protocols.Profiles;

/// <summary>All valid profiles of a program, by id. Immutable; a reload makes a new one.</summary>
public sealed class ProfileCatalog
{
    private readonly FrozenDictionary<string, DeviceProfile> _byId;

    /// <summary>Takes profiles that were checked before (see <see cref="ProfileReader"/>).</summary>
    /// <exception cref="ArgumentException">Two profiles have the same id.</exception>
    public ProfileCatalog(IEnumerable<DeviceProfile> profiles) => _byId = profiles.ToFrozenDictionary(profile => profile.Id, StringComparer.Ordinal);

    /// <summary>The profiles, sorted by id.</summary>
    public IReadOnlyList<DeviceProfile> All => [.. _byId.Values.OrderBy(profile => profile.Id, StringComparer.Ordinal)];

    /// <summary>Finds a profile.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out DeviceProfile? profile) => _byId.TryGetValue(id, out profile);
}
