using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Web.Tests.Doubles;
using Signage.Web.Wording;

namespace Signage.Web.Tests.Wording;

public sealed class WordingTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static TheoryData<PanelLight, string, string> Lights => new()
    {
        { PanelLight.Waiting, "待发", "waiting" },
        { PanelLight.Sent, "已发", "sent" },
        { PanelLight.SentUnverified, "已发，无法核实", "sent" },
        { PanelLight.Seen, "实显一致", "seen" },
        { PanelLight.Differs, "不一致", "differs" },
        { PanelLight.Lost, "离线", "lost" },
        { PanelLight.Blanked, "黑屏", "blanked" },
        { PanelLight.BlankedUnverified, "已发黑屏，无法核实", "sent" },
    };

    [Theory]
    [MemberData(nameof(Lights))]
    public void Light_WhenAny_HasItsWordAndColour(PanelLight light, string word, string style)
    {
        Assert.Equal((word, style), (LightWords.Of(light), LightWords.Style(light)));
        Assert.NotEmpty(LightWords.Meaning(light));
    }

    [Theory]
    [InlineData(PanelLight.Sent, true)]
    [InlineData(PanelLight.SentUnverified, true)]
    [InlineData(PanelLight.Seen, true)]
    [InlineData(PanelLight.Differs, true)]
    [InlineData(PanelLight.Waiting, false)]
    [InlineData(PanelLight.Lost, false)]
    [InlineData(PanelLight.Blanked, false)]
    [InlineData(PanelLight.BlankedUnverified, false)]
    public void Picture_WhenNothingWasAcknowledgedOrAllIsDark_IsNotPlayed(PanelLight light, bool plays) =>
        Assert.Equal(plays, LightWords.MayPlay(Views.Sent() with { Light = light }));

    [Fact]
    public void Picture_WhenNobodyKnowsWhatPlays_IsNotPlayed() =>
        Assert.False(LightWords.MayPlay(Views.Sent() with { Playing = null }));

    [Theory]
    [InlineData(20, true, "08:00:00（不到 1 分钟前）")]
    [InlineData(200, true, "08:00:00（3 分钟前）")]
    [InlineData(200, false, "08:00:00")]
    public void Sighted_WhenAPanelWasSeen_SaysWhenAndHowLongAgo(int seconds, bool isCurrent, string words) =>
        Assert.Equal(words, new TimeWords(Shanghai, Views.Morning.AddSeconds(seconds)).Sighted(Views.Morning, isCurrent));

    [Fact]
    public void Heading_WhenOnlyAcknowledged_DoesNotSayThatItPlays()
    {
        Assert.Equal("已发内容", PlayWords.Heading(Views.Sent()));
        Assert.Equal("正在播放", PlayWords.Heading(Views.Sent() with { Light = PanelLight.Seen }));
        Assert.Equal("应显内容", PlayWords.Heading(Views.Lost()));
    }

    [Fact]
    public void Texts_WhenSomethingElseIsLit_AreThoseThatTheCardTook()
    {
        var lit = Views.Words("善行天下");
        var panel = Views.Sent("未经审核") with { Light = PanelLight.Differs, Playing = lit, Refusal = "未经审核的文字" };
        Assert.Equal(["善行天下"], PlayWords.Texts(panel));
        Assert.Equal(["未经审核"], PlayWords.Decided(panel));
    }

    [Fact]
    public void Why_WhenAPolicyDarkensThePanel_SaysWhich()
    {
        var panel = Views.Sent("善行天下");
        Assert.Contains("规定", PlayWords.Why(panel with { Desired = Views.Dark, Ruling = "静默 night" }), StringComparison.Ordinal);
        Assert.DoesNotContain("规定", PlayWords.Why(panel with { Ruling = "暂停 night" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_WhenAPatternIsLit_NameIt()
    {
        var panel = Views.Sent();
        var stamp = TestPicture.Stamp(TestPattern.Grid);
        Assert.Equal(["测试图：方格"], PlayWords.Decided(panel with { Decision = panel.Decision! with { Loop = [new LoopItem(stamp, ShowStyle.Automatic, "test:gate")] } }));
    }

    [Fact]
    public void ProofSent_WhenTheCardNeverAnswers_ClaimsNoAnswer()
    {
        Assert.Equal("控制卡应答，未见实屏", PlayWords.ProofSent(Views.Sent()));
        Assert.Equal("已写到线路，控制卡从不应答", PlayWords.ProofSent(Views.Sent() with { Light = PanelLight.SentUnverified }));
        Assert.Equal("无，不能断言", PlayWords.ProofSent(Views.Lost()));
    }

    [Theory]
    [InlineData("160x16x1", "160×16 点 单色")]
    [InlineData("192x64x2", "192×64 点 双色")]
    [InlineData("128x64x3", "128×64 点 七彩")]
    [InlineData("192x96xrgb", "192×96 点 全彩")]
    public void Face_WhenAny_IsSaidAsPeopleSayIt(string face, string words) => Assert.Equal(words, PanelWords.Face(PanelFace.Parse(face)));

    [Theory]
    [InlineData("serial:/dev/ttyUSB0?baud=57600", "串口", "/dev/ttyUSB0")]
    [InlineData("tcp://192.0.2.7:5005", "网口", "192.0.2.7:5005")]
    [InlineData("mqtt://name:secret@192.0.2.7:1884/signage/gate", "MQTT 消息服务器", "192.0.2.7:1884")]
    [InlineData("http://name:secret@192.0.2.7:8989", "网口（网页接口）", "192.0.2.7:8989")]
    [InlineData("udp://192.0.2.7:4048?control=8080", "网口（画面流）", "192.0.2.7:4048")]
    [InlineData("loopback:gate", "链路 loopback", "gate")]
    public void Link_WhenAny_IsSaidWithoutSecrets(string endpoint, string words, string where) =>
        Assert.Equal((words, where), (PanelWords.Link(new Uri(endpoint)), PanelWords.Where(new Uri(endpoint))));

    [Theory]
    [InlineData("2026-09-05T10:40:00+08:00", "10:40")]
    [InlineData("2026-09-06T00:00:00+08:00", "明天 00:00")]
    [InlineData("2026-09-04T23:59:00+08:00", "昨天 23:59")]
    [InlineData("2026-10-01T08:00:00+08:00", "10月1日 08:00")]
    [InlineData("2027-02-06T00:00:00+08:00", "2027年2月6日 00:00")]
    public void Until_WhenOnAnyDay_IsSaidInSiteTime(string until, string words) =>
        Assert.Equal(words, new TimeWords(Shanghai, Views.Morning.ToUniversalTime()).Until(DateTimeOffset.Parse(until, null).ToUniversalTime()));

    [Fact]
    public void Until_OfAPanel_SaysNoMoreThanIsKnown()
    {
        var (times, panel) = (new TimeWords(Shanghai, Views.Morning), Views.Sent());
        Assert.Equal("08:40", PlayWords.Until(panel, times));
        Assert.Equal("至少到 08:40", PlayWords.Until(panel with { Decision = panel.Decision! with { AtLeast = true } }, times));
        Assert.Equal("长期", PlayWords.Until(panel with { Decision = panel.Decision! with { Until = null } }, times));
        Assert.Equal("解除黑屏为止", PlayWords.Until(panel with { IsBlanked = true }, times));
        Assert.Equal("无", PlayWords.Until(panel with { Decision = null }, times));
    }

    [Fact]
    public void Lost_WhenTheBasePlaysInstead_LeavesItOut()
    {
        var panel = Views.Sent();
        var decision = panel.Decision! with { Lost = ["warm", "base"], Basis = [panel.Decision!.Loop[0] with { SlotId = "base" }] };
        Assert.Equal(["warm", "base"], PlayWords.Lost(panel with { Decision = decision }));
        Assert.Equal(["warm"], PlayWords.Lost(panel with { Decision = decision, Refusal = "未批准" }));
        Assert.Equal(["warm", "base"], PlayWords.Lost(panel with { Decision = decision, Refusal = "未批准", Desired = Views.Dark }));
    }

    [Fact]
    public void Moments_WhenThereAreNone_AreSaidInWords()
    {
        var times = new TimeWords(Shanghai, Views.Morning);
        Assert.Equal(("长期", "从未应答", "无"), (times.Until(null), times.Heard(null), times.Second(null)));
    }
}
