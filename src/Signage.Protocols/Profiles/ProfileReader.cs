using Signage.Protocols.Adapters;

namespace Signage.Protocols.Profiles;

/// <summary>Reads profiles and reports every mistake at once: structure, ranges, and what the adapter of the protocol says.</summary>
/// <param name="adapters">The protocols that can be spoken.</param>
public sealed class ProfileReader(PanelAdapters adapters)
{
    /// <summary>Reads all files.</summary>
    public ProfileReading Read(IEnumerable<ProfileFile> files) => throw new NotImplementedException(adapters.ToString());
}
