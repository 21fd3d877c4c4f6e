using Signage.Core.Programmes;
using Signage.Trust.Screening;
using Signage.Trust.Screening.Lists;

namespace Signage.Trust.Tests.Screening;

public sealed class ScreenTests
{
    private static readonly Screen Screen = new(ShippedLists.All, CharityPack.Instance.Slogans.Select(slogan => slogan.Text));
    private static readonly ScreenContext Suining = new() { OwnPlaces = ["遂宁", "船山区", "安居区", "蓬溪", "射洪", "大英县"] };

    [Theory]
    [InlineData("中华慈善曰", "曰", "日")]
    [InlineData("逐宁市民政局", "逐", "遂")]
    [InlineData("遂宁巿民政局", "巿", "市")]
    [InlineData("慈善惠民生，辛福遂宁城。", "辛", "幸")]
    [InlineData("人入做慈善，携手共赋能。", "入", "人")]
    [InlineData("慈善万人行，行出逐宁路。", "逐", "遂")]
    public void S23_Sign_WhenItAltersAListedNameOrSlogan_MustBeDecided(string text, string wrong, string right)
    {
        var finding = Assert.Single(Screen.Look(text, Suining).Findings, one => one.Kind == FindingKind.MistakenSign);
        Assert.Equal((FindingSeverity.MustDecide, right), (finding.Severity, finding.Fix));
        Assert.Equal(wrong, text.Substring(finding.Place.Start, finding.Place.Length));
    }

    [Theory]
    [InlineData("末来可期", "末", "未")]
    [InlineData("自已动手", "已", "己")]
    [InlineData("治理环境，政冶清明", "冶", "治")]
    [InlineData("选拨人才", "拨", "拔")]
    [InlineData("气侯宜人", "侯", "候")]
    [InlineData("荼叶飘香", "荼", "茶")]
    [InlineData("烈土永垂不朽", "土", "士")]
    [InlineData("千部下乡", "千", "干")]
    [InlineData("人囗普查与入户走访，人才济济，人困顿", "", "")]
    public void S23_Sign_WhenItAltersACommonWord_IsAHint(string text, string wrong, string right)
    {
        var found = Screen.Look(text, Suining).Findings.Where(one => one.Kind == FindingKind.MistakenSign).ToArray();
        if (wrong.Length == 0)
        {
            Assert.Empty(found);
            return;
        }

        Assert.Equal((FindingSeverity.Hint, right), (Assert.Single(found).Severity, found[0].Fix));
        Assert.Equal(wrong, text.Substring(found[0].Place.Start, found[0].Place.Length));
    }

    // 末 and 入 belong to words of their own here.
    [Theory]
    [InlineData("周末来社区看书")]
    [InlineData("工作人员入户走访")]
    [InlineData("入口在左")]
    [InlineData("人口普查")]
    public void S23_Sign_WhenItBelongsToAWordOfItsOwn_IsRight(string text) => Assert.Empty(Screen.Look(text, Suining).Findings);

    [Fact]
    public void S23_Groups_WhenCounted_AreAtLeastForty() =>
        Assert.True(Signage.Trust.Screening.Folding.SignTables.Groups("typos.txt").Count() >= 40);

    [Theory]
    [InlineData("中華慈善日", "中华慈善日")]
    [InlineData("中华慈悲日", null)]
    [InlineData("习近平新时代中国特色社会主义理想", null)]
    [InlineData("习近平新时代中国特色主义思想", null)]
    [InlineData("习近平新时代中国特社会主义思想", "习近平新时代中国特色社会主义思想")]
    [InlineData("习近平新时代中国特色的社会主义思想", "习近平新时代中国特色社会主义思想")]
    [InlineData("遂宁市慈善总总会", "遂宁市慈善总会")]
    [InlineData("习近平新时代中国持色社会主义思想", "习近平新时代中国特色社会主义思想")]
    public void Name_WhenOneSignIsAnother_MustBeDecidedWithTheRightOneOffered(string text, string? right)
    {
        var found = Screen.Look($"学习{text}。", Suining).Findings.Where(one => one.Kind == FindingKind.NotExact).ToArray();
        if (right is null)
        {
            // 中华慈悲日 differs inside, and is found; two signs away, or at the edge, it is another name.
            Assert.All(found, finding => Assert.Equal(FindingSeverity.MustDecide, finding.Severity));
            Assert.Equal(text.Contains('悲', StringComparison.Ordinal) || text.Contains('理', StringComparison.Ordinal), found.Length > 0);
            return;
        }

        Assert.Contains(found, finding => finding.Fix == right && finding.Severity == FindingSeverity.MustDecide && finding.Place.Start == 2 && finding.Place.Length == text.Length);
    }

    [Theory]
    [InlineData("中华慈善日快到了")]
    [InlineData("中华慈善总会")]
    [InlineData("中华\n慈善日")]
    [InlineData("中华慈善　日")]
    [InlineData("南宁市与遂宁市")]
    public void Name_WhenRightOrAnother_IsNoFinding(string text) =>
        Assert.DoesNotContain(Screen.Look(text, Suining with { SeveralLines = true }).Findings, finding => finding.Kind == FindingKind.NotExact);

    [Fact]
    public void Place_WhenOfAnotherTown_MustBeDecided()
    {
        var finding = Assert.Single(Screen.Look("慈善惠民生，幸福绵阳城。", Suining).Findings);
        Assert.Equal((FindingKind.OtherPlace, FindingSeverity.MustDecide, "绵阳", "places-sichuan", "1"), (finding.Kind, finding.Severity, finding.Word, finding.ListId, finding.ListVersion));
        Assert.Empty(Screen.Look("幸福遂州城，仁者乐山", Suining).Findings);
        Assert.Empty(Screen.Look("幸福绵阳城", ScreenContext.Plain).Findings);
    }

    [Theory]
    [InlineData("代开发票", FindingSeverity.Refused)]
    [InlineData("代開發票", FindingSeverity.Refused)]
    [InlineData("代 开 发 票", FindingSeverity.MustDecide)]
    [InlineData("daikai发票", FindingSeverity.MustDecide)]
    [InlineData("网上dǔ chǎng", FindingSeverity.MustDecide)]
    public void Word_WhenForbidden_IsRefusedAsItStandsAndDecidedInDisguise(string text, FindingSeverity severity) =>
        Assert.Equal(severity, Assert.Single(Screen.Look($"电话{text}。", Suining).Findings, one => one.Kind == FindingKind.ForbiddenWord).Severity);

    [Theory]
    [InlineData("拒绝赌博")]
    [InlineData("小明的 audubon 画册")]
    public void Word_WhenInARightPhraseOrInsideAnother_IsNoFinding(string text) => Assert.Empty(Screen.Look(text, Suining).Findings);

    [Fact]
    public void Words_WhenTheyOverlap_AreAllTold()
    {
        WordEntry[] words = [new("慈善"), new("善举"), new("慈善举动")];
        var screen = new Screen([new WordList("own", "7", new DateOnly(2026, 1, 1), WordListKind.Forbidden, "自有", words)], []);
        Assert.Equal(["慈善", "善举", "慈善举动"], screen.Look("慈善举动", ScreenContext.Plain).Findings.Select(finding => finding.Word).OrderBy(word => Array.FindIndex(words, entry => entry.Word == word)));
        Assert.Contains(new ListVersion("own", "7"), screen.Look("", ScreenContext.Plain).Lists);
    }

    [Theory]
    [InlineData("р\u0430ypal", 0, 6)]
    [InlineData("欢迎wi\u0441hes", 2, 6)]
    [InlineData("人ロ普查", 1, 1)]
    public void Word_WhenItMixesScripts_MustBeDecided(string text, int start, int length)
    {
        var finding = Assert.Single(Screen.Look(text, Suining).Findings, one => one.Kind == FindingKind.MixedScripts);
        Assert.Equal((FindingSeverity.MustDecide, start, length), (finding.Severity, finding.Place.Start, finding.Place.Length));
    }

    [Theory]
    [InlineData("5G网络、卡拉OK、PM2.5、3μm")]
    [InlineData("привет")]
    public void Word_WhenItHasOneScriptOrIsAUnit_IsNoFinding(string text) => Assert.Empty(Screen.Look(text, Suining).Findings);

    [Fact]
    public void Text_WhenNotInNormalForm_IsRefusedWithTheNormalOneOffered()
    {
        var report = Screen.Look("cafe\u0301", ScreenContext.Plain);
        Assert.Equal((FindingKind.NotNormal, "caf\u00E9"), Assert.Single(report.Findings) is var finding ? (finding.Kind, finding.Fix) : default);
        Assert.True(report.IsRefused);
    }

    [Fact]
    public void I9_Digest_WhenScreened_IsThatOfTheRevision() =>
        Assert.Equal(RevisionDigest.Of("慈善新时代"), Screen.Look("慈善新时代", ScreenContext.Plain).Digest);

    [Fact]
    public void Text_WhenTooLong_IsRefusedUnread() =>
        Assert.Equal(FindingKind.TooMuch, Assert.Single(Screen.Look(new string('善', Screen.LongestText + 1), ScreenContext.Plain).Findings).Kind);

    [Fact]
    public void Findings_WhenTooMany_AreCutAndSaidSo()
    {
        var report = Screen.Look(string.Concat(Enumerable.Repeat("自已\t代开发票", 2_000)), ScreenContext.Plain);
        Assert.Equal(Screen.MostFindings + 1, report.Findings.Count);
        Assert.Equal(FindingKind.TooMuch, report.Findings[^1].Kind);
        Assert.True(report.IsRefused);
    }

    [Fact]
    public void Lists_WhenTwoHaveOneId_AreRefused() => Assert.Throws<ArgumentException>(() => new Screen([ShippedLists.All[0], ShippedLists.All[0]], []));
}
