using System.Buffers;
using System.IO.Pipelines;

namespace Signage.Transports.Decorators;

/// <summary>Reads a pipe like a stream.</summary>
internal static class PipeBytes
{
    /// <summary>Waits for bytes; 0 is the end.</summary>
    public static async ValueTask<int> ReadAsync(PipeReader input, Memory<byte> target, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
            var part = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, target.Length));
            part.CopyTo(target.Span);
            var count = (int)part.Length;
            input.AdvanceTo(part.End);
            if (count > 0 || read.IsCompleted)
            {
                return count;
            }
        }
    }
}
