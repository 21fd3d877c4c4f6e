using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;
using Signage.Testing.Processes;
using Signage.Testing.Servers;

namespace EndToEnd.Tests;

/// <summary>F01: the site is killed at random moments while slots are added; the panels, on a serial line, TCP and a real MQTT broker, live on in processes of their own.</summary>
public sealed class KillTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task F01_KilledAtRandomMoments_ShowsWhatItShouldAndLosesNoAcknowledgedSlot()
    {
        var token = TestContext.Current.CancellationToken;
        var kills = int.Parse(Environment.GetEnvironmentVariable("SIGNAGE_KILLS") ?? "12", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("SIGNAGE_SEED") ?? "20260905", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("signage-kill-").FullName;
        var environment = new Dictionary<string, string> { ["XDG_RUNTIME_DIR"] = folder, ["Signage__Web__Url"] = "http://127.0.0.1:0" };
        using var http = new HttpClient();
        using var renderer = new ShowRenderer();
        await using var broker = await MosquittoServer.StartAsync(token);
        await using var gate = await SimAsync("gate", "onbon/bx-6e2", "160x16x1", "pty:?baud=57600", environment, token);
        await using var hall = await SimAsync("hall", "onbon/bx-6e2x", "256x32x1", "tcp://127.0.0.1:0", environment, token);
        await using var square = await SimAsync("square", "onbon/bx-6q2", "128x32x2", $"{broker.Endpoint.OriginalString}/square", environment, token);
        Sim[] panels = [gate, hall, square];
        await File.WriteAllTextAsync(Path.Combine(folder, "signage.json"), Import(panels), token);
        var acknowledged = new List<string> { "base" };

        for (var kill = 0; kill <= kills; kill++)
        {
            if (kill % 3 == 1)
            {
                await DieEarlyAsync(folder, environment, random, token);
            }

            await using var site = SignageProcess.Start(
                environment, "run", "--port", "0", "--data", Path.Combine(folder, "data"), "--import", Path.Combine(folder, "signage.json"));
            var where = $"seed {seed}, kill {kill}";
            var stored = await StoredAsync(folder, site, where, token);
            Assert.True(acknowledged.TrueForAll(stored.Contains), $"{where}: lost {string.Join(", ", acknowledged.Except(stored))}");
            foreach (var panel in panels)
            {
                await ShownAsync((http, renderer), panel, stored, where, site, token);
            }

            if (kill < kills)
            {
                await AddUntilKilledAsync(folder, site, kill, random, acknowledged, token);
            }
        }

        Assert.True(acknowledged.Count > 1, $"seed {seed}: no slot was ever acknowledged");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Killed while it starts: during migration, import, or the first words to the panels.</summary>
    private static async Task DieEarlyAsync(string folder, Dictionary<string, string> environment, Random random, CancellationToken cancellationToken)
    {
        await using var site = SignageProcess.Start(
            environment, "run", "--port", "0", "--data", Path.Combine(folder, "data"), "--import", Path.Combine(folder, "signage.json"));
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 2500)), TimeProvider.System, cancellationToken);
        await site.KillAsync();
    }

    /// <summary>
    /// Adds slots until the fuse has burnt down. In even rounds it is lit at once, so that the first answer may never come; in odd ones with the
    /// first answer, so that on a busy machine too something is acknowledged and then may be lost.
    /// </summary>
    private static async Task AddUntilKilledAsync(
        string folder, SignageProcess site, int kill, Random random, List<string> acknowledged, CancellationToken cancellationToken)
    {
        var length = TimeSpan.FromMilliseconds(random.Next(1, 400));
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var burnt = false;
        var adding = Task.Run(
            async () =>
            {
                for (var slot = 0; !Volatile.Read(ref burnt) && slot < 8; slot++)
                {
                    if (await AddAsync(folder, $"k{kill:000}-{slot}", cancellationToken))
                    {
                        acknowledged.Add($"k{kill:000}-{slot}");
                    }

                    answered.TrySetResult();
                }
            },
            cancellationToken);
        if (kill % 2 == 1)
        {
            await answered.Task.WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }

        await Task.Delay(length, TimeProvider.System, cancellationToken);
        Volatile.Write(ref burnt, true);
        await site.KillAsync();
        await adding;
    }

    /// <summary>Whether the site acknowledged the slot; false where it was killed before it answered.</summary>
    private static async Task<bool> AddAsync(string folder, string id, CancellationToken cancellationToken)
    {
        var slot = new JsonObject { ["id"] = id, ["programme"] = Programme(id) };
        if (FirstDay(id) is { } day)
        {
            slot["firstDay"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var answer = await AskAsync(folder, new JsonObject { ["verb"] = "slot.add", ["slot"] = slot }, cancellationToken);
        return (bool?)answer?["ok"] == true;
    }

    /// <summary>The slots that the started site holds, once it answers.</summary>
    private static async Task<HashSet<string>> StoredAsync(string folder, SignageProcess site, string where, CancellationToken cancellationToken)
    {
        HashSet<string>? stored = null;
        await UntilAsync(
            async () =>
            {
                var answer = await AskAsync(folder, new JsonObject { ["verb"] = "slot.list" }, cancellationToken);
                stored = answer?["slots"]?.AsArray().Select(slot => (string)slot!).ToHashSet();
                return stored is not null;
            },
            () => $"{where}: the site does not answer: {site.Complaints}",
            cancellationToken);
        return stored!;
    }

    private static async Task ShownAsync(
        (HttpClient Http, ShowRenderer Renderer) eyes, Sim sim, HashSet<string> stored, string where, SignageProcess site, CancellationToken cancellationToken)
    {
        var expected = Expected(eyes.Renderer, stored, sim.Face, sim.Profile).Hex;
        var seen = "";
        await UntilAsync(
            async () =>
            {
                var glass = await eyes.Http.GetFromJsonAsync<JsonObject>(new Uri(sim.View, "glass.json"), cancellationToken);
                seen = (string?)glass!["digest"] ?? "";
                return seen == expected;
            },
            () => $"{where}: {sim.Id} shows {seen}, should show {expected}: {site.Complaints}",
            cancellationToken);
    }

    /// <summary>What should be up, from the same pure rules and the renderer, without the site.</summary>
    private static ShowDigest Expected(ShowRenderer renderer, HashSet<string> stored, PanelFace face, string profileId)
    {
        var slots = stored.Select(id => new Slot(
            id, id == "base" ? "charity-09" : Programme(id), [], new SlotTime(DailyRange.WholeDay, FirstDay(id)), id == "base" ? Priority.Base : Priority.Community)).ToArray();
        var programmes = SiteImport.Pack(CharityPack.Instance).Programmes;
        var plan = new Plan(programmes, slots, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var catalog = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!;
        catalog.TryFind(profileId, out var profile);
        var decision = Arbiter.Decide(plan, TimeProvider.System.GetUtcNow(), new PanelId("any"));
        return ((RenderAnswer.Rendered)renderer.Render(decision.Loop, face, profile!.ToAbilities())).Show.Digest;
    }

    /// <summary>
    /// In the first twenty rounds and every sixth later one a slot changes what is shown now; the others wait for a far day, because one packet
    /// holds only so many pages.
    /// </summary>
    private static DateOnly? FirstDay(string id) => id == "base" || (Slot(id) == 0 && (Kill(id) < 20 || Kill(id) % 6 == 0)) ? null : new DateOnly(2099, 1, 1);

    private static int Kill(string id) => int.Parse(id[1..4], CultureInfo.InvariantCulture);

    private static int Slot(string id) => int.Parse(id[5..], CultureInfo.InvariantCulture);

    private static string Programme(string id) => $"charity-{1 + ((Kill(id) + Slot(id)) % 18):00}";

    private static async Task<JsonObject?> AskAsync(string folder, JsonObject request, CancellationToken cancellationToken)
    {
        try
        {
            return await ControlClient.SendAsync(SiteSettings.SocketOf(Path.Combine(folder, "data")), request, TimeProvider.System, cancellationToken);
        }
        catch (IOException)
        {
            return null;   // the site is not up yet, or was just killed: nothing was acknowledged
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> look, Func<string> complaint, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        var started = TimeProvider.System.GetTimestamp();
        while (!await look())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, complaint());
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private static async Task<Sim> SimAsync(
        string id, string profile, string face, string listen, Dictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var process = SignageProcess.Start(environment, "sim", profile, "--face", face, "--listen", listen, "--view", "0", "--json");
        var line = await process.LineAsync(cancellationToken);
        var answer = JsonNode.Parse(line ?? throw new InvalidOperationException(process.Complaints))!;
        return new Sim(id, profile, PanelFace.Parse(face), process, (string)answer["listening"]!, new Uri((string)answer["view"]!));
    }

    private static string Import(Sim[] panels) => new JsonObject
    {
        ["panels"] = new JsonArray([.. panels.Select(sim => (JsonNode)new JsonObject
        {
            ["id"] = sim.Id, ["profile"] = sim.Profile, ["face"] = sim.Face.ToString(), ["endpoint"] = sim.Endpoint,
        })]),
        ["slots"] = new JsonArray(new JsonObject { ["id"] = "base", ["programme"] = "charity-09", ["priority"] = "base" }),
    }.ToJsonString();

    private sealed record Sim(string Id, string Profile, PanelFace Face, SignageProcess Process, string Endpoint, Uri View) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Process.DisposeAsync();
    }
}
