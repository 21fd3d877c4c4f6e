using Signage.Cli.Captures;
using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary>A document of warnings as a file, or as standard input.</summary>
internal static class AlertDocument
{
    private const string StandardInput = "-";

    /// <summary>Its bytes.</summary>
    /// <exception cref="UserError">There is no such file, or it is empty or too large.</exception>
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
            return await CaptureFile.ReadAllAsync(input, Words.AlertDocumentEmpty, most => Words.AlertDocumentTooLarge.With(most), cancellationToken).ConfigureAwait(false);
        }
    }
}
