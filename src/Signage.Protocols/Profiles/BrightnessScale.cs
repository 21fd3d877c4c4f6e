using System.ComponentModel.DataAnnotations;
using Signage.Core.Text;

namespace Signage.Protocols.Profiles;

/// <summary>How a card counts brightness.</summary>
/// <param name="Min">The value for 0 percent.</param>
/// <param name="Max">The value for 100 percent.</param>
public sealed record BrightnessScale([Range(0, 65_535)] int Min, [Range(0, 65_535)] int Max)
{
    private const int Whole = 100;

    /// <summary>The card's step for a percentage.</summary>
    /// <param name="percent">0 to 100.</param>
    /// <param name="atMost">True for a step that is not brighter than that, but lit unless it is 0; false for the nearest.</param>
    /// <exception cref="NotSupportedException">It is not between 0 and 100.</exception>
    public int Level(int percent, bool atMost)
    {
        if (percent is < 0 or > Whole)
        {
            throw new NotSupportedException(Words.BrightnessOutOfRange.With(percent));
        }

        var below = (Max - Min) * percent / Whole;
        return Min + (!atMost
            ? (int)Math.Round((Max - Min) * percent / (double)Whole, MidpointRounding.AwayFromZero)
            : percent == 0 ? 0 : Math.Max(1, below));
    }

    /// <summary>The percentage of a step of the card, 0 to 100; the dimmest light is not none.</summary>
    public int Percent(int level) => level <= Min
        ? 0
        : Math.Max(1, (int)Math.Round((double)Whole * (Math.Min(level, Max) - Min) / (Max - Min), MidpointRounding.AwayFromZero));
}
