using Signage.Transports.Broker.Guard;

namespace Signage.Transports.Broker;

/// <summary>What every connection to the broker passes.</summary>
/// <param name="Guard">Hands on whole packets only.</param>
/// <param name="Gate">Counts who is in.</param>
/// <param name="Tally">Counts who was turned away, and why.</param>
internal sealed record BrokerDoors(PacketGuard Guard, ConnectionGate Gate, RefusalTally Tally);
