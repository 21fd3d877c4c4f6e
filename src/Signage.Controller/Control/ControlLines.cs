using System.Text;
using Signage.Core.Text;

namespace Signage.Controller.Control;

/// <summary>Lines of text on a stream, bounded. What comes after a line is kept for the next one. Used by one reader at a time; the stream stays its owner's.</summary>
/// <param name="stream">The stream.</param>
internal sealed class ControlLines(Stream stream)
{
    private const int Piece = 16 * 1024;
    private readonly byte[] _read = new byte[Piece];
    private ReadOnlyMemory<byte> _left;

    /// <summary>The next line; null at the end.</summary>
    /// <param name="longest">The most bytes of it.</param>
    /// <param name="cancellationToken">Gives up; what was read of the line is lost.</param>
    /// <exception cref="IOException">The line is longer than allowed.</exception>
    public Task<string?> ReadAsync(int longest, CancellationToken cancellationToken) => ReadAsync(longest, (_, _) => ValueTask.FromResult(longest), cancellationToken);

    /// <summary>The next line; null at the end.</summary>
    /// <param name="longest">The most bytes of it.</param>
    /// <param name="longer">Asked once, with the beginning of a line that is longer, for the most that this one may have.</param>
    /// <param name="cancellationToken">Gives up; what was read of the line is lost.</param>
    /// <exception cref="IOException">The line is longer than allowed.</exception>
    public async Task<string?> ReadAsync(int longest, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<int>> longer, CancellationToken cancellationToken)
    {
        using var line = new MemoryStream();
        var (most, isAsked) = (longest, false);
        while (true)
        {
            if (_left.IsEmpty)
            {
                _left = _read.AsMemory(0, await stream.ReadAsync(_read, cancellationToken).ConfigureAwait(false));
                if (_left.IsEmpty)
                {
                    return null;
                }
            }

            var end = _left.Span.IndexOf((byte)'\n');
            var piece = end < 0 ? _left : _left[..end];
            if (line.Length + piece.Length > most && !isAsked)
            {
                var begun = line.Length > 0 ? line.GetBuffer().AsMemory(0, (int)line.Length) : piece;
                (most, isAsked) = (await longer(begun, cancellationToken).ConfigureAwait(false), true);
            }

            if (line.Length + piece.Length > most)
            {
                throw new IOException(Words.LineTooLong.With(most));
            }

            line.Write(piece.Span);
            _left = end < 0 ? default : _left[(end + 1)..];
            if (end >= 0)
            {
                return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
            }
        }
    }
}
