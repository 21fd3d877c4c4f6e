using System.Buffers.Binary;

namespace Signage.Renderer.Pictures.Heads;

/// <summary>
/// The orientation in the EXIF of a JPEG (TIFF 6.0, section 2; EXIF 2.3, tag 0x0112). Only the first directory is looked through, once; nothing in it is followed, so that
/// it cannot lead round in a circle.
/// </summary>
internal static class ExifTurn
{
    private const int AsItIs = 1;
    private const int EntryLength = 12;
    private const ushort Orientation = 0x0112;
    private const ushort Short = 3;

    /// <summary>The orientation, 1 to 8; 1 where none is told or what is told makes no sense.</summary>
    /// <param name="tiff">The EXIF behind its name.</param>
    public static int Of(ReadOnlySpan<byte> tiff)
    {
        var isLittle = tiff.StartsWith("II\x2A\0"u8);
        if (tiff.Length < 8 || (!isLittle && !tiff.StartsWith("MM\0\x2A"u8)))
        {
            return AsItIs;
        }

        var first = Long(tiff[4..], isLittle);
        if (first > tiff.Length - 2)
        {
            return AsItIs;
        }

        var entries = tiff[((int)first + 2)..];
        for (var left = Word(tiff[(int)first..], isLittle); left > 0 && entries.Length >= EntryLength; left--, entries = entries[EntryLength..])
        {
            if (Word(entries, isLittle) == Orientation)
            {
                var isNumber = Word(entries[2..], isLittle) == Short && Long(entries[4..], isLittle) == 1;
                return isNumber && Word(entries[8..], isLittle) is >= 1 and <= 8 and var turn ? turn : AsItIs;
            }
        }

        return AsItIs;
    }

    private static ushort Word(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
