using Signage.Protocols.Dialogues;
using Signage.Transports.Mqtt;

namespace Signage.Transports.Tests.Mqtt;

public sealed class TopicQueueTests
{
    private const int Kilobyte = 1024;

    private readonly TopicQueue _queue = new();

    [Fact]
    public void Queue_WhenNobodyReadsSmallMessages_KeepsTheNewest()
    {
        for (var i = 0; i < 5000; i++)
        {
            Add($"stats/{i}", Kilobyte);
        }

        Assert.Equal((64, false), (_queue.Input.Count, _queue.Overflowed));
        Assert.True(_queue.Input.TryRead(out var oldest));
        Assert.Equal("stats/4936", ((WireAnswer.Topic)oldest).Name);
    }

    [Fact]
    public void Queue_WhenTooManyBytesWait_EndsAndKnows()
    {
        for (var i = 0; i < 12; i++)
        {
            Add("stats", 100 * Kilobyte);
        }

        Assert.True(_queue.Overflowed);
        Assert.Equal(10, Drain());
        Assert.True(_queue.Input.Completion.IsCompleted);
    }

    [Fact]
    public void Queue_WhenWhatWaitedWasRead_TakesAsMuchAgain()
    {
        for (var round = 0; round < 50; round++)
        {
            Add("stats", 600 * Kilobyte);
            Assert.Equal((1, false), (Drain(), _queue.Overflowed));
        }
    }

    [Fact]
    public void Queue_WhenOneMessageIsLargerThanAllMayBe_EndsAndKnows()
    {
        Add("stats", 2048 * Kilobyte);
        Assert.Equal((true, 0), (_queue.Overflowed, Drain()));
    }

    [Fact]
    public void Queue_WhenSomethingComesAfterItsEnd_HasNotOverflowed()
    {
        _queue.Complete();
        Add("stats", 2048 * Kilobyte);
        Assert.False(_queue.Overflowed);
    }

    private void Add(string name, int bytes) => _queue.Add(new WireAnswer.Topic(name, new byte[bytes]));

    private int Drain()
    {
        var count = 0;
        while (_queue.Input.TryRead(out _))
        {
            count++;
        }

        return count;
    }
}
