namespace Signage.Transports.Broker;

/// <summary>What a broker has seen since it started: a picture of one moment.</summary>
/// <param name="Open">Connections now.</param>
/// <param name="Strangers">Those of them that have not been let in yet.</param>
/// <param name="LetIn">Clients that were let in.</param>
/// <param name="Refusals">How often each refusal happened; those that never did are missing.</param>
public sealed record BrokerCounters(int Open, int Strangers, long LetIn, IReadOnlyDictionary<BrokerRefusal, long> Refusals)
{
    /// <summary>All refusals together.</summary>
    public long Refused => Refusals.Values.Sum();

    /// <summary>How often one refusal happened.</summary>
    public long this[BrokerRefusal refusal] => Refusals.GetValueOrDefault(refusal);
}
