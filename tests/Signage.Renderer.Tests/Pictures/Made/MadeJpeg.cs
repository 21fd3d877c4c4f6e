using System.Buffers.Binary;
using System.Text;

namespace Signage.Renderer.Tests.Pictures.Made;

/// <summary>JPEG files written by ImageMagick 6.9, and what can be done to them.</summary>
internal static class MadeJpeg
{
    /// <summary>A picture of 16x8 in red, green, blue and white, baseline.</summary>
    public static byte[] Good { get; } = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFB"
        + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAACAn/xAAcEAABAwUAAAAAAAAAAAAAAAAAFxhl"
        + "ZqSl4uP/xAAWAQEBAQAAAAAAAAAAAAAAAAAIBwn/xAAbEQABBQEBAAAAAAAAAAAAAAAAFxhko+Nl4v/aAAwDAQACEQMRAD8AGyrRdxqXBsnYo2Ea4flXZFkGf1bjeoH0ymV+zONHZ9Wh/9k=");

    /// <summary>The same, progressive.</summary>
    public static byte[] Progressive { get; } = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFB"
        + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wgARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAABwj/xAAWAQEBAQAAAAAAAAAAAAAAAAAHBgj/"
        + "2gAMAwEAAhADEAAAARq4RrID84//xAAWEAEBAQAAAAAAAAAAAAAAAAAAFRb/2gAIAQEAAQUCqse//8QAGhEAAQUBAAAAAAAAAAAAAAAAABYXY6LiZP/aAAgBAwEBPwFw+W+RHT10f//EABsRAAEEAw"
        + "AAAAAAAAAAAAAAAAAWF2OiZOHi/9oACAECAQE/AWyzKdiZmrs//8QAGRAAAQUAAAAAAAAAAAAAAAAAADM0oqPh/9oACAEBAAY/AkpDuvT/xAAWEAADAAAAAAAAAAAAAAAAAAAQ8PH/2gAIAQEAAT8h"
        + "aAX/2gAMAwEAAgADAAAAELf/xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAEDAQE/EDW//8QAFBEBAAAAAAAAAAAAAAAAAAAAEP/aAAgBAgEBPxAqf//EABQQAQAAAAAAAAAAAAAAAAAAABD/2gAIAQ"
        + "EAAT8QAX//2Q==");

    /// <summary>The good one with a head of four components and nothing that says what they are.</summary>
    public static byte[] FourInks => [.. Good[..2], .. Segment(0xC0, [8, 0, 8, 0, 16, 4, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1, 4, 0x11, 0]), .. Without(Good, 0xC0)[2..]];

    /// <summary>The good one with components called R, G and B, which are Y Cb Cr all the same since it is JFIF, and with a thumbnail of one dot in its JFIF.</summary>
    public static byte[] Thumbnailed
    {
        get
        {
            byte[] called = [.. Good];
            foreach (var (at, name) in "RGB"u8.ToArray().Select((name, at) => (at, name)))
            {
                called[PlaceOf(called, 0xC0) + 10 + (3 * at)] = name;
                called[PlaceOf(called, 0xDA) + 5 + (2 * at)] = name;
            }

            return [.. called[..2], .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]), .. Without(called, 0xE0)[2..]];
        }
    }

    /// <summary>The place of a marker, of its 0xFF.</summary>
    public static int PlaceOf(byte[] file, byte marker) => file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, marker]);

    /// <summary>The good one with bytes changed behind a marker.</summary>
    public static byte[] With(byte marker, int behind, params byte[] bytes) => Changed(Good, marker, behind, bytes);

    public static byte[] Changed(byte[] file, byte marker, int behind, params byte[] bytes)
    {
        byte[] changed = [.. file];
        bytes.CopyTo(changed, PlaceOf(file, marker) + 2 + behind);
        return changed;
    }

    /// <summary>The good one as large as its head says, and no more data for it.</summary>
    public static byte[] Sized(int width, int height) => With(0xC0, 3, (byte)(height >> 8), (byte)(height & 255), (byte)(width >> 8), (byte)(width & 255));

    /// <summary>A file without its segments of a kind.</summary>
    public static byte[] Without(byte[] file, byte marker)
    {
        for (var at = PlaceOf(file, marker); at >= 0; at = PlaceOf(file, marker))
        {
            file = [.. file[..at], .. file[(at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2)))..]];
        }

        return file;
    }

    /// <summary>The good one with a segment put before the rest.</summary>
    public static byte[] And(byte marker, byte[] data) => [.. Good[..2], .. Segment(marker, data), .. Good[2..]];

    public static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)((data.Length + 2) & 255), .. data];

    /// <summary>EXIF with one entry.</summary>
    /// <param name="turn">Orientation.</param>
    /// <param name="next">Where the next directory is said to be; the first one is at 8.</param>
    public static byte[] Exif(int turn, int next = 0) =>
    [
        .. Encoding.Latin1.GetBytes("Exif\0\0MM\0*"), 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, (byte)next,
    ];
}
