using Signage.Trust.Screening.Lists;

namespace Signage.Trust.Screening.Search;

/// <summary>Where phrases stand that hold a word and are right. Immutable.</summary>
internal sealed class ExceptedPlaces
{
    private readonly Dictionary<WordEntry, List<(int First, int Last)>> _places = new(ReferenceEqualityComparer.Instance);

    /// <summary>Keeps the places, which come in order of their last sign.</summary>
    public ExceptedPlaces(IEnumerable<(WordEntry Entry, int First, int Last)> phrases)
    {
        foreach (var (entry, first, last) in phrases)
        {
            if (!_places.TryGetValue(entry, out var places))
            {
                _places[entry] = places = [];
            }

            places.Add((first, last));
        }
    }

    /// <summary>True when a phrase of an entry holds a place whole. Phrases are short, so only those that end soon after the place are asked.</summary>
    public bool Hold(WordEntry entry, int first, int last)
    {
        if (!_places.TryGetValue(entry, out var places))
        {
            return false;
        }

        var at = places.BinarySearch((0, last), ByLast);
        for (at = at < 0 ? ~at : at; at > 0 && places[at - 1].Last == last; at--)
        {
        }

        for (; at < places.Count && places[at].Last <= last + WordListReader.LongestWord; at++)
        {
            if (places[at].First <= first)
            {
                return true;
            }
        }

        return false;
    }

    private static Comparer<(int First, int Last)> ByLast { get; } = Comparer<(int First, int Last)>.Create((one, other) => one.Last.CompareTo(other.Last));
}
