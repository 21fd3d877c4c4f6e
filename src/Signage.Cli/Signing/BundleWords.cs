using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Cli.Arguments;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Trust.Approvals;

namespace Signage.Cli.Signing;

/// <summary>A bundle in words: all that its signature would stand for.</summary>
internal static class BundleWords
{
    /// <summary>A line for each thing that is signed.</summary>
    public static IEnumerable<string> Lines(ReviewBundle bundle)
    {
        var (words, statement) = (bundle.Words, bundle.Statement);
        yield return Words.BundleText.With(words.Text);
        yield return Words.BundleItem.With(words.ItemId, statement.Version);
        yield return Words.BundleAuthor.With(words.AuthorId, ReviewWords.Of(words.Mode));
        yield return Words.BundleWhere.With(statement.Target, words.Panels.Count == 0 ? Words.BundleAllPanels : string.Join("、", words.Panels));
        yield return Words.BundleWhen.With(Instant(words.From), Instant(statement.ExpiresAt));
        yield return Words.BundleStyle.With(Style(words.Style));
        yield return Words.BundleRules.With(words.LayoutRules);
        foreach (var (number, drawing) in words.Drawings.Index())
        {
            yield return Words.BundleDrawing.With(number + 1, drawing.Face, string.Join("、", drawing.Pages.Select((page, at) => $"{at + 1} {EffectWords.Of(page.Effect)}")));
        }

        yield return Words.BundleDigest.With(bundle.Draft.Digest);
    }

    /// <summary>The same for machines.</summary>
    public static JsonObject Json(ReviewBundle bundle)
    {
        var (words, statement) = (bundle.Words, bundle.Statement);
        return new JsonObject
        {
            ["digest"] = bundle.Draft.Digest,
            ["text"] = words.Text,
            ["item"] = words.ItemId,
            ["version"] = statement.Version,
            ["author"] = words.AuthorId,
            ["mode"] = (int)words.Mode,
            ["target"] = statement.Target,
            ["panels"] = new JsonArray([.. words.Panels.Select(panel => (JsonNode)panel)]),
            ["from"] = Instant(words.From),
            ["until"] = Instant(statement.ExpiresAt),
            ["layoutRules"] = words.LayoutRules,
            ["style"] = new JsonObject
            {
                ["effect"] = words.Style.Effect is { } effect ? EffectWords.Of(effect) : null,
                ["stepMilliseconds"] = words.Style.Step?.TotalMilliseconds,
                ["staySeconds"] = words.Style.Stay?.TotalSeconds,
                ["colour"] = words.Style.Colour is { } colour ? Colour(colour) : null,
            },
            ["drawings"] = new JsonArray([.. words.Drawings.Select(drawing => (JsonNode)new JsonObject
            {
                ["face"] = drawing.Face.ToString(),
                ["pages"] = new JsonArray([.. drawing.Pages.Select(page => (JsonNode)new JsonObject { ["frame"] = page.Frame.Hex, ["effect"] = EffectWords.Of(page.Effect) })]),
            })]),
        };
    }

    private static string Style(ShowStyle style)
    {
        string[] wishes =
        [
            .. style.Effect is { } effect ? [EffectWords.Of(effect)] : Array.Empty<string>(),
            .. style.Step is { } step ? [Words.BundleStep.With(step.TotalMilliseconds)] : Array.Empty<string>(),
            .. style.Stay is { } stay ? [Words.BundleStay.With(stay.TotalSeconds)] : Array.Empty<string>(),
            .. style.Colour is { } colour ? [Colour(colour)] : Array.Empty<string>(),
        ];
        return wishes.Length == 0 ? Words.BundleNoWish : string.Join("、", wishes);
    }

    private static string Colour(LedColour colour) => $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}";

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
