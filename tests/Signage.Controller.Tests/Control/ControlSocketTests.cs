using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Control;

namespace Signage.Controller.Tests.Control;

/// <summary>A full house: the one who has been silent longest makes room, and who waits for an answer gets it.</summary>
public sealed class ControlSocketTests : IAsyncDisposable
{
    private const int Most = 64;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-door-");
    private readonly FakeTimeProvider _line = new();
    private readonly Held _held = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Caller> _callers = [];
    private readonly ControlSocket _socket;
    private readonly Task _running;

    public ControlSocketTests()
    {
        _socket = ControlSocket.Listen(Door, new ControlVerbs([_held, new Prompt()]), _line);
        _running = _socket.RunAsync(_stop.Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Door => Path.Combine(_folder.FullName, "control.sock");

    [Fact]
    public async Task Caller_WhenAllPlacesAreTaken_ComesInForTheOneWhoWasSilentLongest()
    {
        // The first of all waits for its answer, the others have said nothing, until the second says something after all.
        var waiting = await CallAsync();
        await waiting.SayAsync("held");
        await _held.AskedAsync();
        var idle = new List<Caller>();
        while (idle.Count < Most - 1)
        {
            idle.Add(await CallAsync());
        }

        await idle[^1].AskAsync();
        _line.Advance(TimeSpan.FromSeconds(1));
        await idle[0].AskAsync();
        await idle[0].AskAsync();

        var late = await CallAsync();
        await late.AskAsync();

        Assert.Null(await idle[1].HearAsync());
        foreach (var stays in (Caller[])[idle[0], .. idle.Skip(2), late])
        {
            await stays.AskAsync();
        }

        _held.Release();
        Assert.Equal("""{"ok":true}""", await waiting.HearAsync());
    }

    [Fact]
    public async Task Caller_WhenEverybodyWaitsForAnAnswer_ComesInForTheFirstOfThem()
    {
        var waiting = new List<Caller>();
        while (waiting.Count < Most)
        {
            waiting.Add(await CallAsync());
            await waiting[^1].SayAsync("held");
            await _held.AskedAsync();
        }

        var late = await CallAsync();
        await late.AskAsync();

        Assert.Null(await waiting[0].HearAsync());
        _held.Release();
        foreach (var stays in waiting.Skip(1))
        {
            Assert.Equal("""{"ok":true}""", await stays.HearAsync());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _socket.DisposeAsync();
        _callers.ForEach(caller => caller.Dispose());
        _held.Dispose();
        _stop.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<Caller> CallAsync()
    {
        var caller = new Caller();
        _callers.Add(caller);
        await caller.ConnectAsync(Door);
        return caller;
    }

    private sealed class Caller : IDisposable
    {
        private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        private StreamReader? _answers;

        public async Task ConnectAsync(string path)
        {
            await _socket.ConnectAsync(new UnixDomainSocketEndPoint(path), Token);
            _answers = new StreamReader(new NetworkStream(_socket));
        }

        public async Task SayAsync(string verb) => await _socket.SendAsync(System.Text.Encoding.UTF8.GetBytes($$"""{"verb":"{{verb}}"}""" + "\n"), Token);

        /// <summary>The next answer; null when the site has hung up.</summary>
        public async Task<string?> HearAsync() => await _answers!.ReadLineAsync(Token);

        public async Task AskAsync()
        {
            await SayAsync("prompt");
            Assert.Equal("""{"ok":true}""", await HearAsync());
        }

        public void Dispose()
        {
            _answers?.Dispose();
            _socket.Dispose();
        }
    }

    private sealed class Prompt : IControlVerb
    {
        public string Name => "prompt";

        public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) =>
            Task.FromResult(new JsonObject { ["ok"] = true });
    }

    /// <summary>Answers when it is released.</summary>
    private sealed class Held : IControlVerb, IDisposable
    {
        private readonly SemaphoreSlim _asked = new(0);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "held";

        public Task AskedAsync() => _asked.WaitAsync(Token);

        public void Release() => _released.TrySetResult();

        public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
        {
            _asked.Release();
            await _released.Task.WaitAsync(cancellationToken);
            return new JsonObject { ["ok"] = true };
        }

        public void Dispose() => _asked.Dispose();
    }
}
