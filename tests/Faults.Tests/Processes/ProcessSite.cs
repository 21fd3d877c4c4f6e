using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Testing.Processes;

namespace Faults.Tests.Processes;

/// <summary>A site and its panels in processes of their own, as on a real machine, on the real clock.</summary>
internal sealed class ProcessSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http = new();
    private readonly List<ProcessPanel> _panels = [];
    private SignageProcess? _site;

    public string Folder { get; } = Directory.CreateTempSubdirectory("signage-fault-").FullName;

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["XDG_RUNTIME_DIR"] = Folder };

    public SignageProcess Site => _site ?? throw new InvalidOperationException("the site is not running");

    private string Data => Path.Combine(Folder, "data");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A simulated panel in a process of its own.</summary>
    public async Task<ProcessPanel> AddPanelAsync(string id, string face, string listen)
    {
        var process = SignageProcess.Start(Environment, "sim", "onbon/bx-6e2", "--face", face, "--listen", listen, "--view", "0", "--json");
        var answer = JsonNode.Parse(await process.LineAsync(Token) ?? throw new InvalidOperationException(process.Complaints))!;
        var panel = new ProcessPanel(id, face, (string)answer["listening"]!, process, new Uri((string)answer["view"]!));
        _panels.Add(panel);
        return panel;
    }

    /// <summary>Starts the site with panels and slots in its import file.</summary>
    public async Task StartAsync(JsonArray slots, params (string Id, string Face, string Endpoint)[] more)
    {
        var panels = _panels.Select(panel => (panel.Id, panel.Face, panel.Endpoint)).Concat(more);
        var import = new JsonObject
        {
            ["panels"] = new JsonArray([.. panels.Select(panel => (JsonNode)new JsonObject
            {
                ["id"] = panel.Id, ["profile"] = "onbon/bx-6e2", ["face"] = panel.Face, ["endpoint"] = panel.Endpoint,
            })]),
            ["slots"] = slots,
        };
        await File.WriteAllTextAsync(Path.Combine(Folder, "signage.json"), import.ToJsonString(), Token);
        _site = SignageProcess.Start(Environment, "run", "--port", "0", "--data", Data, "--import", Path.Combine(Folder, "signage.json"));
    }

    /// <summary>A slot for an import file, from and until so many seconds from now, site time.</summary>
    public static JsonObject Slot(string id, string programme, int? from = null, int? until = null, string priority = "community")
    {
        var slot = new JsonObject { ["id"] = id, ["programme"] = programme, ["priority"] = priority };
        if (from is { } first && until is { } last)
        {
            (slot["from"], slot["until"]) = (Time(first), Time(last));
        }

        return slot;
    }

    /// <summary>What a panel shows, as its own process says.</summary>
    public async Task<string> DigestAsync(ProcessPanel panel) =>
        (string?)(await _http.GetFromJsonAsync<JsonObject>(new Uri(panel.View, "glass.json"), Token))!["digest"] ?? "";

    /// <summary>Asks the site; null when it does not answer.</summary>
    public async Task<JsonObject?> AskAsync(JsonObject request)
    {
        try
        {
            return await ControlClient.SendAsync(SiteSettings.SocketOf(Data), request, TimeProvider.System, Token);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Adds a slot to the running site.</summary>
    public async Task AddSlotAsync(JsonObject slot)
    {
        var answer = await AskAsync(new JsonObject { ["verb"] = "slot.add", ["slot"] = slot });
        Assert.True((bool?)answer?["ok"] == true, answer?.ToJsonString());
    }

    /// <summary>Waits until something is so; looks ten times a second.</summary>
    public async Task UntilAsync(Func<Task<bool>> wish, string what)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        var began = TimeProvider.System.GetTimestamp();
        while (!await wish())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"waited in vain until {what}; the site has {(_site?.HasExited == true ? "ended" : "not ended")}: {_site?.Complaints}");
            await timer.WaitForNextTickAsync(Token);
        }
    }

    /// <summary>Sends a signal to a process of ours.</summary>
    public static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)])!;
        await kill.WaitForExitAsync(Token);
        Assert.Equal(0, kill.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is { } site)
        {
            await site.DisposeAsync();
        }

        foreach (var panel in _panels)
        {
            await panel.Process.DisposeAsync();
        }

        _http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Time(int seconds)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        return TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddSeconds(seconds), zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
    }
}

/// <summary>A simulated panel in a process of its own.</summary>
internal sealed record ProcessPanel(string Id, string Face, string Endpoint, SignageProcess Process, Uri View);
