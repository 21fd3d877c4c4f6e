using System.Globalization;
using Signage.Renderer.Fonts;
using Signage.Renderer.Fonts.Coverage;
using Signage.Renderer.Tests.Fonts.Bitmaps;

namespace Signage.Renderer.Tests.Fonts.Coverage;

/// <summary>The lists that fonts are held against, and what the program's own fonts light of them.</summary>
public sealed class CharacterListTests
{
    private static readonly string[] Ids = ["ascii", "gb2312", "general", "general-1", "general-2", "general-3"];

    [Fact]
    public void All_WhenCounted_HaveTheNumbersThatTheirStandardsSay()
    {
        Assert.Equal(Ids.Zip([94, 6763, 8105, 3500, 3000, 1605]), CharacterLists.All.Select(list => (list.Id, list.CodePoints.Count)));
        Assert.All(CharacterLists.All, list => Assert.Distinct(list.CodePoints));
    }

    [Theory]
    [InlineData("gb2312", "kGB0")]
    [InlineData("general", "kTGH")]
    public void All_WhenUnihanIsAsked_AreItsCharactersInItsOrder(string id, string property)
    {
        var file = Outside.Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2", "unicode-data");
        var entries = Outside.Lines(Outside.Run("bzcat", "bzip2", file))
            .Select(line => line.Split('\t'))
            .Where(fields => fields.Length == 3 && fields[1] == property)
            .Select(fields => (Code: int.Parse(fields[0][2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture), Place: int.Parse(fields[2].Split(':')[^1], CultureInfo.InvariantCulture)))
            .OrderBy(entry => entry.Place)
            .Select(entry => entry.Code);
        Assert.Equal(entries, CharacterLists.All.Single(list => list.Id == id).CodePoints);
    }

    [Fact]
    public void Of_WhenUnifont_LacksWhatLiesOutsideTheBasicPlaneAndNothingElse()
    {
        using var font = new LedFont(FontFile.Unifont);
        var coverage = FontCoverage.Of(font).ToDictionary(part => part.List.Id);
        Assert.Equal((94, 6763), (coverage["ascii"].Lit, coverage["gb2312"].Lit));
        Assert.Equal(196, coverage["general"].Missing.Count);
        Assert.All(coverage["general"].Missing, code => Assert.True(code > 0xFFFF));
    }

    [Fact]
    public void Of_WhenAFontHasACharacterThatItCannotShow_CountsItAsMissing()
    {
        // 善 in a box of thirteen rows has no place in a cell of twelve.
        var tall = SampleBdf.Text.Replace("BBX 11 12 0 -2\nBITMAP\n1080", "BBX 11 13 0 -2\nBITMAP\n1080\n1080", StringComparison.Ordinal);
        using var whole = new LedFont(Told.Font(SampleBdf.Bytes(SampleBdf.Text)));
        using var cut = new LedFont(Told.Font(SampleBdf.Bytes(tall)));
        Assert.Equal((1, 0), (Lit(whole), Lit(cut)));

        static int Lit(LedFont font) => FontCoverage.Of(font).Single(part => part.List.Id == "gb2312").Lit;
    }
}
