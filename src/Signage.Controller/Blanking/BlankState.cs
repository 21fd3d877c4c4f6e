using System.Text.Json.Serialization;
using Signage.Core.Panels;

namespace Signage.Controller.Blanking;

/// <summary>Which panels must be dark, since when and by whose word. Immutable.</summary>
/// <param name="Number">Counts presses; a release names the one that it ends. 0 before the first.</param>
/// <param name="On">True while panels must be dark.</param>
/// <param name="Panels">The panels that must be dark, by id; empty means all of the site, those enrolled later included.</param>
/// <param name="By">Who pressed, or who released.</param>
/// <param name="At">When, site time.</param>
/// <param name="CodeDigest">SHA-256 of the release code, lower-case hex; null when nothing is to be released.</param>
/// <param name="WrongCodes">How often a wrong code was tried for this number.</param>
public sealed record BlankState(
    int Number, bool On, IReadOnlyList<string> Panels, string By, DateTimeOffset At, string? CodeDigest = null, int WrongCodes = 0)
{
    /// <summary>Nobody ever pressed.</summary>
    public static BlankState Never { get; } = new(0, false, [], "", DateTimeOffset.UnixEpoch);

    /// <summary>True while the panel must be dark.</summary>
    public bool Covers(PanelId panel) => On && (Panels.Count == 0 || Panels.Contains(panel.Value));
}

/// <summary>How a state is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BlankState))]
internal sealed partial class BlankStateJson : JsonSerializerContext;
