using System.Text;
using Signage.Core.Text;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Hosting;

/// <summary>Reads the files of card models from a folder.</summary>
public static class ProfileFolder
{
    /// <summary>All profile files below a folder, the schema left out.</summary>
    /// <exception cref="SiteStartException">There is no such folder.</exception>
    public static IReadOnlyList<ProfileFile> Read(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => (Path: path, Id: Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/')))
            .Where(file => !file.Id.StartsWith("schema/", StringComparison.Ordinal))
            .OrderBy(file => file.Id, StringComparer.Ordinal)
            .Select(file => new ProfileFile(file.Path, file.Id, File.ReadAllText(file.Path, Encoding.UTF8)))]
        : throw new SiteStartException(Words.NoProfileFolder.With(folder));
}
