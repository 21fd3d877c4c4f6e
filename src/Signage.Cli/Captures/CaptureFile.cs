using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Captures;

/// <summary>Tells hex text, raw bytes and recordings of a network apart and hands out the bytes of each stream.</summary>
internal static class CaptureFile
{
    /// <summary>More than any conversation with a panel; a bound on memory.</summary>
    private const int LargestBytes = 64 * 1024 * 1024;

    /// <summary>Reads everything from a stream, up to the bound.</summary>
    /// <exception cref="UserError">There is too much of it, or nothing.</exception>
    public static Task<byte[]> ReadAllAsync(Stream input, CancellationToken cancellationToken) =>
        ReadAllAsync(input, Words.CaptureEmpty, most => Words.CaptureTooLarge.With(most), cancellationToken);

    /// <summary>Reads everything from a stream, up to the bound, and complains in the words of whoever asked for it.</summary>
    /// <param name="input">The stream.</param>
    /// <param name="empty">What to say when nothing is in it.</param>
    /// <param name="tooLarge">What to say when it is larger than so many MiB.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UserError">There is too much of it, or nothing.</exception>
    public static async Task<byte[]> ReadAllAsync(Stream input, string empty, Func<int, string> tooLarge, CancellationToken cancellationToken)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[81_920];
        while (await input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            taken.Write(buffer, 0, count);
            if (taken.Length > LargestBytes)
            {
                throw new UserError(tooLarge(LargestBytes / 1024 / 1024));
            }
        }

        return taken.Length > 0 ? taken.ToArray() : throw new UserError(empty);
    }

    /// <summary>The streams in a capture: one without a name for hex and raw bytes, one for each direction of each connection in a recording.</summary>
    /// <param name="capture">The bytes of the file.</param>
    /// <param name="datagrams">True for a card that hears datagrams; for any other those of a network, names and clocks mostly, would be noise.</param>
    /// <returns>What is whole of it, and what is wrong with the rest; null when nothing is.</returns>
    /// <exception cref="UserError">Nothing of a recording can be used, or it is hex with half a byte.</exception>
    public static (IReadOnlyList<CapturedStream> Streams, string? Damage) Open(byte[] capture, bool datagrams = false)
    {
        if ((PcapFile.TryRead(capture) ?? PcapNextFile.TryRead(capture)) is not { } recording)
        {
            return ([new CapturedStream(null, [Hex.TryRead(capture) ?? capture])], null);
        }

        IpPacket[] packets = [.. recording.Frames.Select(IpPacket.Of).OfType<IpPacket>()];
        IReadOnlyList<CapturedStream> streams = [.. TcpStreams.Join(packets), .. datagrams ? UdpDatagrams.Gather(packets) : []];
        return streams.Count > 0
            ? (streams, recording.Damage)
            : throw new UserError(recording.Damage ?? (datagrams ? Words.RecordingWithoutPayload : Words.RecordingWithoutTcp));
    }
}

/// <summary>A recording of a network.</summary>
/// <param name="Frames">The frames that are whole.</param>
/// <param name="Damage">Why it cannot be read to its end; null when it can.</param>
internal sealed record Recording(IReadOnlyList<RecordedFrame> Frames, string? Damage);

/// <summary>One recorded frame.</summary>
/// <param name="LinkType">What kind of link it was recorded on, in the numbers of libpcap.</param>
/// <param name="Data">The bytes that were recorded.</param>
internal readonly record struct RecordedFrame(int LinkType, ReadOnlyMemory<byte> Data);
