using System.Text;
using Signage.Core.Text;

namespace Signage.Controller.Control;

/// <summary>Lines of text on a stream, bounded.</summary>
internal static class ControlLines
{
    /// <summary>The next line; null at the end.</summary>
    /// <exception cref="IOException">The line is longer than allowed.</exception>
    public static async Task<string?> ReadAsync(Stream stream, int longest, CancellationToken cancellationToken)
    {
        var line = new List<byte>(256);
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken).ConfigureAwait(false) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]);
            }

            if (line.Count == longest)
            {
                throw new IOException(Words.LineTooLong.With(longest));
            }

            line.Add(one[0]);
        }

        return null;
    }
}
