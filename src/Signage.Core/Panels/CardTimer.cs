namespace Signage.Core.Panels;

/// <summary>定时开关机: the ranges of every day in which a card darkens its panel by its own clock, whoever is there to tell it. A value.</summary>
public sealed class CardTimer : IEquatable<CardTimer>
{
    /// <summary>The most ranges that anybody asks for.</summary>
    public const int Most = 8;

    /// <summary>Makes a timer.</summary>
    /// <param name="ranges">In any order, apart from each other.</param>
    /// <exception cref="ArgumentException">Two of them meet, or there are too many.</exception>
    public CardTimer(params IReadOnlyList<DarkHours> ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        Ranges = [.. ranges.OrderBy(range => range.From)];
        if (Ranges.Count > Most || Enumerable.Range(0, Ranges.Count).Any(at => Ranges.Count > 1 && Meets(Ranges[at], Ranges[(at + 1) % Ranges.Count])))
        {
            throw new ArgumentException($"{this} is no timer.");
        }
    }

    /// <summary>The card darkens nothing by itself.</summary>
    public static CardTimer None { get; } = new();

    /// <summary>The ranges, the earliest first.</summary>
    public IReadOnlyList<DarkHours> Ranges { get; }

    /// <summary>True when it darkens nothing.</summary>
    public bool IsNone => Ranges.Count == 0;

    /// <summary>Reads what <see cref="ToString"/> writes; null when it is none.</summary>
    public static CardTimer? Read(string text)
    {
        if (text == "off")
        {
            return None;
        }

        DarkHours?[] ranges = [.. (text ?? "").Split(',').Select(DarkHours.Read)];
        try
        {
            return ranges.All(range => range is not null) ? new CardTimer([.. ranges.Select(range => range!.Value)]) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public bool Equals(CardTimer? other) => other is not null && Ranges.SequenceEqual(other.Ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CardTimer);

    /// <inheritdoc/>
    public override int GetHashCode() => Ranges.Aggregate(0, HashCode.Combine);

    /// <summary>The timer as <c>12:00-13:00,22:00-06:00</c>, or <c>off</c>.</summary>
    public override string ToString() => IsNone ? "off" : string.Join(',', Ranges);

    // Where one ends as the next begins there is no light between, and a card could not be told both.
    private static bool Meets(DarkHours one, DarkHours next) => one.Has(next.From) || one.Until == next.From || next.Has(one.From);
}
