using System.Buffers.Binary;
using Signage.Core.Text;

namespace Signage.Cli.Captures;

/// <summary>The newer recording format (pcapng): blocks. Section headers, interfaces and enhanced packets are read, all other blocks are passed over.</summary>
internal static class PcapNextFile
{
    private const uint SectionHeader = 0x0A0D_0D0A;
    private const uint InterfaceDescription = 1;
    private const uint EnhancedPacket = 6;
    private const int SmallestBlock = 12;
    private const int PacketHeaderLength = 28;

    /// <summary>Reads the frames up to the first block that is cut off or makes no sense; null when it is not this format.</summary>
    public static Recording? TryRead(ReadOnlyMemory<byte> file)
    {
        if (file.Length < SmallestBlock || BinaryPrimitives.ReadUInt32LittleEndian(file.Span) != SectionHeader)
        {
            return null;
        }

        var little = true;
        var linkTypes = new List<int>();
        var frames = new List<RecordedFrame>();
        for (var at = 0; at < file.Length;)
        {
            if (file.Length - at < SmallestBlock)
            {
                return new Recording(frames, Words.RecordingEnds.With(at));
            }

            var rest = file.Span[at..];
            var kind = Number(rest, little);
            if (kind == SectionHeader)
            {
                // The kind reads the same both ways; the word after the length says which way the section is written.
                little = BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]) == 0x1A2B_3C4D;
                linkTypes.Clear();
            }

            var length = Number(rest[4..], little);
            if (length < SmallestBlock || length % 4 != 0 || length > rest.Length)
            {
                return new Recording(frames, length > rest.Length ? Words.RecordingEnds.With(at) : Words.RecordingBroken.With(at));
            }

            var block = file.Slice(at, (int)length);
            if (kind == InterfaceDescription)
            {
                linkTypes.Add(little ? BinaryPrimitives.ReadUInt16LittleEndian(rest[8..]) : BinaryPrimitives.ReadUInt16BigEndian(rest[8..]));
            }
            else if (kind == EnhancedPacket)
            {
                if (Frame(block, linkTypes, little) is not { } frame)
                {
                    return new Recording(frames, Words.RecordingBroken.With(at));
                }

                frames.Add(frame);
            }

            at += (int)length;
        }

        return new Recording(frames, null);
    }

    private static RecordedFrame? Frame(ReadOnlyMemory<byte> block, List<int> linkTypes, bool little)
    {
        if (block.Length < PacketHeaderLength + 4)
        {
            return null;
        }

        var face = Number(block.Span[8..], little);
        var length = Number(block.Span[20..], little);
        return face < linkTypes.Count && length <= block.Length - PacketHeaderLength - 4
            ? new RecordedFrame(linkTypes[(int)face], block.Slice(PacketHeaderLength, (int)length))
            : null;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
