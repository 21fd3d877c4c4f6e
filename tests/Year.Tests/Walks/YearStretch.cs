using System.Globalization;
using Year.Tests.Sites;

namespace Year.Tests.Walks;

/// <summary>
/// Days of a site that are walked through minute by minute. <c>SIGNAGE_YEAR_DAYS=366</c> walks through three whole years; without it through some days around those on which
/// much happens. <c>SIGNAGE_SEED</c> sows other slots and other events.
/// </summary>
/// <param name="Zone">Where the site is at home.</param>
/// <param name="First">The first day.</param>
/// <param name="Days">How many days.</param>
/// <param name="Seed">Sows slots and events.</param>
public sealed record YearStretch(string Zone, DateOnly First, int Days, int Seed)
{
    private const int Week = 7;

    /// <summary>What the environment asks for.</summary>
    public static IReadOnlyList<YearStretch> Asked => Number("SIGNAGE_YEAR_DAYS") is { } days
        ?
        [
            new("Asia/Shanghai", new DateOnly(2025, 7, 1), days, Seeded(1)),
            new("Europe/Berlin", new DateOnly(2026, 7, 1), days, Seeded(2)),
            new("Australia/Lord_Howe", new DateOnly(2023, 11, 1), days, Seeded(3)),
        ]
        :
        [
            new("Asia/Shanghai", new DateOnly(2026, 2, 13), Week, Seeded(1)),
            new("Europe/Berlin", new DateOnly(2026, 3, 27), 5, Seeded(2)),
            new("Australia/Lord_Howe", new DateOnly(2026, 4, 3), 5, Seeded(3)),
            new("America/New_York", new DateOnly(2026, 10, 30), 5, Seeded(4)),
            new("America/St_Johns", new DateOnly(2026, 12, 28), Week, Seeded(5)),

            // The sixth month of 2025 came twice.
            new("Asia/Shanghai", new DateOnly(2025, 7, 23), 5, Seeded(6)),
        ];

    /// <summary>Its place.</summary>
    internal SiteHome Home => SiteHome.Of(Zone);

    /// <summary>The first midnight.</summary>
    public DateTimeOffset Start => new(First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>How many minutes it has.</summary>
    public int Minutes => Days * 24 * 60;

    /// <inheritdoc/>
    public override string ToString() => $"seed {Seed}, {Zone} from {First:yyyy-MM-dd}";

    private static int Seeded(int stretch) => Number("SIGNAGE_SEED") is { } seed ? (seed * 100) + stretch : stretch;

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
