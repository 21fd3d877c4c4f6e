using System.Globalization;
using System.Text;

namespace Signage.Core.Text;

/// <summary>Fills the places of a text for people, such as <c>Words.PortTaken.With(port)</c>.</summary>
public static class TextFormat
{
    /// <summary>The text with its places <c>{0}</c>, <c>{1}</c> … filled. Numbers look the same on every machine, whatever its language.</summary>
    /// <param name="text">The text; a brace that is meant as one is doubled.</param>
    /// <param name="values">One value for each place.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than places: the text and the code have drifted apart.</exception>
    public static string With(this string text, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var format = CompositeFormat.Parse(text);
        return format.MinimumArgumentCount == values.Length
            ? string.Format(CultureInfo.InvariantCulture, format, values)
            : throw new ArgumentException($"The text takes {format.MinimumArgumentCount} values, not {values.Length}: {text}", nameof(values));
    }
}
