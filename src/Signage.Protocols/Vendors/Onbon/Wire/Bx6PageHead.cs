namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>What stands before the pixels of a page, the same in dynamic areas and in stored programmes (section 6 of docs/protocols/onbon-bx6.md).</summary>
internal static class Bx6PageHead
{
    private const uint Rest = 26;

    /// <summary>Bytes of one head.</summary>
    public const int Length = 4 + (int)Rest;

    /// <summary>Writes one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="offset">Where its pixels are said to be.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(Bx6Page page, int offset, ref Bx6Writer writer)
    {
        writer.Four(Rest);
        writer.One(page.Style);
        writer.One(page.DisplayMode);
        writer.One(page.ClearMode);
        writer.One(page.Speed);
        writer.Two(page.Stay);
        writer.One(page.Repeat);
        writer.Two(page.ValidWidth);
        writer.Zeros(9);
        writer.Four((uint)offset);
        writer.Four((uint)page.Bitmap.Length);
    }

    /// <summary>Reads one; the page comes without its pixels.</summary>
    public static (Bx6Page Page, uint Offset, uint Length) Read(ref Bx6Reader reader)
    {
        reader.ExpectFour(Rest);
        var (style, mode, clear, speed, stay, repeat, valid) =
            (reader.One(), reader.One(), reader.One(), reader.One(), reader.Two(), reader.One(), reader.Two());
        reader.Skip(9);
        return (new Bx6Page(mode, speed, stay, repeat, valid, default) { Style = style, ClearMode = clear }, reader.Four(), reader.Four());
    }
}
