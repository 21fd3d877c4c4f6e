using System.Buffers.Binary;
using Signage.Core.Text;

namespace Signage.Cli.Captures;

/// <summary>The classic recording format: a header of 24 bytes, then records of 16 bytes of header and the frame. Both byte orders, micro- and nanoseconds.</summary>
internal static class PcapFile
{
    private const int HeaderLength = 24;
    private const int RecordHeaderLength = 16;

    /// <summary>Reads the frames up to the first that is cut off; null when it is not this format.</summary>
    public static Recording? TryRead(ReadOnlyMemory<byte> file)
    {
        if (file.Length < HeaderLength)
        {
            return null;
        }

        bool little;
        switch (BinaryPrimitives.ReadUInt32LittleEndian(file.Span))
        {
            case 0xA1B2C3D4 or 0xA1B23C4D:
                little = true;
                break;
            case 0xD4C3B2A1 or 0x4D3CB2A1:
                little = false;
                break;
            default:
                return null;
        }

        // The upper four bits of the link type say something about checksums of frames, not about the link.
        var linkType = (int)(Number(file.Span[20..], little) & 0x0FFF_FFFF);
        var frames = new List<RecordedFrame>();
        for (var at = HeaderLength; at < file.Length;)
        {
            var length = file.Length - at < RecordHeaderLength ? uint.MaxValue : Number(file.Span[(at + 8)..], little);
            if (length > file.Length - at - RecordHeaderLength)
            {
                return new Recording(frames, Words.RecordingEnds.With(at));
            }

            frames.Add(new RecordedFrame(linkType, file.Slice(at + RecordHeaderLength, (int)length)));
            at += RecordHeaderLength + (int)length;
        }

        return new Recording(frames, null);
    }

    private static uint Number(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
