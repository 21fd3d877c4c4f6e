using System.Globalization;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>
/// A stored programme of one picture area, as its two files (section 9 of docs/protocols/onbon-bx6.md): <c>Dnnn</c> with the pixels of all pages, then
/// <c>Pnnn</c>, which says how they are played. What the vendor's software writes beside that is written the same and not read.
/// </summary>
/// <param name="Number">0 to 999.</param>
/// <param name="Area">The area; what belongs to dynamic areas alone (id, run mode, play at once) is not in it.</param>
internal sealed record Bx6Programme(int Number, Bx6Area Area)
{
    private const int PixelHead = 13;
    private const int FixedArea = 21;
    private const int BeforeArea = 32;
    private const byte Opaque = 0x65;

    /// <summary>Month and day of the first day, binary-coded decimals; the year is FFFF, which means always.</summary>
    public ushort FirstDay { get; init; } = 0x0101;

    /// <summary>The name of its programme file.</summary>
    public string Name => NameOf(Number);

    /// <summary>The name of the file that holds its pixels.</summary>
    public string PixelName => PixelNameOf(Number);

    /// <summary>The programme file of a number.</summary>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"P{number:000}");

    /// <summary>The pixel file of a number.</summary>
    public static string PixelNameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"D{number:000}");

    /// <summary>The number in the name of either file; null when it is the name of something else.</summary>
    public static int? NumberIn(string name) =>
        name is ['P' or 'D', ..] && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Both files, in the order in which they go to a card.</summary>
    public IReadOnlyList<Bx6File> Files()
    {
        var pixels = new byte[PixelHead - 1 - Bx6File.NameLength + Area.Pages.Sum(page => page.Bitmap.Length)];
        var body = new byte[BeforeArea + FixedArea + (Area.Pages.Count * Bx6PageHead.Length)];
        var pixelWriter = new Bx6Writer(pixels);
        pixelWriter.Zeros(PixelHead - 1 - Bx6File.NameLength);
        var writer = new Bx6Writer(body);
        WriteHead(ref writer);
        WriteArea(ref writer);
        var offset = PixelHead + 1;   // recorded: 14 for the first page, behind a head of 13 bytes; counted from 1
        foreach (var page in Area.Pages)
        {
            Bx6PageHead.Write(page, offset, ref writer);
            pixelWriter.Bytes(page.Bitmap.Span);
            offset += page.Bitmap.Length;
        }

        return [Bx6File.Seal(PixelName, Bx6File.Pixels, pixels), Bx6File.Seal(Name, Bx6File.Programme, body)];
    }

    /// <summary>Reads both files as a card does; null when they make no sense together.</summary>
    public static Bx6Programme? Read(Bx6File programme, Bx6File pixels)
    {
        if (NumberIn(programme.Name) is not { } number || programme.Type != Bx6File.Programme || pixels.Type != Bx6File.Pixels)
        {
            return null;
        }

        var reader = new Bx6Reader(programme.Content[..^Bx6File.CheckLength]);
        reader.Skip(1 + Bx6File.NameLength + BeforeArea - 5);
        var areas = reader.One();
        var length = reader.Four();
        var before = reader.Position;
        var area = ReadArea(ref reader, out var pages);
        return reader.Short || areas != 1 || reader.Position - before != length || Light(pages, pixels.Content) is not { } lit
            ? null
            : new Bx6Programme(number, area with { Pages = lit });
    }

    private void WriteHead(ref Bx6Writer writer)
    {
        writer.One(0);   // style
        writer.One(0);   // priority
        writer.One(1);   // plays once each time that its turn comes
        writer.Two(5);   // span, as recorded
        writer.Zeros(1 + 7 + 2);   // special, reserved, speed adjustment
        writer.One(0xFF);   // every day of the week
        writer.Two(0xFFFF);
        writer.One(FirstDay >> 8);
        writer.One(FirstDay & 0xFF);
        writer.Bytes([0x99, 0x20, 0x12, 0x31]);   // last day, year low byte first
        writer.Zeros(3);   // no periods of the day, no frame, no voice
        writer.One(1);   // areas
    }

    private void WriteArea(ref Bx6Writer writer)
    {
        writer.Four((uint)(FixedArea + (Area.Pages.Count * Bx6PageHead.Length)));
        writer.One(Area.AreaType);
        writer.Two(Area.X);
        writer.Two(Area.Y);
        writer.Two(Area.Width);
        writer.Two(Area.Height);
        writer.One(Area.FrameFlag);
        writer.One(0);   // background
        writer.One(Opaque);
        writer.Zeros(1 + 1 + 5);   // same background, sound, reserved
        writer.Two(Area.Pages.Count);
    }

    private static Bx6Area ReadArea(ref Bx6Reader reader, out List<(Bx6Page Page, uint Offset, uint Length)> pages)
    {
        var type = reader.One();
        var (x, y, width, height, frame) = (reader.Two(), reader.Two(), reader.Two(), reader.Two(), reader.One());
        reader.Skip(9);
        pages = [];
        for (var left = reader.Two(); left > 0 && !reader.Short; left--)
        {
            pages.Add(Bx6PageHead.Read(ref reader));
        }

        return new Bx6Area(0, x, y, width, height, []) { AreaType = type, FrameFlag = frame };
    }

    private static List<Bx6Page>? Light(List<(Bx6Page Page, uint Offset, uint Length)> pages, ReadOnlyMemory<byte> pixels)
    {
        var lit = new List<Bx6Page>(pages.Count);
        foreach (var (page, offset, length) in pages)
        {
            if (offset <= PixelHead || (ulong)offset - 1 + length > (ulong)(pixels.Length - Bx6File.CheckLength))
            {
                return null;
            }

            lit.Add(page with { Bitmap = pixels.Slice((int)offset - 1, (int)length) });
        }

        return lit;
    }
}
