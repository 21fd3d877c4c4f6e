using CsCheck;
using Signage.Core.Alerts;
using Signage.Core.Alerts.Forms;
using Signage.Core.Tests.Alerts.Cap;

namespace Signage.Core.Tests.Alerts;

/// <summary>Which words stand on the sign, and that none of them is ours.</summary>
public sealed class AlertWordsTests
{
    [Theory]
    [InlineData("暴雨橙色预警", "预计有大到暴雨", "请勿涉水", "【暴雨橙色预警】预计有大到暴雨。请勿涉水")]
    [InlineData("暴雨橙色预警", "预计有大到暴雨。", "请勿涉水。", "【暴雨橙色预警】预计有大到暴雨。请勿涉水。")]
    [InlineData("暴雨橙色预警", "暴雨橙色预警", "请勿涉水。", "【暴雨橙色预警】请勿涉水。")]
    [InlineData("暴雨橙色预警", null, null, "【暴雨橙色预警】")]
    [InlineData("暴雨橙色预警", "雨量将达50mm", "请勿涉水", "【暴雨橙色预警】雨量将达50mm。请勿涉水")]
    [InlineData("STORM", "STORM WARNING", "TAKE COVER.", "【STORM】STORM WARNING. TAKE COVER.")]
    [InlineData("暴\u202E雨\u0007预警", "<b>预计</b>\n   有<br/>大雨", "风速<5级", "【暴雨预警】预计有大雨。风速<5级")]
    [InlineData("e\u0301", null, null, "【é】")]
    [InlineData("台风🌀橙色预警", "😀", "撤离👨‍👩‍👧‍👦到3️⃣楼🏃🏽‍♀️！", "【台风橙色预警】撤离到3楼！")]
    [InlineData("STORM🌪️WARNING", "⛈️ ⚠️", null, "【STORM WARNING】")]
    [InlineData("暴雨", "🚫涉水！❌停留", null, "【暴雨】🚫涉水！❌停留")]
    [InlineData("葛\U000E0100城暴雨⚠", null, null, "【葛城暴雨⚠】")]
    public void Of_WhenShort_IsTheTemplateFilled(string happens, string? headline, string? instruction, string words) =>
        Assert.Equal(words, AlertWords.Of(Info(happens, headline, instruction), AlertTemplate.Usual));

    [Fact]
    public void Of_WhenLong_IsCutBehindASentence()
    {
        var info = Info("暴雨", "一二三。四五六！“七八。”", "九十");
        Assert.Equal("【暴雨】一二三。四五六！“七八。”九十", AlertWords.Of(info, Bound(40)));
        Assert.Equal("【暴雨】一二三。四五六！“七八。”", AlertWords.Of(info, Bound(17)));
        Assert.Equal("【暴雨】一二三。四五六！", AlertWords.Of(info, Bound(16)));
        Assert.Equal("【暴雨】一二三。", AlertWords.Of(info, Bound(8)));
        Assert.Equal("【暴雨】", AlertWords.Of(info, Bound(7)));
        Assert.Equal("【暴雨】", AlertWords.Of(info, Bound(4)));
        Assert.Null(AlertWords.Of(info, Bound(3)));
    }

    /// <summary>What cannot be drawn is cut as what is too long is: behind a sentence, else the event alone, and where nothing can be drawn the whole is left for a person to see.</summary>
    [Theory]
    [InlineData("暴雨", "一二三。四五六！", "请勿去X河。", "【暴雨】一二三。四五六！")]
    [InlineData("暴雨", "一二三。四X六！", "请勿去河边。", "【暴雨】一二三。")]
    [InlineData("暴雨", "一二X。四五六！", null, "【暴雨】")]
    [InlineData("X暴雨", "一二三。", null, "【X暴雨】一二三。")]
    public void Of_WhenALetterCannotBeDrawn_IsTheLongestFormWithoutIt(string happens, string headline, string? instruction, string words) => Assert.Equal(
        words,
        AlertWords.Of(Info(happens, headline, instruction), AlertTemplate.Usual with { CanBeDrawn = text => !text.Contains('X', StringComparison.Ordinal) }));

    [Theory]
    [InlineData("")]
    [InlineData(" \u200B\n")]
    [InlineData("<br/>")]
    public void Of_WhenNothingIsLeft_IsNone(string written) => Assert.Null(AlertWords.Of(Info(written, written, written), AlertTemplate.Usual));

    [Fact]
    public void Of_WhenEnglish_TakesNoShortWordForTheEndOfASentence()
    {
        var info = Info("QUAKE", "It was 3 mi. off Brawley. Stay calm", null);
        Assert.Equal("【QUAKE】It was 3 mi. off Brawley.", AlertWords.Of(info, Bound(34)));
        Assert.Equal("【QUAKE】", AlertWords.Of(info, Bound(25)));
    }

    [Theory]
    [InlineData("en-US,zh-CN", 1)]
    [InlineData("zh-TW,zh-CN", 1)]
    [InlineData("en-US,zh-TW", 1)]
    [InlineData("en-US,zh,zh-TW", 1)]
    [InlineData("en-US,ZH-cn", 1)]
    [InlineData("en-US,bo-CN", 0)]
    [InlineData("zha,en-US", 0)]
    public void InSignLanguage_WhenSeveral_IsChineseFirst(string languages, int chosen)
    {
        AlertInfo[] infos = [.. languages.Split(',').Select(language => Info("a", null, null) with { Language = language })];
        Assert.Same(infos[chosen], Assert.Single(AlertWords.InSignLanguage(infos)));
    }

    [Fact]
    public void Of_WhenTheRainstormOfTheVectors_IsChineseAndWhole()
    {
        var infos = AlertReader.Read(CapSample.Vector("own-rainstorm.xml"), CapSample.Noon).Messages[0].Infos;
        Assert.Equal(
            "【暴雨橙色预警】预计未来三小时本市降雨量将达五十毫米以上。请远离低洼地带和河道。请勿涉水行车。",
            AlertWords.Of(Assert.Single(AlertWords.InSignLanguage(infos)), AlertTemplate.Usual));
    }

    /// <summary>Whatever a sender writes: within the bound, nothing unseen, every letter the sender's or the template's, and always a beginning of the whole.</summary>
    [Fact]
    public void Of_WhenAnything_InventsNothing()
    {
        var text = Gen.Char["暴雨预警请勿。！？；”】 \n\t\u200B\u202E\uD83D\uDE00<b/>ab.风"].Array[0, 60].Select(letters => new string(letters));
        Gen.Select(text, text, text, Gen.Int[1, 90]).Sample(
            (happens, headline, instruction, bound) =>
            {
                var info = Info(happens, headline, instruction);
                var words = AlertWords.Of(info, Bound(bound));
                var whole = AlertWords.Of(info, Bound(10_000));
                if (words is null)
                {
                    return;
                }

                Assert.True(new System.Globalization.StringInfo(words).LengthInTextElements <= bound);
                Assert.StartsWith(words, whole, StringComparison.Ordinal);
                Assert.DoesNotContain(words, letter => char.IsControl(letter) || letter is '\u200B' or '\u202E');
                Assert.Equal(words.Trim(), words);
                Assert.All(words.Except("【】。. "), letter => Assert.Contains(letter, happens + headline + instruction));
            },
            iter: 5000);
    }

    private static AlertTemplate Bound(int letters) => AlertTemplate.Usual with { MostLetters = letters };

    private static AlertInfo Info(string happens, string? headline, string? instruction) =>
        AreaMatchTests.Info() with { Event = happens, Headline = headline, Instruction = instruction };
}
