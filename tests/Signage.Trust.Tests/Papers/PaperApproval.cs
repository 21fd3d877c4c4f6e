namespace Signage.Trust.Tests.Papers;

/// <summary>
/// A second opener of approvals, from docs/trust.md: yes (what was approved) or no. <see cref="Of"/> takes an envelope; <see cref="Judge"/> a payload and the
/// people who signed it, for tests in which the signatures are not in question.
/// </summary>
internal sealed record PaperApproval(PaperStatement Statement, PaperWords Words, byte[] Payload)
{
    private const int MostDays = 3_660;

    public static PaperApproval? Of(byte[] envelope, PaperRoot root, string district, string site, long now)
    {
        // Whoever has one of the roles is somebody, revoked or not; a signature of anybody else is passed over.
        var reviewers = root.People.Where(person => (person.Roles >> PaperRoot.First & 0b111) != 0).ToList();
        List<(byte[] Point, string Person)> keys = [.. reviewers.SelectMany(person => person.Keys, (person, key) => (key, person.Id))];
        var payload = PaperEnvelope.Open(envelope, "signage.approval.1", root.Profile, keys, 0);
        return payload is null
            ? null
            : Judge(payload, [.. reviewers.Select(person => person.Id).Where(id => Signed(id))], root, district, site, now);

        bool Signed(string id) => PaperEnvelope.Open(envelope, "signage.approval.1", root.Profile, [.. keys.Where(key => key.Person == id)], 1) is not null;
    }

    public static PaperApproval? Judge(byte[] payload, IReadOnlyCollection<string> signed, PaperRoot root, string district, string site, long now) =>
        root.Expires > now
        && PaperStatement.Read(payload) is { } statement
        && PaperWords.Read(statement.Body) is { } words
        && words.Mode >= root.UsualMode
        && Covers(root, signed, words.Mode, words.Author)
        && (words.Mode != 2 || HasSigned(root, signed, words.Author))
        && statement.Series == words.Series
        && statement.Holds(root, district, site, now, MostDays)
            ? new(statement, words, payload)
            : null;

    /// <summary>Whether both say the same: who signed is not in what was signed.</summary>
    public bool IsSame(PaperApproval other) => Payload.AsSpan().SequenceEqual(other.Payload);

    // Of two people one is the author, who signs as somebody with a review.
    private static bool HasSigned(PaperRoot root, IReadOnlyCollection<string> signed, string author) =>
        signed.Contains(author) && root.People.Any(person => person.Id == author && (person.MayAct(PaperRoot.First) || person.MayAct(PaperRoot.Second) || person.MayAct(PaperRoot.Final)));

    /// <summary>Whether people can be given to the steps, each to one, so that every step has as many as the root asks for.</summary>
    public static bool Covers(PaperRoot root, IEnumerable<string> signed, uint mode, string author)
    {
        int[] steps = mode == 3 ? [PaperRoot.First, PaperRoot.Second, PaperRoot.Final] : [PaperRoot.Final];
        var people = root.People.Where(person => signed.Contains(person.Id) && (mode == 1 || person.Id != author));

        // All the ways to have filled the steps so far, as how many each still lacks; every person may stay away or fill one.
        HashSet<(int, int, int)> lacking = [(Needed(0), Needed(1), Needed(2))];
        foreach (var person in people)
        {
            lacking.UnionWith([.. lacking.SelectMany(one => ((int, int, int)[])
            [
                (one.Item1 - May(person, 0), one.Item2, one.Item3),
                (one.Item1, one.Item2 - May(person, 1), one.Item3),
                (one.Item1, one.Item2, one.Item3 - May(person, 2)),
            ])]);
        }

        return lacking.Any(one => one is ( <= 0, <= 0, <= 0));

        int Needed(int at) => at < steps.Length ? Math.Max(1, (int)root.Thresholds[steps[at]]) : 0;
        int May(PaperPerson person, int at) => at < steps.Length && person.MayAct(steps[at]) ? 1 : 0;
    }
}
