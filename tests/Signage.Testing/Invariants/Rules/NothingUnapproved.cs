using Signage.Core.Programmes;

namespace Signage.Testing.Invariants.Rules;

/// <summary>I1, I10: every show that the gate let through has the words of the built-in pack and no others; none of them is empty or a stand-in.</summary>
internal sealed class NothingUnapproved : IInvariant
{
    public string Name => "I1";

    public IEnumerable<(Moment At, string What)> Breaches(SiteHistory history)
    {
        var known = CharityPack.Instance.Slogans.Select(slogan => slogan.Text).ToHashSet(StringComparer.Ordinal);
        return history.Events.OfType<ShowApproved>()
            .SelectMany(show => show.Words.Where(words => !known.Contains(words)).Select(words => (show.At, $"{show.Panel}: '{words}' is not in the built-in pack")));
    }
}
