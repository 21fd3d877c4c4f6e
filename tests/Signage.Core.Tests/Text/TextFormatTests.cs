using System.Globalization;
using Signage.Core.Text;

namespace Signage.Core.Tests.Text;

public sealed class TextFormatTests
{
    [Fact]
    public void With_WhenThereIsAValueForEachPlace_FillsThem() =>
        Assert.Equal("east: 16 rows, U+6C38, {}", "{1}: {0} rows, U+{2:X4}, {{}}".With(16, "east", 0x6C38));

    [Fact]
    public void With_WhenThereIsNoValue_LeavesAnEmptyPlace() => Assert.Equal("''", "'{0}'".With([null]));

    [Theory]
    [InlineData("{0} {1}", 1)]
    [InlineData("{0}", 2)]
    [InlineData("no place", 1)]
    public void With_WhenValuesAndPlacesDiffer_Throws(string text, int values) =>
        Assert.Throws<ArgumentException>(() => text.With(new object[values]));

    [Fact]
    public void With_WhenTheMachineSpeaksAnotherLanguage_WritesNumbersTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("2.5 s", "{0:0.0} s".With(2.5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
