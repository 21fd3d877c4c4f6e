using Signage.Transports.Broker.Rights;

namespace Signage.Transports.Tests.Broker.Access;

/// <summary>Somebody who says what there is to hear, and has had it kept before: who listens where he may not would hear it.</summary>
internal sealed class Voice : IDisposable
{
    public const string Name = "voice";
    public const string Live = "live";
    public const string Kept = "kept";

    private readonly AccessClient _client;

    private Voice(AccessClient client) => _client = client;

    public static TopicRight[] Rights => [.. AccessTopics.Spoken.Select(topic => TopicRight.Publish(topic, retain: true))];

    public static async Task<Voice> SpeakAsync(AccessSite site)
    {
        var client = await site.StayAsync(Name);
        foreach (var topic in AccessTopics.Spoken)
        {
            // Nobody hears it yet.
            Assert.Equal("PUBACK 10", await client.PublishAsync(topic, Kept, retain: true));
        }

        return new Voice(client);
    }

    /// <summary>Says something to every topic; it is on its way to whoever hears it when this returns.</summary>
    public async Task SayAllAsync()
    {
        foreach (var topic in AccessTopics.Spoken)
        {
            await _client.PublishAsync(topic, Live, quality: 0);
        }

        Assert.Equal("PINGRESP", await _client.PingAsync());
    }

    public void Dispose() => _client.Dispose();
}
