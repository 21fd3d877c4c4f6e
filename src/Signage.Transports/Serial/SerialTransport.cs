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
        var port = await Task.Run(() => Open(place), cancellationToken).ConfigureAwait(false);
        var link = new SerialLink(port, place, _closing, time);
        if (cancellationToken.IsCancellationRequested)
        {
            await link.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return link;
    }

    private static SerialPort Open(SerialEndpoint place)
    {
        var port = new SerialPort(place.Port, place.Baud, Parity.None, 8, StopBits.One) { Handshake = Handshake.None };
        try
        {
            port.Open();
            RaiseControlLines(port);
            return port;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            port.Dispose();
            throw new LinkException($"{place.Port}: {Explain(place, failure)}", failure);
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

    private static string Explain(SerialEndpoint place, Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such device; is the cable plugged in?",
        _ when place.Port.StartsWith('/') && !File.Exists(place.Port) => "no such device; is the cable plugged in?",
        UnauthorizedAccessException => "busy or not allowed; close the other program, or add this user to the group dialout",
        ArgumentException => "not a serial port",
        _ => $"cannot be opened ({failure.Message.TrimEnd('.')})",
    };
}
