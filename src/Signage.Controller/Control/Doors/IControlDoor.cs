namespace Signage.Controller.Control.Doors;

/// <summary>The way into a running site from its own machine: a Unix domain socket, or a named pipe on Windows. Owned by the control socket.</summary>
internal interface IControlDoor : IDisposable
{
    /// <summary>Waits for the next caller.</summary>
    /// <returns>The caller and the stream to talk on, which the taker disposes; a caller who is not let in is turned away inside.</returns>
    /// <exception cref="IOException">The system had no handle to give; it may have one later.</exception>
    Task<(Stream Stream, ControlCaller Caller)> AcceptAsync(CancellationToken cancellationToken);

    /// <summary>True when the last caller took one of the last handles of this process: the rest belong to panels, disk and threads.</summary>
    bool IsShort => false;
}
