using System.Collections.Frozen;

namespace Signage.Transports.Broker;

/// <summary>Counts refusals. Thread-safe.</summary>
internal sealed class RefusalTally
{
    private readonly long[] _counts = new long[Enum.GetValues<BrokerRefusal>().Length];
    private long _letIn;

    public void Add(BrokerRefusal refusal) => Interlocked.Increment(ref _counts[(int)refusal]);

    public void Add(BrokerRefusal refusal, int times) => Interlocked.Add(ref _counts[(int)refusal], times);

    public void AddLetIn() => Interlocked.Increment(ref _letIn);

    public BrokerCounters Snapshot(int open, int strangers)
    {
        var refusals = Enum.GetValues<BrokerRefusal>()
            .Select(refusal => KeyValuePair.Create(refusal, Interlocked.Read(ref _counts[(int)refusal])))
            .Where(pair => pair.Value > 0)
            .ToFrozenDictionary();
        return new BrokerCounters(open, strangers, Interlocked.Read(ref _letIn), refusals);
    }
}
