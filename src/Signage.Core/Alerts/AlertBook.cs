using System.Collections.Immutable;

namespace Signage.Core.Alerts;

/// <summary>
/// 预警簿: the messages that were taken in. Immutable, and nothing but the set of its messages: whatever order they came in, the book is the same. What replaces or takes back a
/// message does so for good, whether it came before or after it.
/// </summary>
public sealed class AlertBook
{
    /// <summary>How long after <c>sent</c> an info without <c>expires</c> is lit.</summary>
    public static TimeSpan WithoutEnd { get; } = TimeSpan.FromHours(24);

    /// <summary>The longest after <c>sent</c> that anything is lit, whatever <c>expires</c> says. What is older can be forgotten without a change to what is lit.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(30);

    private readonly ImmutableSortedDictionary<AlertId, AlertEntry> _entries;

    private AlertBook(ImmutableSortedDictionary<AlertId, AlertEntry> entries)
    {
        _entries = entries;
        AlertMessage[] acting = [.. entries.Values.Where(entry => entry.Message.Acts).Select(entry => entry.Message)];
        Endings = acting.SelectMany(message => message.References.Select(reference => (Reference: reference, Message: message)))
            .Concat(ByIdentifier(entries, acting))
            .Distinct()
            .Where(pair => entries.TryGetValue(pair.Reference, out var ended) && pair.Message.Ends(ended.Message))
            .GroupBy(pair => pair.Reference, pair => pair.Message)
            .ToImmutableDictionary(ended => ended.Key, Strongest);
    }

    /// <summary>Nothing taken in yet.</summary>
    public static AlertBook Empty { get; } = new(ImmutableSortedDictionary<AlertId, AlertEntry>.Empty);

    /// <summary>All messages, ordered by their ids: oldest first.</summary>
    public IReadOnlyList<AlertEntry> Entries => [.. _entries.Values];

    /// <summary>The messages that others ended, each with the one that counts: a cancellation before an update, the newest first.</summary>
    internal ImmutableDictionary<AlertId, AlertMessage> Endings { get; }

    /// <summary>
    /// The book with a message in it; the same book when it has it. Of two messages with one name and different contents the one that was taken in first stays, and where
    /// both came at one instant the one whose text is first by its letters.
    /// </summary>
    public AlertBook Take(AlertMessage message, DateTimeOffset taken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var entry = new AlertEntry(message, taken);
        return _entries.TryGetValue(message.Id, out var held) && !IsBefore(entry, held) ? this : new AlertBook(_entries.SetItem(message.Id, entry));
    }

    /// <summary>
    /// The book without what can light nothing at an instant and later, and ends nothing that can: messages sent longer ago than <see cref="Longest"/>. One that comes once
    /// more is harmless: its own time is over, too.
    /// </summary>
    public AlertBook Forget(DateTimeOffset instant)
    {
        AlertId[] old = [.. _entries.Keys.TakeWhile(id => id.Sent + Longest <= instant)];
        return old.Length == 0 ? this : new AlertBook(_entries.RemoveRange(old));
    }

    /// <summary>
    /// What is lit at a site: highest severity first, then urgency, then the newest, then by name. The same at every instant until <see cref="NextChange"/>.
    /// </summary>
    /// <param name="instant">The instant.</param>
    /// <param name="site">Where the site is.</param>
    /// <param name="template">How words are put together; null for the usual way.</param>
    public IReadOnlyList<ActiveAlert> ActiveAt(DateTimeOffset instant, SitePlaceArea site, AlertTemplate? template = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        return
        [
            .. Living().SelectMany(entry => AlertSpan.Of(entry.Message, site, template ?? AlertTemplate.Usual)
                    .Where(span => span.Holds(instant)).Select(span => AlertTold.Active(this, entry.Message, span, instant)))
                .OrderBy(alert => alert.Severity).ThenBy(alert => alert.Message.Infos[alert.Info].Urgency)
                .ThenByDescending(alert => alert.Message.Id).ThenBy(alert => alert.Info),
        ];
    }

    /// <summary>All that would be lit at a site at some time, message after message: nothing that was ended, is for others, or is only an exercise.</summary>
    /// <param name="site">Where the site is.</param>
    /// <param name="template">How words are put together; null for the usual way.</param>
    public IReadOnlyList<AlertLighting> Lightings(SitePlaceArea site, AlertTemplate? template = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        return
        [
            .. Living().SelectMany(entry => AlertSpan.Of(entry.Message, site, template ?? AlertTemplate.Usual)
                .Where(span => span.Words is not null && span.From < span.Until)
                .Select(span => new AlertLighting(entry.Message, span.Index, span.Words!, span.From, span.Until, span.Info.Severity))),
        ];
    }

    /// <summary>The next instant after one at which <see cref="ActiveAt"/> may answer differently; null when it never will with these messages.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="site">Where the site is.</param>
    /// <param name="template">How words are put together; null for the usual way.</param>
    public DateTimeOffset? NextChange(DateTimeOffset instant, SitePlaceArea site, AlertTemplate? template = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        return Living().SelectMany(entry => AlertSpan.Of(entry.Message, site, template ?? AlertTemplate.Usual)).SelectMany(span => span.Edges)
            .Where(edge => edge > instant).Select(edge => (DateTimeOffset?)edge).Min();
    }

    /// <summary>What becomes of each message at a site at an instant, and why; in the order of <see cref="Entries"/>.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="site">Where the site is.</param>
    /// <param name="template">How words are put together; null for the usual way.</param>
    public IReadOnlyList<AlertJudgement> Judge(DateTimeOffset instant, SitePlaceArea site, AlertTemplate? template = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        return [.. _entries.Values.Select(entry => AlertTold.Judge(this, entry, instant, site, template ?? AlertTemplate.Usual))];
    }

    /// <summary>The messages of the book that one replaced, directly or through others, newest first.</summary>
    internal IReadOnlyList<AlertId> ReplacedBy(AlertMessage message)
    {
        var (replaced, left) = (new SortedSet<AlertId>(), new Stack<AlertMessage>([message]));
        while (left.TryPop(out var next))
        {
            foreach (var older in next.References)
            {
                if (_entries.TryGetValue(older, out var entry) && next.Ends(entry.Message) && older != message.Id && replaced.Add(older))
                {
                    left.Push(entry.Message);
                }
            }
        }

        return [.. replaced.Reverse()];
    }

    private IEnumerable<AlertEntry> Living() => _entries.Values.Where(entry => AlertTold.MayLight(entry.Message) && !Endings.ContainsKey(entry.Message.Id));

    // One walk through the book for all that name by an identifier alone: the order of the book begins with the instant, which those do not know.
    private static IEnumerable<(AlertId Reference, AlertMessage Message)> ByIdentifier(ImmutableSortedDictionary<AlertId, AlertEntry> entries, AlertMessage[] acting)
    {
        var wanted = acting.SelectMany(message => message.ReferencedIdentifiers.Select(identifier => (message.Id.Sender, Identifier: identifier, Message: message)))
            .ToLookup(pair => (pair.Sender, pair.Identifier), pair => pair.Message);
        return wanted.Count == 0 ? [] : entries.Keys.SelectMany(id => wanted[(id.Sender, id.Identifier)].Select(message => (id, message)));
    }

    private static AlertMessage Strongest(IGrouping<AlertId, AlertMessage> ending) =>
        ending.OrderByDescending(message => message.Type == AlertMessageType.Cancel).ThenByDescending(message => message.Id).First();

    private static bool IsBefore(AlertEntry entry, AlertEntry held) => entry.Taken != held.Taken
        ? entry.Taken < held.Taken
        : string.CompareOrdinal(entry.Message.Original, held.Message.Original) < 0;
}
