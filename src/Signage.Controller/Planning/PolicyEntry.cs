using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Shows;
using Signage.Core.Text;
using System.Text.Json.Serialization;

namespace Signage.Controller.Planning;

/// <summary>A policy as it is written on the control socket. Always one of the site's own.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">quiet, brightness, road or memorial.</param>
/// <param name="Times">Ranges of the day, such as <c>22:00-06:00</c>; the whole day when absent.</param>
/// <param name="Days">Which days count, such as <c>day:高考</c>; every day when absent, and of memorial 国家公祭日.</param>
/// <param name="Panels">The panels; absent or empty for all.</param>
/// <param name="Tags">Panels with one of these tags, beside those of <paramref name="Panels"/>.</param>
/// <param name="Strict">Of quiet: true when warnings stay dark too. Of memorial: true when only words of mourning are lit.</param>
/// <param name="Percent">Of brightness: 1 to 100.</param>
/// <param name="Stay">Of road: seconds that a still stands at least, 1 to 60; 15 when absent.</param>
/// <param name="Step">Of road: milliseconds for one pixel of movement at least, 0 to 1000; 30 when absent.</param>
/// <param name="Still">Of road: true when nothing moves at all.</param>
public sealed record PolicyEntry(
    string Id, string Kind, string? Times = null, string? Days = null, IReadOnlyList<string>? Panels = null, IReadOnlyList<string>? Tags = null,
    bool? Strict = null, int? Percent = null, int? Stay = null, int? Step = null, bool? Still = null)
{
    // 国家公祭日, the one day of mourning that the whole country keeps every year; others are by order of a city.
    private const string UsualMourning = "date:12-13";
    private const int UsualStaySeconds = 15;
    private const int UsualStepMilliseconds = 30;

    /// <summary>The policy.</summary>
    /// <param name="by">Who makes it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="FormatException">A member is wrong; the message says which.</exception>
    public Policy ToPolicy(string by, DateTimeOffset at) => new(
        Id,
        PolicyOwner.Site,
        Rule(),
        new SlotTime(Times is null ? DailyTimes.WholeDay : DailyTimes.Parse(Times)) { Days = Days is { } rule ? DayRule.Parse(rule) : Kind == "memorial" ? DayRule.Parse(UsualMourning) : new DayRule.Always() })
    {
        Panels = [.. (Panels ?? []).Select(panel => new PanelId(panel)).Distinct()],
        Tags = Core.Panels.Tags.Of(Tags ?? []),
        AddedBy = by,
        AddedAt = at,
    };

    private PolicyRule Rule()
    {
        Refuse("strict", Strict is not null && Kind is not ("quiet" or "memorial"));
        Refuse("percent", Percent is not null && Kind != "brightness");
        Refuse("stay", Stay is not null && Kind != "road");
        Refuse("step", Step is not null && Kind != "road");
        Refuse("still", Still is not null && Kind != "road");
        return Kind switch
        {
            "memorial" => new PolicyRule.Memorial(Strict ?? false),
            "quiet" => new PolicyRule.Quiet(Strict ?? false),
            "brightness" => new PolicyRule.Brightness(Within(
                Percent ?? throw new FormatException(Words.PolicyNeedsPercent.With(Id)), "percent", PolicyRule.Brightness.Least, PolicyRule.Brightness.Most)),
            "road" => new PolicyRule.Road(new MotionLimit(
                TimeSpan.FromSeconds(Within(Stay ?? UsualStaySeconds, "stay", PolicyRule.Road.LeastStaySeconds, PolicyRule.Road.MostStaySeconds)),
                TimeSpan.FromMilliseconds(Within(Step ?? UsualStepMilliseconds, "step", PolicyRule.Road.LeastStepMilliseconds, PolicyRule.Road.MostStepMilliseconds)),
                MayMove: Still != true)),
            _ => throw new FormatException(Words.NotAPolicyKind.With(Kind)),
        };
    }

    private void Refuse(string member, bool isForeign)
    {
        if (isForeign)
        {
            throw new FormatException(Words.PolicyForeignMember.With(Kind, member));
        }
    }

    private static int Within(int value, string member, int least, int most) =>
        value >= least && value <= most ? value : throw new FormatException(Words.PolicyOutOfRange.With(member, value, least, most));
}

/// <summary>How policies are read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PolicyEntry))]
public sealed partial class PolicyJson : JsonSerializerContext;
