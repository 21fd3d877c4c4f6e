namespace Signage.Core.Alerts;

/// <summary>
/// 行政区划代码 of 6, 9 or 12 digits: province, city, district (two digits each), town and community (three each). Levels of zeros at the end mean all below: 510900 is the
/// whole of a city, 510903 one of its districts.
/// </summary>
internal static class DivisionCode
{
    /// <summary>What sites and messages call such codes.</summary>
    public const string Name = "adcode";

    private const int FirstProvince = 11;
    private const int LastProvince = 82;

    private static readonly int[] Levels = [2, 4, 6, 9, 12];

    /// <summary>True when one code is the other, or covers it; only where both are codes of this kind.</summary>
    public static bool Covers(string area, string site) => IsOne(area) && IsOne(site) && site.StartsWith(Significant(area), StringComparison.Ordinal);

    /// <summary>True for a code of this kind. Codes of other makers may have six digits too, but those of the American SAME begin with 0.</summary>
    public static bool IsOne(string code) =>
        code.Length is 6 or 9 or 12 && code.All(char.IsAsciiDigit) && ((10 * (code[0] - '0')) + code[1] - '0') is >= FirstProvince and <= LastProvince;

    private static string Significant(string code)
    {
        var length = Levels.First(level => code.AsSpan(level).IndexOfAnyExcept('0') < 0);
        return code[..length];
    }
}
