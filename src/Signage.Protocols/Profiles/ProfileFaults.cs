namespace Signage.Protocols.Profiles;

/// <summary>The mistakes found so far in one profile file.</summary>
/// <param name="file">The file, for messages.</param>
internal sealed class ProfileFaults(string file)
{
    private readonly List<ProfileError> _errors = [];

    public int Count => _errors.Count;

    public IReadOnlyList<ProfileError> Errors => _errors;

    public void Add(string path, string message) => _errors.Add(new ProfileError(file, path, message));

    /// <summary>Adds mistakes of one place. Two of its parts may have the same one; it is told once.</summary>
    public void AddAll(string path, IEnumerable<string> messages) => _errors.AddRange(messages.Distinct(StringComparer.Ordinal).Select(message => new ProfileError(file, path, message)));
}
