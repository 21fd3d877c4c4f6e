namespace Signage.Transports.Tests.Broker.Access;

/// <summary>Two panels at one broker, of every pair of kinds: neither reads nor writes what is the other's, however it asks.</summary>
public sealed class NeighbourTests(SiteWithVoice place) : IClassFixture<SiteWithVoice>
{
    private const string Forged = "forged";
    private const string Marker = "marker";

    private static readonly byte[] Versions = [5, 4, 3];

    private static readonly string[] Reserved =
        ["$SYS/#", "$SYS/+", "$SYS/+/#", "$SYS/broker/clients/connected", "$share/group/#", "$share/group/+/+/+", "$share", "$queue/signage/#"];

    public static TheoryData<string, string> Pairs =>
    [
        .. from one in AccessRoles.Panels
           from other in AccessRoles.Panels
           where one != other
           select new TheoryDataRow<string, string>(one, other),
    ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task S10_Panel_WhenItAsksForAllOfAnother_HearsOnlyItsOwn(string curious, string other)
    {
        foreach (var version in Versions)
        {
            using var listener = await place.Site.EnterAsync(curious, version);
            using var neighbour = await place.Site.EnterAsync(other, version);
            using var site = await place.Site.EnterAsync("signage", version);

            // In one packet with its own: each answer has to stand in its place.
            string[] filters = [AccessRule.Hears(curious, curious), .. Ways(other), .. Reserved];
            var answers = filters.Select(filter => AccessRule.Listening(curious, filter) ? "01" : version != 5 ? "80" : IsShared(filter) ? "9E" : "87");
            Assert.Equal($"SUBACK {string.Join('-', answers)}", await listener.SubscribeAsync(1, filters));

            await neighbour.PublishAsync($"signage/{other}/up", Voice.Live);
            await site.PublishAsync($"signage/{other}/down", Voice.Live);
            await place.Voice.SayAllAsync();
            await site.PublishAsync($"signage/{curious}/down", Marker);
            var heard = await listener.HearUntilAsync(message => message.Payload == Marker);
            Assert.All(heard, message => Assert.True(AccessRule.Names(filters[0], message.Topic), $"MQTT {version}: {message}"));

            // What was kept and what was live of its own did come, so the rest would have.
            Assert.Equal((true, true), (heard.Any(message => message.Kept), heard.Any(message => message is { Kept: false, Payload: Voice.Live })));
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task S10_Panel_WhenItSpeaksForAnother_NobodyHearsAndNothingKeptIsChanged(string loud, string other)
    {
        foreach (var version in Versions)
        {
            using var neighbour = await place.Site.EnterAsync(other);
            using var site = await place.Site.EnterAsync("signage");
            Assert.Equal("SUBACK 01", await neighbour.SubscribeAsync(1, AccessRule.Hears(other, other)));
            Assert.Equal("SUBACK 01", await site.SubscribeAsync(1, AccessRule.Hears("signage", other)));

            string[] topics =
            [
                $"signage/{other}/up", $"signage/{other}/down", $"signage/{other}", $"signage/{other}/custom/app", "$SYS/broker/uptime", "$share/group/signage",
            ];
            using (var speaker = await place.Site.EnterAsync(loud, version))
            {
                foreach (var topic in topics)
                {
                    await SpeakAsync(speaker, topic, version);
                    await place.Site.DieAsync(loud, version, topic, Forged, retain: false);
                    await place.Site.DieAsync(loud, version, topic, Forged, retain: true);
                }

                Assert.Equal("UNSUBACK", await speaker.AskAsync(
                    RawPackets.Packet(0xA2, [0, 1, .. version == 5 ? RawPackets.Packed([]) : [], .. RawPackets.Text(AccessRule.Hears(other, other))])));
            }

            await place.Site.QuietAsync(visitors: 2);
            await AgreeAsync(neighbour, site, $"signage/{other}/down");
            await AgreeAsync(site, neighbour, $"signage/{other}/up");
            using var late = await place.Site.EnterAsync(other);
            await late.SubscribeAsync(1, AccessRule.Hears(other, other));
            await AgreeAsync(late, site, $"signage/{other}/down");
        }
    }

    /// <summary>A listener who came just now hears what is kept as it was kept, then a message of the one who may speak, and nothing else.</summary>
    private static async Task AgreeAsync(AccessClient listener, AccessClient speaker, string topic)
    {
        await speaker.PublishAsync(topic, Marker);
        var heard = await listener.HearUntilAsync(message => message.Topic == topic && message.Payload == Marker);
        Assert.All(heard, message => Assert.True(message.Payload == Marker || message is { Kept: true, Payload: Voice.Kept }, $"{message}"));
        Assert.Contains(heard, message => message.Kept);
    }

    private static async Task SpeakAsync(AccessClient speaker, string topic, byte version)
    {
        var denied = version == 5 ? "PUBACK 87" : "PUBACK";
        await speaker.PublishAsync(topic, Forged, quality: 0);
        await speaker.PublishAsync(topic, Forged, quality: 0, retain: true);
        Assert.Equal(denied, await speaker.PublishAsync(topic, Forged));
        Assert.Equal(denied, await speaker.PublishAsync(topic, Forged, retain: true));
        Assert.Equal(denied, await speaker.PublishAsync(topic, "", retain: true));
    }

    /// <summary>Every filter that names something of a panel: any of its levels left open, cut off anywhere, or shared.</summary>
    private static IEnumerable<string> Ways(string panel)
    {
        string[] topics = [$"signage/{panel}/up", $"signage/{panel}/down", $"signage/{panel}/custom/app"];
        var open = topics.SelectMany(topic => Enumerable.Range(0, 1 << topic.Split('/').Length).Select(mask => Opened(topic.Split('/'), mask)));
        string[] ways = [.. open, "#", "+/#", "+/+/#", "signage/#", "signage/+/#", $"signage/{panel}/#", $"+/{panel}/#", $"signage/{panel}", $"signage/{panel}/up/#"];
        return ways.Append($"$share/group/signage/{panel}/#").Distinct();
    }

    private static string Opened(string[] levels, int mask) => string.Join('/', levels.Select((level, at) => (mask & (1 << at)) != 0 ? "+" : level));

    private static bool IsShared(string filter) => filter.StartsWith("$share/", StringComparison.Ordinal);
}
