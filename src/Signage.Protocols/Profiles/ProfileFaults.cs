namespace Signage.Protocols.Profiles;

/// <summary>The mistakes found so far in one profile file.</summary>
/// <param name="file">The file, for messages.</param>
internal sealed class ProfileFaults(string file)
{
    private readonly List<ProfileError> _errors = [];

    public int Count => _errors.Count;

    public IReadOnlyList<ProfileError> Errors => _errors;

    public void Add(string path, string message) => _errors.Add(new ProfileError(file, path, message));

    public void AddAll(string path, IEnumerable<string> messages) => _errors.AddRange(messages.Select(message => new ProfileError(file, path, message)));
}
