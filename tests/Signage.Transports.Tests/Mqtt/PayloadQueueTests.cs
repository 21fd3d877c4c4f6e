using System.Buffers;
using CsCheck;
using Signage.Transports.Mqtt;

namespace Signage.Transports.Tests.Mqtt;

public sealed class PayloadQueueTests
{
    private readonly PayloadQueue _queue = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_WhenPayloadsAreCutAnyhow_KeepsTheBytesInOrder() =>
        await Gen.Select(Gen.Byte.Array[0, 50].Array[0, 20], Gen.Int[1, 64]).SampleAsync(async (payloads, size) =>
        {
            var queue = new PayloadQueue();
            foreach (var payload in payloads)
            {
                queue.Add(new ReadOnlySequence<byte>(payload));
            }

            queue.Complete();
            return (await ReadToEndAsync(queue, size)).SequenceEqual(payloads.SelectMany(payload => payload));
        });

    [Fact]
    public async Task Queue_WhenNobodyReads_EndsAfterWhatItHolds()
    {
        Add(100);
        Assert.Equal(64, (await ReadToEndAsync(_queue, 16)).Count);
    }

    [Fact]
    public void Queue_WhenNobodyReads_Knows()
    {
        Add(65);
        Assert.True(_queue.Overflowed);
    }

    [Fact]
    public void Queue_WhenItIsJustFull_HasNotOverflowed()
    {
        Add(64);
        Assert.False(_queue.Overflowed);
    }

    [Fact]
    public void Queue_WhenTooManyBytesWait_EndsAndKnows()
    {
        for (var i = 0; i < 11; i++)
        {
            _queue.Add(new ReadOnlySequence<byte>(new byte[100 * 1024]));
        }

        Assert.True(_queue.Overflowed);
    }

    [Fact]
    public void Queue_WhenSomethingComesAfterItsEnd_HasNotOverflowed()
    {
        _queue.Complete();
        Add(1);
        Assert.False(_queue.Overflowed);
    }

    [Fact]
    public void Queue_WhenSomethingComesAfterTheEndOfAFullOne_HasNotOverflowed()
    {
        Add(64);
        _queue.Complete();
        Add(1);
        Assert.False(_queue.Overflowed);
    }

    private static async Task<List<byte>> ReadToEndAsync(PayloadQueue queue, int size)
    {
        var all = new List<byte>();
        var target = new byte[size];
        while (await queue.ReadAsync(target, Token) is > 0 and var count)
        {
            all.AddRange(target[..count]);
        }

        return all;
    }

    private void Add(int payloads)
    {
        for (var i = 0; i < payloads; i++)
        {
            _queue.Add(new ReadOnlySequence<byte>([6]));
        }
    }
}
