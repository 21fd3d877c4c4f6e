using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Text;

namespace Signage.Controller.Control.Verbs;

/// <summary>Which panels of a plan are asked for, from when until when.</summary>
/// <param name="Panels">The panels.</param>
/// <param name="At">The first instant.</param>
/// <param name="Days">How many days; 0 for the instant alone.</param>
internal sealed record PlanQuestion(Panel[] Panels, DateTimeOffset At, int Days)
{
    private const int MostDays = 3_660;

    // Days of times: what a look may cost, some seconds and a few hundred megabytes. 10,000 slots of different times can be looked at for half a year.
    private const int MostWork = 2_000_000;

    /// <summary>The members of a request that it is read from.</summary>
    public static IReadOnlyList<string> Members { get; } = ["at", "days", "panel"];

    /// <summary>The first instant that is not asked for.</summary>
    public DateTimeOffset Until => At.AddDays(Days);

    /// <summary>From when until when.</summary>
    public (DateTimeOffset At, DateTimeOffset Until) Span => (At, Until);

    /// <summary>Sees whether a plan can be looked at for so long: its different times count.</summary>
    /// <returns>The plan put in order.</returns>
    /// <exception cref="FormatException">It is too much.</exception>
    public PlanIndex IndexOf(Plan plan)
    {
        var index = new PlanIndex(plan);
        return (long)index.Times.Count * Math.Max(1, Days) <= MostWork ? index : throw new FormatException(Words.PlanTooMuch.With(index.Times.Count, Days, MostWork / index.Times.Count));
    }

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="panels">The panels of the site.</param>
    /// <param name="days">How many days where the request does not say.</param>
    /// <exception cref="FormatException">It asks for what there is not; the message says what.</exception>
    public static PlanQuestion Read(JsonObject request, IReadOnlyList<Panel> panels, int days)
    {
        var text = request.Text("at") ?? throw new FormatException(Words.MemberMissing.With("at"));
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            throw new FormatException(Words.NotAnInstant.With(text));
        }

        days = request.Number("days") ?? days;
        if (days is < 0 or > MostDays || at.UtcDateTime > DateTime.MaxValue.AddDays(-days - 8) || at.UtcDateTime < DateTime.MinValue.AddDays(1))
        {
            throw new FormatException(Words.TooManyDays.With(days, MostDays));
        }

        var named = request.Text("panel");
        var asked = panels.Where(panel => named is null || panel.Id.Value == named).ToArray();
        return named is not null && asked.Length == 0
            ? throw new FormatException(Words.NoSuchPanel.With(named, string.Join(", ", panels.Select(panel => panel.Id))))
            : new PlanQuestion(asked, at, days);
    }
}
