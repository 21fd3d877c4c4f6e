using System.Text;

namespace Signage.Transports.Tests.Broker.Access;

/// <summary>Somebody who was let in: says things and tells the answers as short texts. Messages that come in between are noted.</summary>
internal sealed class AccessClient(RawClient wire, byte version) : IDisposable
{
    private const string Closed = "closed";

    // Far more than any answer takes: gives up instead of hanging a whole suite.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    private readonly List<HeardMessage> _heard = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Hands out what was heard since the last time.</summary>
    public IReadOnlyList<HeardMessage> TakeHeard()
    {
        HeardMessage[] heard = [.. _heard];
        _heard.Clear();
        return heard;
    }

    /// <summary>Says a message, and hears the answer to it if there is one.</summary>
    public async Task<string> PublishAsync(string topic, string payload, int quality = 1, bool retain = false)
    {
        var packet = RawPackets.Publish(topic, quality, Encoding.UTF8.GetBytes(payload), more: (byte)(retain ? 1 : 0), version: version);
        await wire.SayAsync(packet, Token);
        return quality == 0 ? "" : await AnswerAsync();
    }

    public Task<string> SubscribeAsync(byte quality, params IEnumerable<string> filters) => AskAsync(RawPackets.Subscribe(version, quality, filters));

    public Task<string> PingAsync() => AskAsync(RawPackets.Ping);

    public async Task<string> AskAsync(byte[] question)
    {
        await wire.SayAsync(question, Token);
        return await AnswerAsync();
    }

    /// <summary>Asks so often that all messages that were on their way have come: the broker puts answers before messages, but only one by one.</summary>
    /// <param name="messages">More than there can be on the way.</param>
    public async Task DrainAsync(int messages)
    {
        await wire.SayAsync(Enumerable.Range(0, messages).SelectMany(_ => RawPackets.Ping).ToArray(), Token);
        for (var answer = 0; answer < messages; answer++)
        {
            Assert.Equal("PINGRESP", await AnswerAsync());
        }
    }

    /// <summary>Says something, and hears on until a certain message.</summary>
    public async Task<IReadOnlyList<HeardMessage>> HearUntilAsync(Func<HeardMessage, bool> isLast, params byte[] says)
    {
        await wire.SayAsync(says, Token);
        while (!_heard.Exists(message => isLast(message)))
        {
            Assert.NotEqual(Closed, await NextAsync());
        }

        return TakeHeard();
    }

    public void Dispose() => wire.Dispose();

    private async Task<string> AnswerAsync()
    {
        while (true)
        {
            if (await NextAsync() is { } answer)
            {
                return answer;
            }
        }
    }

    /// <summary>Reads one packet; null for one that is no answer.</summary>
    private async Task<string?> NextAsync()
    {
        switch (await wire.HearAsync(Token).WaitAsync(Most, Token))
        {
            case null:
                return Closed;
            case ( >= 0x30 and <= 0x3F, _) and var (first, body):
                _heard.Add(HeardMessage.Read(first, body, version));
                return null;
            case (0xE0, _):
                // A farewell; the end comes behind it.
                return null;
            case (0x40, [_, _]):
                return "PUBACK";
            case (0x40, [_, _, var reason, ..]):
                return $"PUBACK {reason:X2}";
            case (0x90, var body):
                return $"SUBACK {BitConverter.ToString(body[(version == 5 ? 3 : 2)..])}";
            case (0xB0, _):
                return "UNSUBACK";
            case (0xD0, []):
                return "PINGRESP";
            case var (first, body):
                return $"{first:X2} {Convert.ToHexString(body)}";
        }
    }
}
