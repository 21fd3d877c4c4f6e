using Signage.Trust.Screening.Lists;

namespace Signage.Trust.Tests.Screening.Evasions;

/// <summary>A list of 1,000 words that mean nothing, made by a seed: 900 of Chinese signs with their pinyin, 100 of Latin letters.</summary>
internal static class EvasionWords
{
    // Sign and syllable, written from a school reader: signs that have many other forms are among them.
    private const string Signs =
        "一yi1 二er4 三san1 十shi2 千qian1 口kou3 日ri4 月yue4 山shan1 水shui3 火huo3 木mu4 土tu3 金jin1 人ren2 力li4 工gong1 夕xi1 八ba1 又you4 " +
        "马ma3 鸟niao3 鱼yu2 门men2 车che1 见jian4 贝bei4 长chang2 东dong1 风feng1 云yun2 龙long2 龟gui1 飞fei1 页ye4 麦mai4 黄huang2 黑hei1 " +
        "国guo2 学xue2 书shu1 电dian4 话hua4 语yu3 说shuo1 读du2 写xie3 听ting1 买mai3 卖mai4 钱qian2 银yin2 铁tie3 钟zhong1 张zhang1 赵zhao4 " +
        "刘liu2 陈chen2 杨yang2 吴wu2 孙sun1 汉han4 汤tang1 湾wan1 红hong2 绿lv4 蓝lan2 紫zi3 热re4 冷leng3 湿shi1 风feng1 树shu4 叶ye4 花hua1 草cao3 " +
        "猫mao1 狗gou3 鸡ji1 鸭ya1 猪zhu1 羊yang2 牛niu2 米mi3 面mian4 茶cha2 饭fan4 菜cai4 糖tang2 盐yan2 酒jiu3 药yao4 灯deng1 笔bi3 纸zhi3 桌zhuo1";

    /// <summary>The list.</summary>
    public static WordList Make(Random random)
    {
        var signs = Signs.Split(' ').Select(pair => (Sign: pair[..1], Syllable: pair[1..])).DistinctBy(pair => pair.Sign).ToArray();
        var entries = new Dictionary<string, WordEntry>();
        while (entries.Count < 900)
        {
            var picked = Enumerable.Range(0, random.Next(2, 6)).Select(_ => signs[random.Next(signs.Length)]).ToArray();
            var word = string.Concat(picked.Select(pair => pair.Sign));
            entries[word] = new WordEntry(word, string.Join(' ', picked.Select(pair => pair.Syllable)));
        }

        while (entries.Count < 1_000)
        {
            var word = string.Concat(Enumerable.Range(0, random.Next(5, 11)).Select(_ => (char)('a' + random.Next(26))));
            entries[word] = new WordEntry(word);
        }

        return new WordList("generated", "1", new DateOnly(2026, 1, 1), WordListKind.Forbidden, "生成的词表", [.. entries.Values]);
    }
}
