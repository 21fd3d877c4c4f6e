using System.Threading.Channels;

namespace Signage.Controller.Planning;

/// <summary>Asks for one round of the reconciler. Ringing twice before anybody listened is ringing once.</summary>
public sealed class Bell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Rings. Never waits.</summary>
    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Waits for a ring and takes it.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await _rung.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
}
