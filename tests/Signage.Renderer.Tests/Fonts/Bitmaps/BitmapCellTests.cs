using Signage.Renderer.Fonts;
using Signage.Renderer.Fonts.Bitmaps;

namespace Signage.Renderer.Tests.Fonts.Bitmaps;

/// <summary>How the characters of a font stand in its cell.</summary>
public sealed class BitmapCellTests
{
    [Fact]
    public void Find_WhenInTheSample_IsItsPixelsInTheCell()
    {
        using var font = new LedFont(Told.Font(SampleBdf.Bytes(SampleBdf.Text)));
        Assert.Equal((12, 10), (font.File.Cell, font.File.Baseline));
        Assert.Equal(
            """
            ...#....#...
            ....#..#....
            .#########..
            .....#......
            ..#######...
            .....#......
            ###########.
            ...#...#....
            .#########..
            ..#.....#...
            ..#.....#...
            ..#######...
            """,
            Drawn(font.Find('善')!));
    }

    [Fact]
    public void Find_WhenACharacterLeansOut_GetsTheColumnsThatItTakes()
    {
        using var font = new LedFont(Told.Font(SampleBdf.Bytes(SampleBdf.Text)));
        var cell = font.Find('j')!;
        Assert.Equal(4, cell.Width);
        Assert.Equal(["....", "....", "....", "...#", "....", "...#", "...#", "...#", "...#", "...#", "#..#", ".##."], Drawn(cell).Split('\n'));
    }

    [Fact]
    public void Find_WhenASpace_IsDarkAndAsWideAsItSays()
    {
        using var font = new LedFont(Told.Font(SampleBdf.Bytes(SampleBdf.Text)));
        var cell = font.Find(' ')!;
        Assert.True(cell.Width == 6 && cell.Rows.All(row => row == 0));
    }

    [Theory]
    [InlineData("within", 2, 5, true, 3)]
    [InlineData("one row over the upper edge is set lower", 10, 1, true, 0)]
    [InlineData("one row over the lower edge is set higher", -3, 1, true, 11)]
    [InlineData("two rows over the upper edge", 11, 1, false, 0)]
    [InlineData("two rows over the lower edge", -4, 1, false, 0)]
    [InlineData("higher than the cell", -3, 13, false, 0)]
    public void Find_WhenAMarkStandsHere_IsWholeOrNotLit(string what, int bottom, int height, bool lit, int row)
    {
        var marked = SampleBdf.Text.Replace("BBX 17 1 0 4\nBITMAP\nFFFF80", $"BBX 8 {height} 0 {bottom}\nBITMAP\n{string.Join('\n', Enumerable.Repeat("C0", height))}", StringComparison.Ordinal);
        using var font = new LedFont(Told.Font(SampleBdf.Bytes(marked)));
        var cell = font.Find('—');
        Assert.True(cell is not null == lit, what);
        if (cell is not null)
        {
            Assert.Equal((what, row, height), (what, Array.FindIndex(cell.Rows, line => line != 0), cell.Rows.Count(line => line != 0)));
        }
    }

    private static string Drawn(GlyphCell cell) =>
        string.Join('\n', Enumerable.Range(0, cell.Rows.Length).Select(y => string.Concat(Enumerable.Range(0, cell.Width).Select(x => cell.IsLit(x, y) ? '#' : '.'))));
}
