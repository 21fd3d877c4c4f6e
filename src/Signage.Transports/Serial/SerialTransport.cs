using System.IO.Ports;
using Signage.Transports.Links;

namespace Signage.Transports.Serial;

/// <summary>Cards on RS-232 and RS-485, 8 data bits, no parity, 1 stop bit: <c>serial:/dev/ttyUSB0?baud=57600</c>.</summary>
/// <param name="time">Counts deadlines.</param>
public sealed class SerialTransport(TimeProvider time) : IPanelTransport
{
    private readonly SerialClosing _closing = new(time);

    /// <summary>Ports that hung while they were closed and were left behind; each holds a thread. Restart the program above sixteen.</summary>
    public int AbandonedPorts => _closing.Abandoned;

    /// <inheritdoc/>
    public string Scheme => "serial";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return SerialEndpoint.TryParse(endpoint, out var complaint) is null ? [complaint] : [];
    }

    /// <inheritdoc/>
    public async ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var place = SerialEndpoint.TryParse(endpoint, out var complaint) ?? throw new LinkException(complaint);

        // A driver may block in open: not on the caller's thread.
        var link = await Task.Run(() => Open(place), cancellationToken).ConfigureAwait(false);
        if (cancellationToken.IsCancellationRequested)
        {
            await link.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return link;
    }

    private SerialLink Open(SerialEndpoint place)
    {
        var claim = SerialClaim.Take(place.Port);
        var port = new SerialPort(place.Port, place.Baud, Parity.None, 8, StopBits.One) { Handshake = Handshake.None };
        try
        {
            port.Open();
            RaiseControlLines(port);
            return new SerialLink(port, claim, place, _closing, time);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            claim.Dispose();
            port.Dispose();
            throw new LinkException(SerialRefusal.Explain(place.Port, failure), failure);
        }
    }

    // Some adapters take their power for the far side from these lines; a pseudo-terminal has none and says so with an error.
    private static void RaiseControlLines(SerialPort port)
    {
        try
        {
            port.DtrEnable = true;
            port.RtsEnable = true;
        }
        catch (IOException)
        {
            // There is no such line here: nothing depends on it.
        }
    }
}
