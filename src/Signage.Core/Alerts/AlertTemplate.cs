namespace Signage.Core.Alerts;

/// <summary>How the words of a warning are put together on a sign.</summary>
/// <param name="Parts">
/// The parts in order, each with one place: <c>{event}</c>, <c>{headline}</c>, <c>{instruction}</c>, <c>{description}</c> or <c>{sender}</c>. A part whose place is empty
/// falls away whole. The first part is the one that a sign shows when nothing else has room.
/// </param>
/// <param name="MostLetters">The longest text, in letters as people count them.</param>
public sealed record AlertTemplate(IReadOnlyList<string> Parts, int MostLetters)
{
    /// <summary>【暴雨橙色预警】 with the headline and what to do, in at most 200 letters.</summary>
    public static AlertTemplate Usual { get; } = new(["【{event}】", "{headline}", "{instruction}"], 200);

    /// <summary>Whether a text can be drawn letter by letter where it is to be lit. Everything can unless set: who knows no fonts cannot tell.</summary>
    public Func<string, bool> CanBeDrawn { get; init; } = static _ => true;

    /// <summary>The parts filled with an info, in order, empty ones and a second one with the same words left out.</summary>
    internal IReadOnlyList<string> Fill(AlertInfo info)
    {
        (string Place, string Words)[] places =
        [
            ("{event}", PlainText.Of(info.Event)), ("{headline}", PlainText.Of(info.Headline)), ("{instruction}", PlainText.Of(info.Instruction)),
            ("{description}", PlainText.Of(info.Description)), ("{sender}", PlainText.Of(info.SenderName)),
        ];
        var (filled, used) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var part in Parts)
        {
            var (place, words) = places.FirstOrDefault(pair => part.Contains(pair.Place, StringComparison.Ordinal));
            if (words is { Length: > 0 } && used.Add(words))
            {
                filled.Add(part.Replace(place, words, StringComparison.Ordinal));
            }
        }

        return filled;
    }
}
