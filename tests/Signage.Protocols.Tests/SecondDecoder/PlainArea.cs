namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>One dynamic area of an update, protocol page, section 6.</summary>
internal sealed record PlainArea(
    int Id,
    int RunMode,
    int TimeoutSeconds,
    int WithAllProgrammes,
    int[] Programmes,
    int PlayAtOnce,
    int X,
    int Y,
    int Width,
    int Height,
    IReadOnlyList<PlainPage> Pages)
{
    /// <summary>The areas in the data of an A7 00 request.</summary>
    /// <exception cref="FormatException">The data is not what the page describes.</exception>
    public static IReadOnlyList<PlainArea> ReadAll(byte[] data)
    {
        // Two walks: the pixels stand behind the last description, and only then is it known where.
        var places = new List<(int Offset, int Length)>();
        var cursor = new PlainCursor(data);
        var areas = Enumerable.Range(0, cursor.Two()).Select(_ => Read(cursor, places)).ToList();
        var block = cursor.Rest();
        if (places.Sum(place => place.Length) != block.Length)
        {
            throw new FormatException("the pages do not use up the block of pixels");
        }

        var next = 0;
        return [.. areas.Select(area => area with { Pages = [.. area.Pages.Select(page => page with { Pixels = Slice(block, places[next++]) })] })];
    }

    /// <summary>Every field in one line and a line a page: two areas are the same when their text is.</summary>
    public override string ToString() =>
        $"area {Id} run {RunMode} timeout {TimeoutSeconds} all {WithAllProgrammes} of [{string.Join(' ', Programmes)}] at once {PlayAtOnce} " +
        $"{X},{Y} {Width}x{Height}\n{string.Join('\n', Pages)}";

    private static byte[] Slice(byte[] block, (int Offset, int Length) place)
    {
        var cursor = new PlainCursor(block);
        cursor.Skip(place.Offset);
        return cursor.Bytes(place.Length);
    }

    private static PlainArea Read(PlainCursor cursor, List<(int Offset, int Length)> places)
    {
        var length = cursor.Four();
        var start = cursor.Position;
        var id = cursor.One();
        var runMode = cursor.One();
        var timeout = cursor.Two();
        var withAll = cursor.One();
        var programmes = Enumerable.Range(0, cursor.Two()).Select(_ => cursor.Two()).ToArray();
        var atOnce = cursor.One();
        cursor.Skip(4);
        if (cursor.One() != 0x10)
        {
            throw new FormatException("not a picture area");
        }

        var (x, y, width, height) = (cursor.Two(), cursor.Two(), cursor.Two(), cursor.Two());
        if (cursor.One() != 0)
        {
            throw new FormatException("a frame flag is not described");
        }

        cursor.Skip(9);
        var pages = Enumerable.Range(0, cursor.Two()).Select(_ => ReadPage(cursor, places)).ToList();
        return cursor.Position == start + length
            ? new PlainArea(id, runMode, timeout, withAll, programmes, atOnce, x, y, width, height, pages)
            : throw new FormatException("length of the description");
    }

    private static PlainPage ReadPage(PlainCursor cursor, List<(int Offset, int Length)> places)
    {
        if (cursor.Four() != 0x1A)
        {
            throw new FormatException("length of a page head");
        }

        var (style, mode, clear, speed) = (cursor.One(), cursor.One(), cursor.One(), cursor.One());
        var (stay, repeat, validWidth) = (cursor.Two(), cursor.One(), cursor.Two());
        cursor.Skip(9);
        places.Add((cursor.Four(), cursor.Four()));
        return new PlainPage(style, mode, clear, speed, stay, repeat, validWidth, []);
    }
}
