using System.Globalization;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Trust.Approvals;

namespace Signage.Cli.Signing;

/// <summary>The pictures of a bundle in a folder, one for each page, named by drawing and page, so that they lie in the order in which they are read.</summary>
internal static class BundleFolder
{
    /// <summary>Draws every page.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="folder">A folder that is not there or empty: an older picture in it would be looked at in place of one that is signed.</param>
    /// <param name="drawing">Draws.</param>
    /// <param name="cancellation">Ends it between two pictures.</param>
    /// <returns>How many pages there are.</returns>
    /// <exception cref="UserError">There is something in the folder.</exception>
    public static async Task<int> DrawAsync(ReviewBundle bundle, string folder, IDrawingRoom drawing, CancellationToken cancellation)
    {
        if (Path.Exists(folder) && (!Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new UserError(Words.FolderNotEmpty.With(folder));
        }

        Directory.CreateDirectory(folder);
        var drawn = new Dictionary<FrameDigest, string>();
        var count = 0;
        foreach (var (number, seen) in bundle.Words.Drawings.Index())
        {
            foreach (var (at, page) in seen.Pages.Index())
            {
                var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number + 1:000}-{seen.Face}-{at + 1:00}.png"));
                cancellation.ThrowIfCancellationRequested();
                if (drawn.TryGetValue(page.Frame, out var same))
                {
                    File.Copy(same, file);
                }
                else
                {
                    await File.WriteAllBytesAsync(file, drawing.ReviewPng(bundle.Frames[page.Frame]), cancellation).ConfigureAwait(false);
                    drawn[page.Frame] = file;
                }

                count++;
            }
        }

        return count;
    }
}
