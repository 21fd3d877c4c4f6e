using System.IO.Pipelines;
using Signage.Transports.Links;

namespace Faults.Tests.Rig;

/// <summary>The site's end of a <see cref="CardWire"/>.</summary>
/// <param name="wire">The wire.</param>
internal sealed class CardLink(CardWire wire) : IByteLink
{
    private readonly Pipe _said = new(new PipeOptions(pauseWriterThreshold: 0));
    private volatile bool _ended;

    public PipeReader Input => _said.Reader;

    public string WhyClosed => "card: the cable is out";

    public async ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        if (_ended)
        {
            throw new LinkException(WhyClosed);
        }

        var answer = await wire.CarryAsync(packet, cancellationToken);
        if (answer.Length > 0 && !_ended)
        {
            await _said.Writer.WriteAsync(answer, CancellationToken.None);
        }
    }

    public TimeSpan LineTime(int bytes) => TimeSpan.Zero;

    /// <summary>The far end is gone.</summary>
    public async Task EndAsync()
    {
        _ended = true;
        await _said.Writer.CompleteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await _said.Reader.CompleteAsync();
    }
}
