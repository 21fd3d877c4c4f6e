namespace Signage.Transports.Broker;

/// <summary>How much a broker takes from whom, and how long it waits. What goes beyond ends the connection and is counted, see <see cref="BrokerRefusal"/>.</summary>
public sealed record BrokerLimits
{
    /// <summary>The largest packet that may be allowed, 256 KiB.</summary>
    public const int LargestPacket = 256 * 1024;

    /// <summary>Bytes of the first packet, which comes from somebody not known yet.</summary>
    public int ConnectBytes { get; init; } = 8 * 1024;

    /// <summary>Bytes of every later packet, header and all; below <see cref="LargestPacket"/>.</summary>
    public int PacketBytes { get; init; } = 64 * 1024;

    /// <summary>From the connection to the end of the first packet.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the first byte of a packet to its last.</summary>
    public TimeSpan PacketWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a client may leave unread what is sent to it while its own packets wait.</summary>
    public TimeSpan WriteWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may say nothing at all, whatever keep-alive it announced.</summary>
    public TimeSpan IdleWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Connections at once.</summary>
    public int Connections { get; init; } = 256;

    /// <summary>Connections at once from one address.</summary>
    public int ConnectionsPerAddress { get; init; } = 192;

    /// <summary>Connections at once that have not been let in yet.</summary>
    public int Strangers { get; init; } = 64;

    /// <summary>Connections that are opened in a second, from wherever, over a long time. Others wait at the door, unopened.</summary>
    public int AcceptsPerSecond { get; init; } = 50;

    /// <summary>Connections that are opened in a short time: a street of panels that comes back after a power cut.</summary>
    public int AcceptBurst { get; init; } = 256;

    /// <summary>Connections a second from one address, over a long time.</summary>
    public int AttemptsPerSecond { get; init; } = 20;

    /// <summary>Connections from one address in a short time.</summary>
    public int AttemptBurst { get; init; } = 256;

    /// <summary>Wrong passwords from one address in a short time that are worth a calculation; one more every second.</summary>
    public int FailureBurst { get; init; } = 10;

    /// <summary>Packets a second of one client, over a long time; a packet counts once for each 4 KiB begun. More are read later, which hurts only who sends them.</summary>
    public int PacketsPerSecond { get; init; } = 100;

    /// <summary>Packets of one client in a short time.</summary>
    public int PacketBurst { get; init; } = 250;

    /// <summary>Packets of one client that wait for an answer; more are read only after answers have left.</summary>
    public int Unanswered { get; init; } = 256;

    /// <summary>Messages to one client that it has not acknowledged.</summary>
    public int BacklogMessages { get; init; } = 256;

    /// <summary>Bytes of such messages.</summary>
    public int BacklogBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Topic filters of one client.</summary>
    public int Subscriptions { get; init; } = 64;

    /// <summary>How long a client is safe from another one with its client id. Two devices set up alike take turns this slowly.</summary>
    public TimeSpan TakeoverPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Finds values that make no sense together.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ConnectBytes, 16, nameof(ConnectBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(PacketBytes, ConnectBytes, nameof(PacketBytes));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(PacketBytes, LargestPacket, nameof(PacketBytes));
        ReadOnlySpan<TimeSpan> waits = [ConnectWithin, PacketWithin, WriteWithin, IdleWithin];
        foreach (var wait in waits)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero);
        }

        ReadOnlySpan<int> counts =
        [
            Connections, ConnectionsPerAddress, Strangers, AcceptsPerSecond, AcceptBurst, AttemptsPerSecond, AttemptBurst, FailureBurst, PacketsPerSecond, PacketBurst,
            Unanswered, BacklogMessages, BacklogBytes, Subscriptions,
        ];
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(Unanswered, ushort.MaxValue, nameof(Unanswered));
    }
}
