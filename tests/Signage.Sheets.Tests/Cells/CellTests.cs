using Signage.Sheets.Cells;

namespace Signage.Sheets.Tests.Cells;

/// <summary>Cells as people write them. What is expected stands in the language of the control socket.</summary>
public sealed class CellTests
{
    [Theory]
    [InlineData("2023年9月5日")]
    [InlineData("2023-9-5")]
    [InlineData("2023/9/5")]
    [InlineData("2023.9.5")]
    [InlineData("2023-09-05")]
    [InlineData("２０２３年９月５日")]
    [InlineData("２０２３－９－５")]
    [InlineData(" 2023/9/5 0:00 ")]
    [InlineData("2023-09-05 00:00:00")]
    [InlineData("2023年9月5号")]
    public void Day_InAnyForm_IsThatDay(string text) => Assert.Equal(new DateOnly(2023, 9, 5), DayCell.Read(text));

    [Theory]
    [InlineData("9月5日", "年份")]
    [InlineData("9-5", "年份")]
    [InlineData("2023年2月29日", "没有这一天")]
    [InlineData("2023-13-1", "没有这一天")]
    [InlineData("45174", "不是日期")]
    [InlineData("2023-9-5 8:00", "不是日期")]
    [InlineData("待定", "不是日期")]
    public void Day_WhenItIsNone_SaysWhatToWrite(string text, string says) => Assert.Contains(says, Assert.Throws<FormatException>(() => DayCell.Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2023年9月5日-9月9日")]
    [InlineData("2023年9月5日至9日")]
    [InlineData("2023-9-5~2023-9-9")]
    [InlineData("2023-09-05-2023-09-09")]
    [InlineData("2023.9.5 - 9.9")]
    [InlineData("２０２３／９／５～９／９")]
    [InlineData("2023年9月5日—2023年9月9日")]
    public void Days_InAnyForm_AreFirstAndLast(string text) => Assert.Equal((new DateOnly(2023, 9, 5), new DateOnly(2023, 9, 9)), DayCell.ReadRange(text));

    [Fact]
    public void Days_WhenOneIsWritten_AreThatOne() => Assert.Equal((new DateOnly(2023, 9, 5), new DateOnly(2023, 9, 5)), DayCell.ReadRange("2023年9月5日"));

    [Theory]
    [InlineData("9月5日-9月9日", "年份")]
    [InlineData("2023年9月5日-9月31日", "没有这一天")]
    [InlineData("九月", "不是起止日期")]
    public void Days_WhenTheyAreNone_SayWhatToWrite(string text, string says) => Assert.Contains(says, Assert.Throws<FormatException>(() => DayCell.ReadRange(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("8:00-20:00", "08:00-20:00")]
    [InlineData("8：00－20：00", "08:00-20:00")]
    [InlineData("8:00至20:00", "08:00-20:00")]
    [InlineData("８：００～２０：３０", "08:00-20:30")]
    [InlineData("上午8点-下午3点半", "08:00-15:30")]
    [InlineData("8点到20点30分", "08:00-20:30")]
    [InlineData("下午3点-5点", "15:00-17:00")]
    [InlineData("晚上10点-凌晨2点", "22:00-02:00")]
    [InlineData("上午8点-12点", "08:00-12:00")]
    [InlineData("中午11点-中午1点", "11:00-13:00")]
    [InlineData("中午12点-晚上12点", "12:00-24:00")]
    [InlineData("凌晨12点-8时整", "00:00-08:00")]
    [InlineData("下午15点-16点", "15:00-16:00")]
    [InlineData("6:30-9:00、17:00-21:00", "06:30-09:00,17:00-21:00")]
    [InlineData("6:30-9:00；17:00-21:00", "06:30-09:00,17:00-21:00")]
    [InlineData("日落-22:00", "sunset-22:00")]
    [InlineData("日落至22点", "sunset-22:00")]
    [InlineData("06:30-08:15,sunset-15m-22:00", "06:30-08:15,sunset-15m-22:00")]
    [InlineData("20:00-", "20:00-24:00")]
    [InlineData("20点-", "20:00-24:00")]
    [InlineData("22:00-6:00", "22:00-06:00")]
    [InlineData("全天", null)]
    [InlineData(" 24小时 ", null)]
    public void Times_InAnyForm_AreInTheLanguageOfTimes(string text, string? times) => Assert.Equal(times, TimesCell.Read(text));

    [Theory]
    [InlineData("下午3点半", "只有一个时间")]
    [InlineData("8:00", "只有一个时间")]
    [InlineData("晚上10点-6点", "上午或下午")]
    [InlineData("上午15点-16点", "对不上")]
    [InlineData("8:00-25:00", "25:00")]
    [InlineData("8:70-9:00", "8:70")]
    [InlineData("早晨", "不是时段")]
    [InlineData("8:00-9:00-10:00", "不是时段")]
    [InlineData("8点-下班", "不是时段")]
    public void Times_WhenTheyAreNone_SayWhatToWrite(string text, string says) => Assert.Contains(says, Assert.Throws<FormatException>(() => TimesCell.Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("每天", null)]
    [InlineData("工作日", "work")]
    [InlineData("休息日", "rest")]
    [InlineData("周末", "sat-sun")]
    [InlineData("周一至周五", "mon-fri")]
    [InlineData("星期一到星期五", "mon-fri")]
    [InlineData("周六、周日", "sat | sun")]
    [InlineData("周六，周日", "sat | sun")]
    [InlineData("周一至周三、周五", "mon-wed | fri")]
    [InlineData("work & !day:春节-3", "work & !day:春节-3")]
    [InlineData("ｗｏｒｋ＆！day：春节－3", "work & !day:春节-3")]
    [InlineData("lunar:12-last", "lunar:12-last")]
    [InlineData("always", null)]
    public void Days_AsARule_AreInItsLanguage(string text, string? rule) => Assert.Equal(rule, DayRuleCell.Read(text));

    [Fact]
    public void Days_WhenTheyAreNoRule_SayWhatToWrite() => Assert.Contains("工作日", Assert.Throws<FormatException>(() => DayRuleCell.Read("逢集")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("gate-east、gate-west", "gate-east gate-west")]
    [InlineData("gate-east，gate-west；hall", "gate-east gate-west hall")]
    [InlineData("ｇａｔｅ　hall", "gate hall")]
    [InlineData("全部", "")]
    [InlineData("ALL", "")]
    public void Panels_WithAnySign_AreTheirIds(string text, string ids) => Assert.Equal(ids, string.Join(' ', WordCells.Panels(text)));

    [Theory]
    [InlineData("基础", "base")]
    [InlineData("社区", "community")]
    [InlineData("上级", "centre")]
    [InlineData("紧急", "urgent")]
    [InlineData("应急", "emergency")]
    [InlineData("黑屏", "blank")]
    [InlineData("Urgent", "urgent")]
    public void Priority_InEitherLanguage_IsItsName(string text, string name) => Assert.Equal(name, WordCells.Priority(text));

    /// <summary>A test is no plan: the word is known, and told what it is for.</summary>
    [Theory]
    [InlineData("技术")]
    [InlineData("technician")]
    public void Priority_OfATest_IsRefusedWithTheVerbForIt(string text)
    {
        Assert.Contains("signage panel pattern", Assert.Throws<FormatException>(() => WordCells.Priority(text)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("技术", Assert.Throws<FormatException>(() => WordCells.Priority("最高")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-05T08:00:00+08:00", "2026-12-05T08:00:00+08:00")]
    [InlineData("2026-12-05T08:00+08:00", "2026-12-05T08:00:00+08:00")]
    [InlineData("２０２６－１２－０５Ｔ０８：００：３０－０３：３０", "2026-12-05T08:00:30-03:30")]
    public void Instant_WithItsOffset_IsRead(string text, string written) => Assert.Equal(written, InstantCell.Written(InstantCell.Read(text)));

    [Theory]
    [InlineData("2026-12-05T08:00:00")]
    [InlineData("2026-12-05")]
    [InlineData("2026年12月5日8点")]
    [InlineData("2026-12-05T25:00:00+08:00")]
    [InlineData("0001-01-01T00:00:00+08:00")]
    public void Instant_WhenItIsNone_SaysWhatToWrite(string text) =>
        Assert.Contains("2026-12-05T08:00:00+08:00", Assert.Throws<FormatException>(() => InstantCell.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Words_WhenTheyAreNone_SayWhichThereAre()
    {
        Assert.Contains("基础 社区 上级", Assert.Throws<FormatException>(() => WordCells.Priority("最高")).Message, StringComparison.Ordinal);
        Assert.Contains("1 到 12", Assert.Throws<FormatException>(() => WordCells.Share("13")).Message, StringComparison.Ordinal);
        Assert.Contains("是 或 否", Assert.Throws<FormatException>(() => WordCells.Flag("也许")).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => WordCells.Panels("东门"));
        Assert.Equal((12, true, false), (WordCells.Share("１２"), WordCells.Flag("是"), WordCells.Flag("No")));
    }
}
