using Signage.Core.Frames;
using Signage.Protocols.Adapters;

namespace Signage.Protocols.Vendors.Ddp.Wire;

/// <summary>Cuts one picture into packets: whole pixels, offsets ascending, the push on the last (docs/protocols/ddp.md, section 3).</summary>
internal static class DdpPictures
{
    private const int BytesAPixel = 3;
    private const int Sequences = 15;

    /// <summary>
    /// The packets of a picture. A moment stands on the last one alone: the document gives a timecode a meaning only together with the push.
    /// </summary>
    /// <param name="picture">Laid out as <see cref="PixelLayout.Rgb"/>.</param>
    /// <param name="tick">Its place in the stream; null for a picture outside of any stream, whose packets are not numbered.</param>
    /// <param name="settings">How packets are written.</param>
    public static IReadOnlyList<DdpPacket> Of(PixelFrame picture, FrameTick? tick, DdpSettings settings)
    {
        var most = settings.DataBytes / BytesAPixel * BytesAPixel;
        var count = (picture.Cells.Length + most - 1) / most;
        var packets = new DdpPacket[count];
        for (var i = 0; i < count; i++)
        {
            var (start, isLast) = (i * most, i == count - 1);
            packets[i] = new DdpPacket
            {
                Push = isLast && settings.Push,
                Sequence = Sequence(tick, count, i, settings.FirstSequence),
                Timecode = isLast ? settings.FixedTimecode ?? (settings.Timecode ? tick?.Stamp.Value : null) : null,
                DataType = settings.DataType,
                Id = settings.Id,
                Offset = settings.Offset + (uint)start,
                Data = picture.Cells.Slice(start, Math.Min(most, picture.Cells.Length - start)),
            };
        }

        return packets;
    }

    /// <summary>
    /// Counts every packet of the stream from 1 to 15 and round again. Nothing has to be remembered for it: so many pictures of so many packets each
    /// went out before.
    /// </summary>
    private static byte Sequence(FrameTick? tick, int packets, int index, byte? first) => first switch
    {
        0 => 0,
        { } set => (byte)(((set - 1 + index) % Sequences) + 1),
        null when tick is { } place => (byte)((((place.Number % Sequences * (packets % Sequences)) + index) % Sequences) + 1),
        null => 0,
    };
}
