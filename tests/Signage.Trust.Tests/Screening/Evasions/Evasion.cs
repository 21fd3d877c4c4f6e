using System.Globalization;
using System.Text;
using Signage.Trust.Screening.Lists;

namespace Signage.Trust.Tests.Screening.Evasions;

/// <summary>
/// Ways to write a word so that a plain search misses it. They come from properties of Unicode that the runtime tells (categories, normal form KC) and from short lists written
/// here; nothing of the screening's own tables is used, so that they can find what those lack.
/// </summary>
internal static class Evasion
{
    // Two signs each: usual, traditional. Written from memory.
    private const string Traditional =
        "马馬 鸟鳥 鱼魚 门門 车車 见見 贝貝 长長 东東 风風 云雲 龙龍 龟龜 飞飛 页頁 麦麥 国國 学學 书書 电電 话話 语語 说說 读讀 写寫 听聽 买買 卖賣 钱錢 银銀 铁鐵 钟鐘 张張 赵趙 刘劉 陈陳 " +
        "杨楊 吴吳 孙孫 汉漢 汤湯 湾灣 红紅 绿綠 蓝藍 热熱 湿濕 树樹 叶葉 猫貓 鸡雞 鸭鴨 猪豬 面麵 饭飯 盐鹽 药藥 灯燈 笔筆 纸紙";

    // The sign and what is drawn like it.
    private const string Alike =
        "一—－ー 口囗ロ□ 日曰 二ニ 三ミ 千チ 工エ 力カ 夕タ 八ハ 又ヌ aаɑ cсϲ eе oо0ο〇○ pрρ xх yу iі1 l1I sѕ jј hһ kк mм tт bЬ dԁ qԛ wԝ";

    // The sign and the radical that is drawn like it, from the chart of the CJK Radicals Supplement.
    private const string Radicals = "马⻢ 鸟⻦ 鱼⻥ 门⻔ 车⻋ 见⻅ 贝⻉ 长⻓ 风⻛ 飞⻜ 页⻚ 麦⻨ 黄⻩ 龙⻰ 日⺜ 月⺝ 王⺩ 羊⺶";

    private static readonly string ZeroWidth = "\u200B\u200C\u200D\u2060\uFEFF\u00AD";
    private static readonly string Bidi = "\u200E\u200F\u202A\u202D\u202E\u2066\u2069";

    private static readonly ILookup<string, string> TraditionalOf = Traditional.Split(' ').ToLookup(pair => pair[..1], pair => pair[1..]);
    private static readonly ILookup<string, string> RadicalOf = Radicals.Split(' ').ToLookup(pair => pair[..1], pair => pair[1..]);
    private static readonly ILookup<string, string> AlikeOf = Alike.Split(' ').SelectMany(row => row[1..].Select(sign => (Usual: row[..1], Other: sign.ToString()))).ToLookup(pair => pair.Usual, pair => pair.Other);
    private static readonly ILookup<string, string> CompatibleOf = Assigned().Select(sign => sign.ToString()).ToLookup(Bare);
    private static readonly string[] Between = [.. Assigned().Where(IsBetween).Select(sign => sign.ToString())];
    private static readonly string[] Marks = [.. Assigned().Where(sign => Rune.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark).Select(sign => sign.ToString())];

    /// <summary>The ways by name. Each changes the units of a word, one for each sign; false when it has no use for this word.</summary>
    public static IReadOnlyDictionary<string, Func<string[], WordEntry, Random, bool>> Ways { get; } = new SortedDictionary<string, Func<string[], WordEntry, Random, bool>>(StringComparer.Ordinal)
    {
        ["capitals"] = (units, _, random) => Replace(units, random, unit => unit.Length == 1 && char.IsAsciiLetterLower(unit[0]) ? [unit.ToUpperInvariant()] : []),
        ["full width"] = (units, _, random) => Replace(units, random, unit => unit.Length == 1 && unit[0] is > ' ' and < '\x7F' ? [((char)(unit[0] + 0xFEE0)).ToString()] : []),
        ["circled, radical, compatibility"] = (units, _, random) => Replace(units, random, unit => [.. CompatibleOf[unit].Where(other => other != unit)]),
        ["radical of the supplement"] = (units, _, random) => Replace(units, random, unit => [.. RadicalOf[unit]]),
        ["traditional"] = (units, _, random) => Replace(units, random, unit => [.. TraditionalOf[unit]]),
        ["look-alike"] = (units, _, random) => Replace(units, random, unit => [.. AlikeOf[unit]]),
        ["spaces, punctuation, symbols"] = (units, _, random) => Insert(units, random, () => Between[random.Next(Between.Length)]),
        ["one space"] = (units, _, random) => Insert(units, random, () => random.Next(2) == 0 ? " " : "\u3000"),
        ["emoji"] = (units, _, random) => Insert(units, random, () => char.ConvertFromUtf32(0x1F300 + random.Next(0x2FF))),
        ["zero width"] = (units, _, random) => Insert(units, random, () => ZeroWidth[random.Next(ZeroWidth.Length)].ToString()),
        ["direction"] = (units, _, random) => Insert(units, random, () => Bidi[random.Next(Bidi.Length)].ToString()),
        ["upright"] = (units, _, random) => Insert(units, random, () => "\n"),
        ["marks"] = (units, _, random) => Append(units, random, () => Marks[random.Next(Marks.Length)]),
        ["variation"] = (units, _, random) => Append(units, random, () => ((char)(0xFE00 + random.Next(16))).ToString()),
        ["repeated"] = (units, _, random) => Replace(units, random, unit => [string.Concat(Enumerable.Repeat(unit, random.Next(2, 5)))]),
        ["pinyin"] = Pinyin,
    };

    // What a sign is when Unicode takes its form away, without the brackets of ㈠.
    private static string Bare(string sign) => sign.Normalize(NormalizationForm.FormKC).Trim('(', ')', '\u3014', '\u3015').ToLowerInvariant();

    private static IEnumerable<Rune> Assigned() => Enumerable.Range(0x21, 0x1FFFF - 0x21).Concat(Enumerable.Range(0x2F800, 0x220)).Where(Rune.IsValid).Select(code => new Rune(code))
        .Where(sign => Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.Control));

    private static bool IsBetween(Rune sign) =>
        (Rune.IsPunctuation(sign) || Rune.IsSymbol(sign) || Rune.IsSeparator(sign)) && !sign.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes().Any(Rune.IsLetterOrDigit);

    // Every sign that has another form, or one of them.
    private static bool Replace(string[] units, Random random, Func<string, string[]> others)
    {
        var fit = Enumerable.Range(0, units.Length).Where(at => others(units[at]).Length > 0).ToArray();
        if (fit.Length == 0)
        {
            return false;
        }

        var all = random.Next(2) == 0;
        foreach (var at in all ? fit : [fit[random.Next(fit.Length)]])
        {
            var choice = others(units[at]);
            units[at] = choice[random.Next(choice.Length)];
        }

        return true;
    }

    // Between all signs, or at one place; one or more each.
    private static bool Insert(string[] units, Random random, Func<string> next)
    {
        var all = random.Next(2) == 0;
        var one = random.Next(units.Length - 1);
        for (var at = 0; at < units.Length - 1; at++)
        {
            if (all || at == one)
            {
                units[at] += string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => next()));
            }
        }

        return true;
    }

    private static bool Append(string[] units, Random random, Func<string> next)
    {
        var one = random.Next(units.Length);
        for (var at = 0; at < units.Length; at++)
        {
            units[at] += at == one || random.Next(2) == 0 ? next() : "";
        }

        return true;
    }

    // The whole word with or without tones as digits, or some of its signs.
    private static bool Pinyin(string[] units, WordEntry entry, Random random)
    {
        if (entry.Pinyin.Length == 0)
        {
            return false;
        }

        var syllables = entry.Pinyin.Split(' ');
        var way = random.Next(3);
        var some = random.Next(1, 1 << units.Length);
        for (var at = 0; at < units.Length; at++)
        {
            var plain = syllables[at].TrimEnd('1', '2', '3', '4');
            units[at] = way == 0 ? syllables[at] : way == 1 || (some & (1 << at)) != 0 ? plain : units[at];
        }

        return true;
    }
}
