using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Signage.Trust.Audit;

namespace Signage.Storage.Auditing;

/// <summary>What the audit keeps of one change: everything but when.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Action">What, such as <c>slot.add</c>.</param>
/// <param name="Subject">To what.</param>
/// <param name="Details">Whatever else; what is absent is null.</param>
internal sealed record AuditNote(Actor Actor, string Action, string Subject, IReadOnlyList<(string Name, string? Value)> Details)
{
    // The rest of the details of an entry is for what else there is to say.
    private const int MostParts = 26;

    /// <summary>
    /// The facts of an instant. What is too long for the audit is cut, and its digest stands beside it; a clock from before 1970 counts as 1970. No change is ever refused for what its entry says.
    /// </summary>
    public AuditFacts At(DateTimeOffset instant) => new(
        instant < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : instant, Cut(Actor.Name, AuditFacts.MostName), Action, Cut(Subject, AuditFacts.MostName),
        Details.Where(detail => !string.IsNullOrEmpty(detail.Value)).Select(detail => KeyValuePair.Create(detail.Name, Cut(detail.Value!, AuditFacts.MostValue))));

    /// <summary>
    /// Many things in one entry: how many, SHA-256 of all of them (UTF-8, a line feed between two), and the things themselves, as many as an entry holds, in details named <c>part-01</c> and so on.
    /// </summary>
    public static IEnumerable<(string Name, string? Value)> Many(IReadOnlyCollection<string> things) =>
    [
        ("count", things.Count.ToString(CultureInfo.InvariantCulture)),
        ("sha256", Digest(string.Join('\n', things))),
        .. Parts(things).Take(MostParts).Select((part, at) => (string.Create(CultureInfo.InvariantCulture, $"part-{at + 1:00}"), (string?)part)),
    ];

    // As many whole lines as a detail holds, again and again.
    private static IEnumerable<string> Parts(IReadOnlyCollection<string> things)
    {
        var part = new StringBuilder();
        foreach (var thing in things)
        {
            if (part.Length > 0 && part.Length + 1 + thing.Length > AuditFacts.MostValue)
            {
                yield return part.ToString();
                part.Clear();
            }

            part.Append(part.Length == 0 ? "" : "\n").Append(thing);
        }

        yield return part.ToString();
    }

    private static string Cut(string text, int most)
    {
        // Half a character has no bytes; a text with one would be refused, and the change with it.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        const int Mark = 80;
        return whole.Length <= most ? whole : $"{Head(whole, most - Mark)}… sha256={Digest(whole)}";
    }

    private static string Head(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
