using System.Text;

namespace Signage.Protocols.Tests.SecondDecoder.Awtrix;

/// <summary>
/// A second reading of what a clock is told, written from the protocol page alone: small, strict, by hand, and sharing nothing with the first. It knows
/// publishes at most once, and apps that draw one bitmap over the whole face.
/// </summary>
internal sealed class PlainClock
{
    private const int Pixels = 32 * 8;
    private readonly Dictionary<string, (byte[] Rgb, int Seconds)> _apps = [];
    private readonly List<string> _order = [];

    /// <summary>The apps in the order in which they came.</summary>
    public IReadOnlyList<(string Name, byte[] Rgb, int Seconds)> Apps => [.. _order.Select(name => (name, _apps[name].Rgb, _apps[name].Seconds))];

    /// <summary>Hears a packet that is published below a base of one level.</summary>
    public void Hear(byte[] packet)
    {
        Expect(packet[0] == 0x30, "a publish at most once");
        var (at, length, shift) = (1, 0, 0);
        do
        {
            length += (packet[at] & 127) << shift;
            shift += 7;
        }
        while (packet[at++] > 127);
        Expect(packet.Length == at + length, "the length that is announced");
        var topicLength = (packet[at] * 256) + packet[at + 1];
        var topic = Encoding.ASCII.GetString(packet, at + 2, topicLength);
        var payload = Encoding.ASCII.GetString(packet, at + 2 + topicLength, length - 2 - topicLength);
        var name = topic[(topic.IndexOf('/', StringComparison.Ordinal) + 1)..];
        if (!name.StartsWith("custom/", StringComparison.Ordinal))
        {
            return;
        }

        var app = name["custom/".Length..];
        if (payload.Length == 0)
        {
            _order.RemoveAll(known => known.StartsWith(app, StringComparison.Ordinal));
            return;
        }

        if (!_order.Contains(app))
        {
            _order.Add(app);
        }

        _apps[app] = Read(payload);
    }

    private static (byte[] Rgb, int Seconds) Read(string payload)
    {
        const string start = "{\"draw\":[{\"db\":[0,0,32,8,[";
        Expect(payload.StartsWith(start, StringComparison.Ordinal), "one bitmap over the whole face");
        var end = payload.IndexOf("]]}],", StringComparison.Ordinal);
        var colours = payload[start.Length..end].Split(',').Select(text => int.Parse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Expect(colours.Length == Pixels, "256 colours");
        var rest = payload[(end + 5)..^1].Split(',').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0].Trim('"'), pair => pair[1]);
        Expect(rest.Keys.ToHashSet().SetEquals(["duration", "lifetime", "noScroll"]) && rest["noScroll"] == "true", "duration, lifetime and noScroll");
        return ([.. colours.SelectMany(colour => (byte[])[(byte)(colour / 65536), (byte)(colour / 256 % 256), (byte)(colour % 256)])], int.Parse(rest["duration"], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new FormatException($"Expected {what}.");
        }
    }
}
