using Signage.Renderer.Boards;

namespace Signage.Renderer.Tests.Boards;

/// <summary>What cannot be made right is not made, and the reason helps.</summary>
public sealed class BoardRefusalTests
{
    public static TheoryData<string, BoardItem, string, string> Wrong => new()
    {
        { "character without glyph in the title", new("慈善\U0001F600"), "A3", "U+1F600" },
        { "character without glyph says which font", new("慈善\U0001F600"), "A3", "Noto Serif SC Black" },
        { "character without glyph in the body", new("慈善") { Body = ["好", "人\u2800"] }, "A3", "正文第 2 段：第 2 个字符" },
        { "character without glyph in the signature", new("慈善") { Signer = "\U0001F600" }, "A3", "地名或落款" },
        { "half a character", new("慈\uD83D"), "A3", "U+D83D" },
        { "no title", new(" "), "A3", "没有文字" },
        { "title of 61", new(new string('善', 61)), "A3", "61" },
        { "title that is too long for electronic paper", Samples.News with { Title = new string('善', 60) }, "epaper", "标题太长" },
        { "body beyond any size", new("慈善") { Body = [new string('善', 3001)] }, "A1", "3001" },
        { "body beyond this size tells how much it holds", new("慈善") { Body = [new string('善', 2000)] }, "A3", "约能放" },
        { "place of two lines", new("慈善") { Place = new string('遂', 90) }, "A3", "太长" },
        { "place of 61 characters", new("慈善") { Place = new string('遂', 61) }, "A3", "61" },
        { "signature that is too long for one line", new("慈善") { Signer = new string('遂', 60) }, "epaper", "一行放不下" },
        { "link with a name and a password", new("慈善") { Link = new Uri("https://name:secret@example.org/") }, "A3", "用户名或密码" },
        { "link that is no address", new("慈善") { Link = new Uri("ftp://example.org/") }, "A3", "https://" },
        { "link that is no address at all", new("慈善") { Link = new Uri("charity", UriKind.Relative) }, "A3", "https://" },
        { "link of 420", new("慈善") { Link = new Uri($"https://example.org/{new string('a', 400)}") }, "A1", "420" },
        { "link with too many modules for electronic paper", new("慈善") { Link = new Uri($"https://example.org/{new string('a', 200)}") }, "epaper", "二维码" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Png_WhenItCannotBeRight_SaysWhy(string what, BoardItem item, string size, string reason)
    {
        var refused = Assert.IsType<BoardAnswer.Refused>(Samples.Press.Png(item, Samples.Size(size), BoardTemplate.Solemn));
        Assert.True(refused.Reasons.Any(line => line.Contains(reason, StringComparison.Ordinal)), $"{what}: {string.Join("; ", refused.Reasons)}");
    }

    [Fact]
    public void Png_WhenSeveralThingsAreWrong_SaysAllOfThem() => Assert.Equal(
        3, Assert.IsType<BoardAnswer.Refused>(Samples.Press.Png(new BoardItem("慈\U0001F600\U0001F601") { Body = ["\u2800"] }, Samples.Size("A3"), BoardTemplate.Plain)).Reasons.Count);

    [Fact]
    public void Png_WhenABodyIsFarTooLong_SaysThatAlone()
    {
        var item = new BoardItem("慈善") { Body = [new string('\u2800', 100_000)], Signer = new string('\u2800', 100_000) };
        Assert.Equal(2, Reasons(item).Count);
    }

    [Fact]
    public void Png_WhenManyCharactersOfAPartAreWrong_NamesTenAndCountsTheRest()
    {
        var reasons = Reasons(new BoardItem("慈善") { Body = [new string('\u2800', 300)] });
        Assert.Equal(11, reasons.Count);
        Assert.Contains("290", reasons[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Png_WhenALinkCarriesAPassword_DoesNotRepeatIt() =>
        Assert.DoesNotContain(Reasons(new BoardItem("慈善") { Link = new Uri("https://name:secret@example.org/") }), reason => reason.Contains("secret", StringComparison.Ordinal));

    private static IReadOnlyList<string> Reasons(BoardItem item) =>
        Assert.IsType<BoardAnswer.Refused>(Samples.Press.Png(item, Samples.Size("A3"), BoardTemplate.Plain)).Reasons;

    [Fact]
    public void Png_WhenTheLongestBodyThatIsPromised_IsMade()
    {
        var refused = Assert.IsType<BoardAnswer.Refused>(Samples.Press.Png(new BoardItem("慈善") { Body = [new string('善', 2000)] }, Samples.Size("A3"), BoardTemplate.Plain));
        var holds = int.Parse(System.Text.RegularExpressions.Regex.Match(refused.Reasons[0], "约能放 ([0-9]+) 个字").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Samples.Made(Samples.Press.Png(new BoardItem("慈善") { Body = [new string('善', holds * 9 / 10)] }, Samples.Size("A3"), BoardTemplate.Plain));
    }
}
