using Signage.Transports.Broker.Rights;

namespace Signage.Transports.Tests.Broker.Access;

/// <summary>Somebody who may hear whatever anybody could hear: nothing that is delivered or kept escapes it. What begins with <c>$</c> reaches nobody at all.</summary>
internal sealed class Ear : IDisposable
{
    public const string Name = "ear";

    // Nobody else has to do with it.
    private const string Marker = "marker";

    private readonly AccessClient _client;
    private int _asked;

    private Ear(AccessClient client) => _client = client;

    /// <summary>It hears all, says its marker, and may have forgotten whatever is kept.</summary>
    public static TopicRight[] Rights =>
    [
        .. AccessTopics.Widest.Select(TopicRight.Subscribe), .. AccessTopics.Hearable.Select(topic => TopicRight.Publish(topic, retain: true)),
        TopicRight.Subscribe($"{Marker}/#"), TopicRight.Publish($"{Marker}/#"),
    ];

    public static async Task<Ear> ListenAsync(AccessSite site)
    {
        var client = await site.StayAsync(Name);
        string[] filters = [.. AccessTopics.Widest, $"{Marker}/#"];
        Assert.Equal($"SUBACK {string.Join('-', filters.Select(_ => "00"))}", await client.SubscribeAsync(0, filters));
        return new Ear(client);
    }

    /// <summary>
    /// What reached it since it was asked last, and then what is kept: a filter that comes again is told that anew, before the marker said behind it. Nothing is
    /// kept afterwards.
    /// </summary>
    public async Task<string> HearAsync()
    {
        var heard = await HearUntilMarkerAsync();
        foreach (var kept in heard.Where(message => message.Kept && AccessTopics.Hearable.Contains(message.Topic)))
        {
            await _client.PublishAsync(kept.Topic, "", retain: true);
            await HearUntilMarkerAsync();
        }

        return string.Join(", ", heard);
    }

    public void Dispose() => _client.Dispose();

    private async Task<IReadOnlyList<HeardMessage>> HearUntilMarkerAsync()
    {
        var marker = $"{Marker}/{_asked++}";
        var heard = await _client.HearUntilAsync(
            message => message.Topic == marker, [.. RawPackets.Subscribe(5, 0, AccessTopics.Widest), .. RawPackets.Publish(marker)]);
        return [.. heard.Where(message => message.Topic != marker)];
    }
}
