using System.Net;
using System.Net.Sockets;

namespace Signage.Transports.Broker.Guard;

/// <summary>Who comes through the door, and how often: in total, from one address, and not let in yet. Thread-safe.</summary>
internal sealed class ConnectionGate(BrokerLimits limits, TimeProvider time)
{
    // More addresses than a site has devices; those without connections are forgotten once their buckets are full again.
    private const int MostAddresses = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Neighbour> _neighbours = [];
    private readonly Dictionary<BrokerAccount, int> _accounts = new(ReferenceEqualityComparer.Instance);
    private int _open;
    private int _strangers;

    /// <summary>Connections now, and those of them that are not let in yet.</summary>
    public (int Open, int Strangers) Count
    {
        get
        {
            lock (_lock)
            {
                return (_open, _strangers);
            }
        }
    }

    /// <summary>Takes a connection in; a refusal when it has to be closed at once.</summary>
    public BrokerRefusal? Enter(EndPoint? remote)
    {
        var address = AddressOf(remote);
        lock (_lock)
        {
            if (NeighbourAt(address) is not { } neighbour || !neighbour.Attempts.TryTake())
            {
                return BrokerRefusal.TooManyAttempts;
            }

            if (_open >= limits.Connections)
            {
                return BrokerRefusal.TooManyConnections;
            }

            if (neighbour.Open >= limits.ConnectionsPerAddress)
            {
                return BrokerRefusal.TooManyFromAddress;
            }

            if (_strangers >= limits.Strangers)
            {
                return BrokerRefusal.TooManyStrangers;
            }

            neighbour.Open++;
            _open++;
            _strangers++;
            return null;
        }
    }

    /// <summary>Counts a connection to an account; false when it has enough.</summary>
    public bool TryClaim(BrokerAccount account)
    {
        lock (_lock)
        {
            var count = _accounts.GetValueOrDefault(account);
            if (count >= account.Connections)
            {
                return false;
            }

            _accounts[account] = count + 1;
            return true;
        }
    }

    /// <summary>A stranger is one no more.</summary>
    public void LetIn()
    {
        lock (_lock)
        {
            _strangers--;
        }
    }

    /// <summary>Gives a place back.</summary>
    public void Leave(EndPoint? remote, bool wasLetIn, BrokerAccount? account)
    {
        lock (_lock)
        {
            if (account is not null)
            {
                _accounts[account]--;
            }

            _open--;
            _strangers -= wasLetIn ? 0 : 1;
            if (_neighbours.TryGetValue(AddressOf(remote), out var neighbour))
            {
                neighbour.Open--;
            }
        }
    }

    /// <summary>True when an address may have one more password looked at that is likely to be wrong.</summary>
    public bool MayFail(EndPoint? remote)
    {
        lock (_lock)
        {
            return NeighbourAt(AddressOf(remote))?.Failures.TryTake() == true;
        }
    }

    /// <summary>It was right after all.</summary>
    public void DidNotFail(EndPoint? remote)
    {
        lock (_lock)
        {
            NeighbourAt(AddressOf(remote))?.Failures.GiveBack();
        }
    }

    /// <summary>Forgets addresses about which there is nothing to remember.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            foreach (var (address, neighbour) in _neighbours)
            {
                if (neighbour.Open == 0 && neighbour.Attempts.IsFull && neighbour.Failures.IsFull)
                {
                    _neighbours.Remove(address);
                }
            }
        }
    }

    private static IPAddress AddressOf(EndPoint? remote)
    {
        var address = (remote as IPEndPoint)?.Address ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        // One device has as many IPv6 addresses as it likes; its network has not.
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes);
    }

    private Neighbour? NeighbourAt(IPAddress address)
    {
        if (_neighbours.TryGetValue(address, out var known))
        {
            return known;
        }

        return _neighbours.Count >= MostAddresses ? null : _neighbours[address] = new Neighbour(
            new TokenBucket(limits.AttemptBurst, limits.AttemptsPerSecond, time), new TokenBucket(limits.FailureBurst, 1, time));
    }

    private sealed class Neighbour(TokenBucket attempts, TokenBucket failures)
    {
        public TokenBucket Attempts => attempts;

        public TokenBucket Failures => failures;

        public int Open { get; set; }
    }
}
