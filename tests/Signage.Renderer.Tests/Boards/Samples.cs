using CsCheck;
using Signage.Renderer.Boards;
using Signage.Renderer.Tests.Fonts;

namespace Signage.Renderer.Tests.Boards;

/// <summary>Boards to try: a slogan of the charity pack, an invented news item, and whatever else the fonts can draw.</summary>
internal static class Samples
{
    public const string Address = "https://example.org/charity/2026-09-05";

    /// <summary>One for all tests: it opens fonts of forty megabytes.</summary>
    public static BoardPress Press { get; } = new();

    public static BoardItem Slogan { get; } = new("遂宁慈善是一盏灯，温暖别人，照亮自己。");

    /// <summary>A title of 15 characters over 143, with everything that a board can carry. Invented.</summary>
    public static BoardItem News { get; } = new("社区“慈善一日捐”活动本周六举行")
    {
        Place = "遂宁市船山区育才路社区",
        Signer = "育才路社区居民委员会",
        Day = new DateOnly(2026, 9, 5),
        Link = new Uri(Address),
        Body =
        [
            "为弘扬扶贫济困的传统美德，本社区将于9月5日（星期六）上午9:00至11:30，在社区党群服务中心一楼大厅举行“慈善一日捐”活动。欢迎居民朋友、辖区单位和志愿者踊跃参加。",
            "所捐善款全部用于帮助辖区困难家庭、孤寡老人和在读学生，收支情况按月在本宣传栏公布，接受大家监督。咨询电话：0825-0000000。",
        ],
    };

    public static IReadOnlyList<BoardSize> Sizes { get; } = [.. BoardSize.Posters, .. BoardSize.Screens];

    public static BoardTemplate[] Templates { get; } = Enum.GetValues<BoardTemplate>();

    /// <summary>Every size that is drawn pixel by pixel, and one of paper, with every template.</summary>
    public static TheoryData<string, BoardTemplate> Pictures => Of([BoardSize.Posters[0], .. BoardSize.Screens]);

    /// <summary>Every size of paper with every template.</summary>
    public static TheoryData<string, BoardTemplate> Posters => Of(BoardSize.Posters);

    /// <summary>Items of characters that the fonts of boards have: GB 2312, letters, digits, marks, and the spaces between.</summary>
    public static Gen<BoardItem> Items
    {
        get
        {
            var letters = $"{Gb2312.Hanzi()}{string.Concat(Enumerable.Repeat("，。、！？；：…“”（）《》　 aQgy8W.-0", 60))}";
            Gen<string> Text(int most) => Gen.Int[0, letters.Length - 1].Array[1, most]
                .Select(picks => string.Concat(picks.Select(pick => letters[pick])))
                .Where(text => !string.IsNullOrWhiteSpace(text));

            // What random letters do not come to: a word of half a line and more, an address, a row of marks, before the last character of a paragraph and behind it.
            var tails = Gen.Select(Text(60), Gen.Int[8, 46], Gen.Bool, Gen.Int[0, 24], (text, length, isAddress, marks) =>
                $"{text}{(isAddress ? Address[..Math.Min(length, Address.Length)] : new string('a', length))}善{new string('！', marks)}");
            var paragraphs = Gen.Select(Text(160), tails, Gen.Int[0, 2], (plain, tail, kind) => kind == 0 ? tail : plain);
            return Gen.Select(Text(30), paragraphs.Array[0, 3], Gen.Bool, Gen.Bool, (title, body, linked, signed) => new BoardItem(title)
            {
                Body = body,
                Link = linked ? new Uri(Address) : null,
                Place = signed ? News.Place : null,
                Signer = signed ? News.Signer : null,
                Day = signed ? News.Day : null,
            });
        }
    }

    public static Gen<T> OneOf<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(at => values[at]);

    public static BoardSize Size(string name) => Sizes.Single(size => size.Name == name);

    public static BoardAnswer.Made Made(BoardAnswer answer) => answer is BoardAnswer.Made made
        ? made
        : throw new InvalidOperationException(string.Join("; ", ((BoardAnswer.Refused)answer).Reasons));

    public static string Joined(IEnumerable<string> texts) => string.Concat(texts.SelectMany(text => text.Where(letter => letter is not (' ' or '　' or '\n'))));

    private static TheoryData<string, BoardTemplate> Of(IEnumerable<BoardSize> sizes)
    {
        var rows = new TheoryData<string, BoardTemplate>();
        foreach (var (size, template) in sizes.SelectMany(size => Templates.Select(template => (size, template))))
        {
            rows.Add(size.Name, template);
        }

        return rows;
    }
}
