using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Testing.Invariants;
using Signage.Testing.Invariants.Outside;
using Signage.Testing.Processes;
using Signage.Testing.Servers;

namespace EndToEnd.Tests;

/// <summary>
/// F01: the site is killed at random moments while slots are added; the panels, on a serial line, TCP and a real MQTT broker, live on. After every kill the database is read as it was left, and
/// in the end everything is held against the invariants. Twelve kills in CI, four a seed; <c>SIGNAGE_KILLS</c> says how many there are in all.
/// </summary>
public sealed class KillTests
{
    private const int KillsOfASeed = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static TheoryData<int> Seed => [.. Seeds.Of(3)];

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F01_KilledAtRandomMoments_ShowsWhatItShouldAndLosesNoAcknowledgedSlot(int seed)
    {
        var token = TestContext.Current.CancellationToken;
        var kills = Kills();
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("signage-kill-").FullName;
        var environment = new Dictionary<string, string> { ["XDG_RUNTIME_DIR"] = folder, ["Signage__Web__Url"] = "http://127.0.0.1:0" };
        using var rules = new KillRules();
        await using var broker = await MosquittoServer.StartAsync(token);
        await using var outside = new OutsideHistory(rules.At, seed);
        await AddPanelAsync("gate", "onbon/bx-6e2", "160x16x1", "pty:?baud=57600");
        await AddPanelAsync("hall", "onbon/bx-6e2x", "256x32x1", "tcp://127.0.0.1:0");
        await AddPanelAsync("square", "onbon/bx-6q2", "128x32x2", $"{broker.Endpoint.OriginalString}/square");
        await File.WriteAllTextAsync(Path.Combine(folder, "signage.json"), Import(outside.Panels), token);
        outside.Plan([KillRules.Base]);
        var acknowledged = new List<string> { "base" };

        for (var kill = 0; kill <= kills; kill++)
        {
            if (kill % 3 == 1)
            {
                await DieEarlyAsync(folder, environment, random, token);
            }

            await using var site = SignageProcess.Start(
                environment, "run", "--port", "0", "--data", Path.Combine(folder, "data"), "--import", Path.Combine(folder, "signage.json"));
            var where = $"seed {seed}, kill {kill} of {kills}";
            var stored = await StoredAsync(folder, site, where, token);
            Assert.True(acknowledged.TrueForAll(stored.Contains), $"{where}: lost {string.Join(", ", acknowledged.Except(stored))}");
            await ClaimedAsync(folder, outside, token);
            foreach (var panel in outside.Panels)
            {
                await ShownAsync(outside, panel, where, site, token);
            }

            if (kill < kills)
            {
                await AddUntilKilledAsync(folder, site, (kill, outside, random), acknowledged, token);
            }
            else
            {
                await ClaimedAsync(folder, outside, token);
                await site.KillAsync();
            }

            var left = await KilledSite.ReadAsync(folder, token);
            outside.Left(left);
            outside.Plan(left);
        }

        Assert.True(acknowledged.Count > 1, $"seed {seed}: no slot was ever acknowledged");
        outside.Check();
        Directory.Delete(folder, recursive: true);

        Task AddPanelAsync(string id, string profile, string face, string listen) =>
            outside.AddPanelAsync(id, rules.Profile(profile), PanelFace.Parse(face), new Uri(listen), token);
    }

    /// <summary>How often the site of one seed is killed: its part of what is asked for.</summary>
    private static int Kills() => Environment.GetEnvironmentVariable("SIGNAGE_KILLS") is { } asked
        ? Math.Max(1, (int)Math.Ceiling(double.Parse(asked, CultureInfo.InvariantCulture) / Seeds.Of(3).Count))
        : KillsOfASeed;

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
        string folder, SignageProcess site, (int Kill, OutsideHistory Outside, Random Random) round, List<string> acknowledged, CancellationToken cancellationToken)
    {
        var length = TimeSpan.FromMilliseconds(round.Random.Next(1, 400));
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var burnt = false;
        var adding = Task.Run(
            async () =>
            {
                for (var slot = 0; !Volatile.Read(ref burnt) && slot < 8; slot++)
                {
                    var added = KillRules.Slot(round.Kill, slot);
                    if (await AddAsync(folder, added, round.Outside, cancellationToken))
                    {
                        acknowledged.Add(added.Id);
                    }

                    answered.TrySetResult();
                }
            },
            cancellationToken);
        if (round.Kill % 2 == 1)
        {
            await answered.Task.WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }

        await Task.Delay(length, TimeProvider.System, cancellationToken);
        Volatile.Write(ref burnt, true);
        await site.KillAsync();
        await adding;
    }

    /// <summary>Whether the site acknowledged the slot; false where it was killed before it answered. It may be stored and shown before the answer is there, and without one.</summary>
    private static async Task<bool> AddAsync(string folder, Slot slot, OutsideHistory outside, CancellationToken cancellationToken)
    {
        outside.Plan([.. outside.Slots, slot]);
        var written = new JsonObject { ["id"] = slot.Id, ["programme"] = slot.ProgrammeId };
        if (slot.Time.FirstDay is { } day)
        {
            written["firstDay"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var answer = await AskAsync(folder, new JsonObject { ["verb"] = "slot.add", ["slot"] = written }, cancellationToken);
        if (answer is null)
        {
            return false;
        }

        Assert.True((bool)answer["ok"]!, $"seed {outside.Seed}: {slot.Id}: {answer.ToJsonString()}");
        outside.Answered(slot, true);
        return true;
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

    /// <summary>Notes what the site claims of its cards.</summary>
    private static async Task ClaimedAsync(string folder, OutsideHistory outside, CancellationToken cancellationToken)
    {
        var since = outside.History.Next;
        var answer = await AskAsync(folder, new JsonObject { ["verb"] = "status" }, cancellationToken);
        foreach (var panel in answer?["panels"] as JsonArray ?? new JsonArray())
        {
            outside.Claimed(since, (string)panel!["panel"]!, (string?)panel["sent"]);
        }
    }

    private static Task ShownAsync(OutsideHistory outside, OutsidePanel panel, string where, SignageProcess site, CancellationToken cancellationToken)
    {
        var expected = outside.Expected(panel);
        return UntilAsync(
            () => Task.FromResult(panel.Look() == expected),
            () => $"{where}: {panel.Id} shows {panel.Holds?.Hex}, should show {expected.Hex}: {site.Complaints}{Environment.NewLine}{outside.Tail()}",
            cancellationToken);
    }

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

    private static string Import(IEnumerable<OutsidePanel> panels) => new JsonObject
    {
        ["panels"] = new JsonArray([.. panels.Select(panel => (JsonNode)new JsonObject
        {
            ["id"] = panel.Id, ["profile"] = panel.Panel.ProfileId, ["face"] = panel.Panel.Face.ToString(), ["endpoint"] = panel.Panel.Endpoint.OriginalString,
        })]),
        ["slots"] = new JsonArray(new JsonObject { ["id"] = KillRules.Base.Id, ["programme"] = KillRules.Base.ProgrammeId, ["priority"] = "base" }),
    }.ToJsonString();
}
