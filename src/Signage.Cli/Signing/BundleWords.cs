using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Cli.Arguments;
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
        foreach (var face in words.Drawings.GroupBy(drawing => drawing.Face))
        {
            yield return Words.BundleFace.With(face.Key, face.Count(), face.Sum(drawing => drawing.Pages.Count));
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
            ["drawings"] = new JsonArray([.. words.Drawings.Select(drawing => (JsonNode)new JsonObject
            {
                ["face"] = drawing.Face.ToString(),
                ["pages"] = new JsonArray([.. drawing.Pages.Select(page => (JsonNode)page.Frame.Hex)]),
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
            .. style.Colour is { } colour ? [$"#{colour.R:x2}{colour.G:x2}{colour.B:x2}"] : Array.Empty<string>(),
        ];
        return wishes.Length == 0 ? Words.BundleNoWish : string.Join("、", wishes);
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
