using Signage.Core.Planning;
using Signage.Storage;

namespace EndToEnd.Tests;

/// <summary>What a killed site left on the disk.</summary>
internal static class KilledSite
{
    /// <summary>The slots in its database. A copy is read: what the kill left undone is for the next start to mend.</summary>
    /// <param name="folder">The folder that has the site's folder <c>data</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<Slot>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, "copy")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "data"), "site.db*"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        SiteContents contents;
        await using (var store = await SiteStore.OpenAsync(Path.Combine(copy, "site.db"), TimeProvider.System, cancellationToken))
        {
            contents = await store.ReadAsync(cancellationToken);
        }

        Directory.Delete(copy, recursive: true);
        return contents.Slots;
    }
}
