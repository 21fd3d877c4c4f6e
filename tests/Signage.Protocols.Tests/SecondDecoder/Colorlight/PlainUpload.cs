using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Signage.Protocols.Tests.SecondDecoder.Colorlight;

/// <summary>A picture and how it is played, read from an upload by the wire's page alone.</summary>
internal sealed record PlainPicture(int Width, int Height, string Rgb, string File, int Duration, int EffectType, int EffectTime);

/// <summary>A second, strict reading of an upload: only what docs/protocols/colorlight.md, section 3, allows, and exactly what we promise to send.</summary>
internal static class PlainUpload
{
    /// <summary>Reads the body of a form.</summary>
    /// <exception cref="InvalidDataException">A rule is broken; the message says which.</exception>
    public static IReadOnlyList<PlainPicture> Read(string path, string contentType, byte[] body)
    {
        var file = path["/api/program/".Length..];
        Require(file.EndsWith(".vsn", StringComparison.Ordinal) && file.Length <= 20, "name");
        var text = Encoding.Latin1.GetString(body);
        var fence = "--" + contentType.Split("boundary=")[1];
        var pieces = text.Split(fence);
        Require(pieces[0].Length == 0 && pieces[^1] == "--\r\n", "fences");

        var files = new Dictionary<string, string>();
        foreach (var (index, piece) in pieces[1..^1].Index())
        {
            var (head, data) = piece.Split("\r\n\r\n", 2) is [var left, var right] ? (left, right) : throw new InvalidDataException("head");
            Require(head.Contains($"name=\"f{index + 1}\"", StringComparison.Ordinal) && data.EndsWith("\r\n", StringComparison.Ordinal), "part");
            files.Add(head.Split("filename=\"")[1].Split('"')[0], data[..^2]);
        }

        using var json = JsonDocument.Parse(Encoding.Latin1.GetBytes(files[file]));
        var program = json.RootElement.GetProperty("Programs").GetProperty("Program");
        var page = program.GetProperty("Pages").EnumerateArray().Single();
        var region = page.GetProperty("Regions").EnumerateArray().Single();
        var (width, height) = (Number(program.GetProperty("Information"), "Width"), Number(program.GetProperty("Information"), "Height"));
        var rect = region.GetProperty("Rect");
        Require((Number(rect, "X"), Number(rect, "Y"), Number(rect, "Width"), Number(rect, "Height")) == (0, 0, width, height), "region");
        Require(Number(page, "LoopType") == 1, "loop type");

        var items = region.GetProperty("Items").EnumerateArray().Select(item =>
        {
            Require(Number(item, "Type") == 2 && Number(item, "ReserveAS") == 0, "item");
            var source = item.GetProperty("FileSource");
            var name = source.GetProperty("FilePath").GetString()!;
            Require(Number(source, "IsRelative") == 1 && name.StartsWith($@".\{file[..^4]}.files\", StringComparison.Ordinal), "path");
            var png = Encoding.Latin1.GetBytes(files[name.Split('\\')[^1]]);
            Require((Big(png, 16), Big(png, 20)) == (width, height), "size of the picture");
            var effect = item.GetProperty("inEffect");
            return new PlainPicture(width, height, Rgb(png, width, height), name, Number(item, "Duration"), Number(effect, "Type"), Number(effect, "Time"));
        }).ToArray();
        Require(Number(page, "AppointDuration") == items.Sum(item => item.Duration), "length of the page");
        Require(files.Count == 1 + items.Select(item => item.File).Distinct().Count(), "files that nobody names");
        return items;
    }

    // True colour, no filter: what we promise. The rest of the format is the player's affair.
    private static string Rgb(byte[] png, int width, int height)
    {
        Require(Convert.ToHexString(png.AsSpan(0, 16)) == "89504E470D0A1A0A0000000D49484452" && Convert.ToHexString(png.AsSpan(24, 5)) == "0802000000", "header of the picture");
        var length = Big(png, 33);
        Require(Encoding.ASCII.GetString(png, 37, 4) == "IDAT" && Encoding.ASCII.GetString(png, 41 + length + 8, 4) == "IEND", "chunks of the picture");
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress))
        {
            packed.CopyTo(rows);
        }

        var bytes = rows.ToArray();
        Require(bytes.Length == height * (1 + (3 * width)), "rows of the picture");
        return string.Concat(Enumerable.Range(0, height).Select(y =>
        {
            Require(bytes[y * (1 + (3 * width))] == 0, "filter");
            return Convert.ToHexString(bytes, (y * (1 + (3 * width))) + 1, 3 * width);
        }));
    }

    private static int Big(byte[] bytes, int at) => (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];

    private static int Number(JsonElement of, string name) => int.Parse(of.GetProperty(name).GetString()!, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidDataException(what);
        }
    }
}
