using System.Text;
using Signage.Controller.Control.Doors;
using Signage.Controller.Control.Verbs;

namespace Signage.Controller.Control;

/// <summary>
/// The site's own door for its own machine. One JSON object a line, one answer a line. Lines are bounded, and so are the callers at once: when all
/// places are taken, or handles are short, the one who has been silent longest makes room, so that nobody who idles keeps a person from blanking. Who waits for
/// an answer goes only when everybody does.
/// </summary>
public sealed class ControlSocket : IAsyncDisposable
{
    private const int LongestLine = 512 * 1024;

    // A hundred thousand slots and room to spare. As bytes, as text, taken apart and read back, such a line takes some twenty-five times its length of memory: one at a time.
    private const int LongestImport = 32 * 1024 * 1024;
    private static readonly byte[] ImportBegins = Encoding.UTF8.GetBytes($$"""{"verb":"{{SlotImportVerb.VerbName}}",""");
    private const int MostCallers = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMilliseconds(200);
    private readonly IControlDoor _door;
    private readonly ControlVerbs _verbs;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _import = new(1, 1);

    private ControlSocket(IControlDoor door, ControlVerbs verbs, TimeProvider time) => (_door, _verbs, _time) = (door, verbs, time);

    /// <summary>Opens the door of a path.</summary>
    /// <exception cref="IOException">The path is too long, or the folder cannot be written.</exception>
    public static ControlSocket Listen(string path, ControlVerbs verbs, TimeProvider time) => new(ControlDoors.Open(path), verbs, time);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _door.Dispose();
        _import.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes callers until told to stop; ends when the last of them has hung up.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var callers = new List<ControlTalk>();
        var most = MostCallers;
        try
        {
            while (true)
            {
                if (await AcceptAsync(cancellationToken).ConfigureAwait(false) is not { } caller)
                {
                    continue;
                }

                callers.RemoveAll(talk => talk.IsOver);

                // Where handles are short, there is room for those who are in already, until all of them have left.
                most = callers.Count == 0 ? MostCallers : _door.IsShort ? Math.Min(most, callers.Count) : most;
                if (callers.Count >= most)
                {
                    await MakeRoomAsync(callers.MinBy(talk => (talk.IsServed, talk.HeardAt))!, most < MostCallers).ConfigureAwait(false);
                }

                callers.Add(ControlTalk.Begin(caller, AnswerAsync, _time, cancellationToken));
            }
        }
        finally
        {
            await Task.WhenAll(callers.Select(talk => talk.Running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Hangs up; where handles are short, the next caller comes in when this one is out, or after a moment.</summary>
    private async Task MakeRoomAsync(ControlTalk silent, bool isShort)
    {
        silent.HangUp();
        if (isShort)
        {
            await silent.Running.WaitAsync(AfterRefusal, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One line and its answer; false when the caller is done.</summary>
    private async Task<bool> AnswerAsync(ControlTalk talk, TalkEnd end, ControlCaller caller, CancellationToken cancellationToken)
    {
        var isImport = false;
        try
        {
            using var late = new CancellationTokenSource(Patience, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            if (await end.Lines.ReadAsync(LongestLine, LongestOfAsync, either.Token).ConfigureAwait(false) is not { } line)
            {
                return false;
            }

            talk.Heard();
            var answer = await _verbs.AnswerAsync(line, caller, cancellationToken).ConfigureAwait(false);
            await end.Answers.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString() + "\n"), cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            if (isImport)
            {
                _import.Release();
            }
        }

        // Only a line that begins as an import may be long.
        async ValueTask<int> LongestOfAsync(ReadOnlyMemory<byte> begun, CancellationToken token)
        {
            if (!begun.Span.StartsWith(ImportBegins))
            {
                return LongestLine;
            }

            await _import.WaitAsync(token).ConfigureAwait(false);
            isImport = true;
            return LongestImport;
        }
    }

    /// <summary>The next caller; null after a pause when the system had no handle to give, which passes.</summary>
    private async Task<(Stream Stream, ControlCaller Caller)?> AcceptAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _door.AcceptAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            await Task.Delay(AfterRefusal, _time, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }
}
