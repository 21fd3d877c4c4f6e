using System.Text.Json.Serialization;

namespace Signage.Cli.Demo;

/// <summary>The proof of <c>demo --once</c>, as scripts read it from <c>verdict.json</c>.</summary>
/// <param name="Equal">True only when every row is.</param>
/// <param name="Rows">One row for each panel and slogan.</param>
internal sealed record Verdict(bool Equal, IReadOnlyList<VerdictRow> Rows);

/// <summary>One slogan on one panel.</summary>
/// <param name="Panel">The panel's id.</param>
/// <param name="Profile">Its card.</param>
/// <param name="Link">The URI scheme of its endpoint.</param>
/// <param name="Face">Its face.</param>
/// <param name="Item">The slogan's id in the pack.</param>
/// <param name="Desired">Digest of the show that was approved.</param>
/// <param name="Glass">Digest of the pages that the simulated card decoded; empty when it holds none.</param>
/// <param name="Equal">Both digests agree and every sampled picture of the glass was the expected one.</param>
internal sealed record VerdictRow(
    string Panel, string Profile, string Link, string Face, string Item, string Desired, string Glass, bool Equal);

/// <summary>How verdicts are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Verdict))]
internal sealed partial class VerdictJson : JsonSerializerContext;
