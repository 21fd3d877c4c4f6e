namespace Signage.Transports.Tests.Broker.Access;

/// <summary>
/// Every role with every filter, while somebody speaks to the topics around and has had something kept at each: the answer, and all that came. What is not allowed is
/// denied.
/// </summary>
public sealed class ListeningMatrixTests(SiteWithVoice place) : IClassFixture<SiteWithVoice>
{
    // Each topic comes twice at most, kept and live.
    private static readonly int MostMessages = (2 * AccessTopics.Spoken.Count) + 1;

    public static TheoryData<string, string> Cells =>
    [
        .. from role in AccessRoles.All
           from filter in AccessTopics.Filters
           select new TheoryDataRow<string, string>(role, filter),
    ];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task S09_Role_WhenItListens_HearsWhatItMayAndNothingElse(string role, string filter)
    {
        foreach (var version in AccessOutcome.Versions)
        {
            var before = place.Site.Broker.Counters;
            string answer, heard;
            using (var listener = await place.Site.EnterAsync(role, version))
            {
                // More quality than there is.
                answer = await listener.SubscribeAsync(2, filter);
                await place.Voice.SayAllAsync();
                await listener.DrainAsync(MostMessages);
                heard = Sorted(listener.TakeHeard());
            }

            await place.Site.QuietAsync();
            Assert.Equal(Expected(role, filter, version), new AccessOutcome(version, answer, heard, place.Site.RefusedSince(before)));
        }
    }

    private static AccessOutcome Expected(string role, string filter, byte version)
    {
        if (!AccessRule.Listening(role, filter))
        {
            // Shared subscriptions have a word of their own; MQTT 3.1.1 has one for everything.
            var reason = version != 5 ? "80" : filter.StartsWith("$share/", StringComparison.Ordinal) ? "9E" : "87";
            return new(version, $"SUBACK {reason}", "", "MayNotSubscribe");
        }

        var named = AccessTopics.Spoken.Where(topic => AccessRule.Names(filter, topic));
        var messages = named.SelectMany(topic => (HeardMessage[])[new(topic, Voice.Kept, Kept: true), new(topic, Voice.Live, Kept: false)]);
        return new(version, "SUBACK 01", Sorted(messages), "");
    }

    private static string Sorted(IEnumerable<HeardMessage> messages) =>
        string.Join(", ", messages.Select(message => $"{message}").Order(StringComparer.Ordinal));
}
