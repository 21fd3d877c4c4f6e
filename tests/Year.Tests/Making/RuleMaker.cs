using System.Globalization;
using Signage.Core.Calendars;

namespace Year.Tests.Making;

/// <summary>Day rules of every kind, as people write them.</summary>
/// <param name="chance">The dice.</param>
/// <param name="first">The day around which dates are picked.</param>
internal sealed class RuleMaker(Random chance, DateOnly first)
{
    private static readonly string[] Week = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private static readonly string[] Names =
    [
        "元旦", "除夕", "春节", "元宵节", "清明节", "劳动节", "端午节", "七夕", "中秋节", "国庆节", "重阳节", "中华慈善日", "99公益日", "慈善宣传月", "世界社会工作日", "全国助残日", "春节送温暖", "敬老节",
    ];

    /// <summary>A rule; null for none.</summary>
    public string? Rule() => chance.Next(10) switch
    {
        < 3 => null,
        < 6 => Word(),
        < 8 => $"{Common()}{Space}|{Space}{Word()}",
        8 => $"{Common()} & !{Bracket(Word(), Word())}",
        _ => $"!{Word()}&{Bracket(Common(), Word())} | ({Word()} & {Common()})",
    };

    private string Space => chance.Next(2) == 0 ? "" : " ";

    private string Bracket(string one, string other) => $"({one}{Space}{(chance.Next(2) == 0 ? '|' : '&')}{Space}{other})";

    private string Common() => Pick("work", "rest", "mon-fri", "sat-mon", "fri-tue", "always", Week[chance.Next(7)], $"every:{chance.Next(2, 5)}@{Day()}");

    private string Word() => chance.Next(9) switch
    {
        0 => Common(),
        1 => $"day:{Pick(Names)}",
        2 => $"day:{Pick(Names)}-{chance.Next(1, 10)}{(chance.Next(2) == 0 ? "" : $"+{chance.Next(1, 10)}")}",
        3 => chance.Next(3) switch
        {
            0 => $"date:{Date(Near(20))}",
            1 => "date:2-29",
            _ => $"date:{Date(Near(60))}..{Date(Near(60))}",
        },
        4 => chance.Next(4) switch
        {
            0 => $"lunar:{chance.Next(1, 13)}-{chance.Next(1, 31)}",
            1 => $"lunar:{chance.Next(1, 13)}-last",
            2 => $"lunar:leap{chance.Next(5, 7)}-{chance.Next(1, 30)}",
            _ => $"lunar:{chance.Next(1, 13)}-{chance.Next(1, 30)}..{chance.Next(1, 13)}-{chance.Next(1, 30)}",
        },
        5 => $"term:{SolarTerms.NameOf((SolarTerm)chance.Next(24))}",
        6 => $"nth:{Pick("1", "2", "3", "4", "5", "last")}{Pick(Week)}{(chance.Next(2) == 0 ? "" : $"@{chance.Next(1, 13)}")}",
        7 => $"every:{chance.Next(2, 12)}@{Day()}",
        _ => $"lunar:{chance.Next(11, 13)}-{chance.Next(15, 30)}..{chance.Next(1, 3)}-{chance.Next(1, 16)}",
    };

    private string Day() => Near(400).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateOnly Near(int days) => first.AddDays(chance.Next(-days, days));

    private static string Date(DateOnly day) => $"{day.Month}-{day.Day}";

    private string Pick(params string[] words) => words[chance.Next(words.Length)];
}
