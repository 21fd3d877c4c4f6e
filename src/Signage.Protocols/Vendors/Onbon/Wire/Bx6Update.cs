using System.Buffers.Binary;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>The data of A7 00: area descriptions, then the pixels of all pages in one block (section 6 of docs/protocols/onbon-bx6.md).</summary>
/// <param name="Areas">The areas in order.</param>
internal sealed record Bx6Update(IReadOnlyList<Bx6Area> Areas)
{
    private const int FixedInfo = 33;

    /// <summary>Bytes of the data for one area with one page.</summary>
    /// <param name="pixels">Bytes of the page's pixels.</param>
    public static int OnePageLength(int pixels) => 2 + 4 + FixedInfo + Bx6PageHead.Length + pixels;

    /// <summary>The data as it stands in the body.</summary>
    public byte[] Write()
    {
        var infoLength = Areas.Sum(InfoLength);
        var pixels = Areas.Sum(area => area.Pages.Sum(page => page.Bitmap.Length));
        var data = new byte[2 + (4 * Areas.Count) + infoLength + pixels];
        var writer = new Bx6Writer(data);
        writer.Two(Areas.Count);
        var offset = 0;
        foreach (var area in Areas)
        {
            WriteInfo(area, ref writer, ref offset);
        }

        foreach (var page in Areas.SelectMany(area => area.Pages))
        {
            writer.Bytes(page.Bitmap.Span);
        }

        return data;
    }

    /// <summary>Reads the data of an update as a card does; null with a reason when it makes no sense.</summary>
    public static Bx6Update? Read(ReadOnlyMemory<byte> data, out string? complaint)
    {
        var reader = new Bx6Reader(data);
        var count = reader.Two();
        var drafts = new List<(Bx6Area Area, List<(Bx6Page Page, uint Offset, uint Length)> Pages)>();
        for (var i = 0; i < count && !reader.Short; i++)
        {
            var length = reader.Four();
            var before = reader.Position;
            drafts.Add(ReadInfo(ref reader));
            if (!reader.Short && reader.Position - before != length)
            {
                complaint = $"area {i + 1} is described in {reader.Position - before} bytes, its length says {length}";
                return null;
            }
        }

        if (reader.Short)
        {
            complaint = "the description of the areas is cut short";
            return null;
        }

        var block = data[reader.Position..];
        return Assemble(drafts, block, out complaint);
    }

    private static Bx6Update? Assemble(
        List<(Bx6Area Area, List<(Bx6Page Page, uint Offset, uint Length)> Pages)> drafts, ReadOnlyMemory<byte> block, out string? complaint)
    {
        complaint = null;
        var areas = new List<Bx6Area>(drafts.Count);
        foreach (var (area, pages) in drafts)
        {
            var whole = new List<Bx6Page>(pages.Count);
            foreach (var (page, offset, length) in pages)
            {
                if ((ulong)offset + length > (ulong)block.Length)
                {
                    complaint = $"pixels {offset}..{(ulong)offset + length} lie outside the block of {block.Length} bytes";
                    return null;
                }

                whole.Add(page with { Bitmap = block.Slice((int)offset, (int)length) });
            }

            areas.Add(area with { Pages = whole });
        }

        return new Bx6Update(areas);
    }

    private static int InfoLength(Bx6Area area) => FixedInfo + (2 * area.Programs.Count) + (area.Pages.Count * Bx6PageHead.Length);

    private static void WriteInfo(Bx6Area area, ref Bx6Writer writer, ref int offset)
    {
        writer.Four((uint)InfoLength(area));
        writer.One(area.Id);
        writer.One(area.RunMode);
        writer.Two(area.Timeout);
        writer.One(area.AllPrograms);
        writer.Two(area.Programs.Count);
        foreach (var program in area.Programs)
        {
            writer.Two(program);
        }

        writer.One(area.Immediate);
        writer.Zeros(4);
        writer.One(area.AreaType);
        writer.Two(area.X);
        writer.Two(area.Y);
        writer.Two(area.Width);
        writer.Two(area.Height);
        writer.One(area.FrameFlag);
        writer.Zeros(9);
        writer.Two(area.Pages.Count);
        foreach (var page in area.Pages)
        {
            Bx6PageHead.Write(page, offset, ref writer);
            offset += page.Bitmap.Length;
        }
    }

    private static (Bx6Area Area, List<(Bx6Page Page, uint Offset, uint Length)> Pages) ReadInfo(ref Bx6Reader reader)
    {
        var (id, run, timeout, all) = (reader.One(), reader.One(), reader.Two(), reader.One());
        var programs = new List<ushort>();
        for (var left = reader.Two(); left > 0 && !reader.Short; left--)
        {
            programs.Add(reader.Two());
        }

        var immediate = reader.One();
        reader.Skip(4);
        var type = reader.One();
        var (x, y, width, height, frame) = (reader.Two(), reader.Two(), reader.Two(), reader.Two(), reader.One());
        reader.Skip(9);
        var pages = new List<(Bx6Page, uint, uint)>();
        for (var left = reader.Two(); left > 0 && !reader.Short; left--)
        {
            pages.Add(Bx6PageHead.Read(ref reader));
        }

        var area = new Bx6Area(id, x, y, width, height, [])
        {
            RunMode = run,
            Timeout = timeout,
            AllPrograms = all,
            Programs = programs,
            Immediate = immediate,
            AreaType = type,
            FrameFlag = frame,
        };
        return (area, pages);
    }
}
