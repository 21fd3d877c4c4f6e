using System.IO.Pipelines;

namespace Signage.Transports.Links;

/// <summary>A wire: bytes in, bytes out (<see cref="Protocols.Dialogues.LinkShape.Stream"/>).</summary>
public interface IByteLink : IPanelLink
{
    /// <summary>What came in, in order; message bounds of the medium mean nothing. Completed when the far side is gone.</summary>
    PipeReader Input { get; }

    /// <summary>Sends one packet whole; returns when the medium has taken it, which on a serial line is before it has left.</summary>
    /// <exception cref="LinkException">The link is gone or the medium did not take the bytes in time; do not use it again.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken);

    /// <summary>How long bytes take to leave: at 9600 baud 10 bits a byte; zero where the medium is fast.</summary>
    TimeSpan LineTime(int bytes);
}
