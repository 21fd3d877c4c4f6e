namespace Signage.Transports.Decorators;

/// <summary>Bytes that passed a <see cref="TracingLink"/>.</summary>
/// <param name="Direction">Which way they went.</param>
/// <param name="At">When they were sent or came in.</param>
/// <param name="Bytes">A copy; the bounds of received pieces mean nothing.</param>
public sealed record TracedBytes(LinkDirection Direction, DateTimeOffset At, ReadOnlyMemory<byte> Bytes);
