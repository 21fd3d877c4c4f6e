using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Renderer.Pictures;

namespace Signage.Cli.Verbs;

/// <summary>A picture as a file, or as standard input.</summary>
internal static class PictureInput
{
    private const string StandardInput = "-";

    /// <summary>Its bytes, and one more than any picture may have where there are so many: enough to see that it is too large.</summary>
    /// <exception cref="UserError">There is no such file.</exception>
    public static async Task<byte[]> ReadAsync(string file, Output output, CancellationToken cancellationToken)
    {
        if (Directory.Exists(file))
        {
            throw new UserError(Words.FolderNotFile.With(file));
        }

        if (file != StandardInput && !File.Exists(file))
        {
            throw new UserError(Words.NoSuchFile.With(file));
        }

        var input = file == StandardInput ? output.OpenInput() : File.OpenRead(file);
        await using (input.ConfigureAwait(false))
        {
            var bytes = new byte[PictureBounds.MostBytes + 1];
            var read = await input.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return bytes[..read];
        }
    }
}
