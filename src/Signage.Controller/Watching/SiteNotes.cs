namespace Signage.Controller.Watching;

/// <summary>What a person should know of the site as a whole, whoever found it out; asked for every page and every status.</summary>
/// <param name="sources">Each answers what it has to say now, in lines, without waiting.</param>
public sealed class SiteNotes(params IReadOnlyList<Func<IReadOnlyList<string>>> sources)
{
    /// <summary>What there is to say now; empty when all is well.</summary>
    public IReadOnlyList<string> Now => [.. sources.SelectMany(source => source())];
}
