using System.Text;
using System.Text.Json;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Cli.Arguments;
using Signage.Controller.Hosting;
using Signage.Core.Text;
using Signage.Protocols.Profiles;

namespace Signage.Cli.Panels;

/// <summary>The card models on disk. Never looks into the working directory: what a command does must not depend on where it is typed.</summary>
/// <param name="wire">Reads the files.</param>
/// <param name="named">The folder named on the command line; null takes the configured one.</param>
internal sealed class ProfileShelf(WireRoom wire, string? named)
{
    /// <summary>The folder that is read.</summary>
    public string Folder { get; } = Path.GetFullPath(named ?? wire.ProfileFolder);

    /// <summary>All models.</summary>
    /// <exception cref="UserError">The folder is missing, or any file in it has a fault; all faults are named.</exception>
    public ProfileCatalog ReadAll()
    {
        var reading = wire.ReadProfiles(RequiredFiles());
        return reading.Catalog ?? throw new UserError([.. reading.Errors.Select(error => error.ToString())]);
    }

    /// <summary>Checks one file, or the whole folder.</summary>
    /// <exception cref="UserError">The file or folder cannot be read.</exception>
    public ProfileReading Check(string? file) => file is null ? wire.ReadProfiles(RequiredFiles()) : wire.ReadProfiles([Lone(file)]);

    /// <summary>One model.</summary>
    /// <exception cref="UserError">There is none of that name; near names are offered.</exception>
    public DeviceProfile Find(string id)
    {
        var catalog = ReadAll();
        if (catalog.TryFind(id, out var profile))
        {
            return profile;
        }

        var near = NearNames.Of(id, catalog.All.Select(known => known.Id));
        throw new UserError(near.Count == 0
            ? Words.NoSuchModel.With(id)
            : Words.NoSuchModelButNear.With(id, string.Join(", ", near)));
    }

    private IReadOnlyList<ProfileFile> RequiredFiles() => Directory.Exists(Folder)
        ? ProfileFolder.Read(Folder)
        : throw new UserError(Words.NoProfileFolder.With(Folder));

    // A file being written somewhere else has no place that could give it an id: it is taken at its word.
    private ProfileFile Lone(string file)
    {
        if (!File.Exists(file))
        {
            throw new UserError(Words.NoSuchFile.With(file));
        }

        var path = Path.GetFullPath(file);
        var text = File.ReadAllText(path, Encoding.UTF8);
        var below = Path.GetRelativePath(Folder, path).Replace('\\', '/');
        var inside = !below.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(below);
        return new ProfileFile(file, inside ? Path.ChangeExtension(below, null) : OwnWord(text) ?? Path.GetFileNameWithoutExtension(path), text);
    }

    private static string? OwnWord(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
        }
        catch (JsonException)
        {
            // The reader of profiles reports it, with its place in the file.
            return null;
        }
    }
}
