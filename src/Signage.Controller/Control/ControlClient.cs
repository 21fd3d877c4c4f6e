using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Signage.Controller.Control.Doors;
using Signage.Controller.Control.Verbs;
using Signage.Core.Text;

namespace Signage.Controller.Control;

/// <summary>Calls a running site.</summary>
public static class ControlClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A large page goes to the flash in a hundred packets, each of which a slow card may think over; a hundred thousand slots are read, stored and read back.
    private static readonly TimeSpan WritingPatience = TimeSpan.FromMinutes(5);

    /// <summary>Sends one request and waits for its answer.</summary>
    /// <exception cref="IOException">No site listens there, or it hung up.</exception>
    public static async Task<JsonObject> SendAsync(string path, JsonObject request, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var late = new CancellationTokenSource(request.ContainsKey("base") || (string?)request["verb"] == SlotImportVerb.VerbName ? WritingPatience : Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var stream = await ControlDoors.KnockAsync(path, either.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(request.ToJsonString() + "\n"), either.Token).ConfigureAwait(false);
                var line = await new ControlLines(stream).ReadAsync(int.MaxValue, either.Token).ConfigureAwait(false);
                return line is not null && JsonNode.Parse(line) is JsonObject answer ? answer : throw new IOException(Words.SiteHungUp.With(path));
            }
        }
        catch (IOException broken) when (broken.InnerException is SocketException)
        {
            throw new IOException(Words.SiteDied.With(path), broken);
        }
        catch (Exception refused) when (refused is SocketException or TimeoutException)
        {
            if (refused is SocketException { SocketErrorCode: SocketError.AccessDenied })
            {
                throw new IOException(Words.DoorNotYours.With(path), refused);
            }

            throw new IOException(Words.NoSiteRuns.With(path), refused);
        }
    }
}
