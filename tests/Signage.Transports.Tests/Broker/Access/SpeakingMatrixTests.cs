using Signage.Transports.Broker;

namespace Signage.Transports.Tests.Broker.Access;

/// <summary>Every role with every topic and every way to say something there: the answer, who heard it, and what is kept. What is not allowed is denied.</summary>
public sealed class SpeakingMatrixTests(SiteWithEar place) : IClassFixture<SiteWithEar>
{
    private const string Says = "x";

    public static TheoryData<string, AccessUse, string> Cells =>
    [
        .. from role in AccessRoles.All
           from use in Enum.GetValues<AccessUse>()
           where use != AccessUse.Subscribe
           from topic in AccessTopics.Topics
           select new TheoryDataRow<string, AccessUse, string>(role, use, topic),
    ];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task S09_Role_WhenItSpeaks_IsHeardAndKeptWhereItMayAndNowhereElse(string role, AccessUse use, string topic)
    {
        foreach (var version in AccessOutcome.Versions)
        {
            var before = place.Site.Broker.Counters;
            var answer = await SpeakAsync(role, use, topic, version);
            await place.Site.QuietAsync();
            var outcome = new AccessOutcome(version, answer, await place.Ear.HearAsync(), place.Site.RefusedSince(before));
            Assert.Equal(Expected(role, use, topic, version), outcome);
        }
    }

    private static AccessOutcome Expected(string role, AccessUse use, string topic, byte version)
    {
        var refusal = AccessRule.Speaking(role, use, topic);
        return new(version, Answer(), refusal is null ? Heard() : "", $"{refusal}");

        // A message to what is no topic ends the connection; one that is denied does not. Only MQTT 5 has a word for "not authorized"; that all is well goes
        // without saying.
        string Answer() => (use, refusal) switch
        {
            (AccessUse.Will or AccessUse.RetainedWill, _) => "",
            (AccessUse.PublishUnanswered, BrokerRefusal.WrongTopic) => ", closed",
            (AccessUse.PublishUnanswered, _) => ", PINGRESP",
            (_, BrokerRefusal.WrongTopic) => "closed, closed",
            _ => $"PUBACK{(refusal is not null && version == 5 ? " 87" : "")}, PINGRESP",
        };

        string Heard() => use switch
        {
            AccessUse.Erase => $"{topic} = ",
            AccessUse.Retain or AccessUse.RetainedWill => $"{topic} = {Says}, {topic} = {Says} (kept)",
            _ => $"{topic} = {Says}",
        };
    }

    private async Task<string> SpeakAsync(string role, AccessUse use, string topic, byte version)
    {
        if (use is AccessUse.Will or AccessUse.RetainedWill)
        {
            await place.Site.DieAsync(role, version, topic, Says, retain: use == AccessUse.RetainedWill);
            return "";
        }

        using var client = await place.Site.EnterAsync(role, version);
        var answer = await client.PublishAsync(
            topic, use == AccessUse.Erase ? "" : Says, use == AccessUse.PublishUnanswered ? 0 : 1, retain: use is AccessUse.Retain or AccessUse.Erase);
        return $"{answer}, {await client.PingAsync()}";
    }
}
