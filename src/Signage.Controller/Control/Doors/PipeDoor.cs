using System.IO.Pipes;
using System.Runtime.Versioning;

namespace Signage.Controller.Control.Doors;

/// <summary>A named pipe that only the account of the site may open. Built everywhere, run on Windows.</summary>
/// <param name="name">The name of the pipe.</param>
[SupportedOSPlatform("windows")]
internal sealed class PipeDoor(string name) : IControlDoor
{
    private const int MostAtOnce = 64;

    /// <inheritdoc />
    public async Task<(Stream Stream, ControlCaller Caller)> AcceptAsync(CancellationToken cancellationToken)
    {
        var pipe = new NamedPipeServerStream(
            name, PipeDirection.InOut, MostAtOnce, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            await pipe.WaitForConnectionAsync(cancellationToken).ConfigureAwait(false);
            return (pipe, new ControlCaller(pipe.GetImpersonationUserName(), null));
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // Each pipe belongs to its caller; nothing is kept between two of them.
    }
}
