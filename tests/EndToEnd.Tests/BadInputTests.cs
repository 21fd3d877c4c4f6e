using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Signage.Testing.Processes;

namespace EndToEnd.Tests;

/// <summary>What people get wrong, at the real command: one clear line each, the right exit code, no stack trace.</summary>
public sealed class BadInputTests
{
    private static readonly string[] Show = ["show", "你好", "--profile", "onbon/bx-6e2", "--face", "160x16x1", "--panel"];

    private static readonly string Faults = WriteFaults();

    public static TheoryData<string, int, string, string[]> Mistakes => new()
    {
        { "unknown profile", 1, "没有这个卡型号 'onbon/bx-9'", ["show", "你好", "--profile", "onbon/bx-9", "--face", "160x16x1", "--panel", "tcp://127.0.0.1:1"] },
        { "face too large", 1, "width 4096 is outside 8 to 1024", ["show", "你好", "--profile", "onbon/bx-6e2", "--face", "4096x16x1", "--panel", "tcp://127.0.0.1:1"] },
        { "unplugged serial device", 1, "/dev/ttyUSB99: 没有这个设备", [.. Show, "serial:/dev/ttyUSB99?baud=57600"] },
        { "unsupported character", 1, "U+2A6A5", ["render", "慈善𪚥好", "--face", "160x16x1", "--out", "never.png"] },
        { "malformed face", 2, "'160x16' is not a face", ["render", "好", "--face", "160x16", "--out", "never.png"] },
        { "no such verb", 2, "--help", ["dance"] },
        { "days in words", 2, "--days 'x'", ["plan", "--days", "x"] },
        { "view port in words", 2, "--view 'x'", ["sim", "onbon/bx-6e2", "--listen", "tcp://127.0.0.1:0", "--view", "x"] },
        { "stay of an unset variable", 2, "--stay ''", [.. Show, "tcp://127.0.0.1:1", "--stay", ""] },
        { "simulated panel for everybody", 2, "--allow-network", ["sim", "onbon/bx-6e2", "--listen", "tcp://0.0.0.0:0"] },
        { "control port in words", 1, "control= is the port of the second link", ["sim", "wled/esp32", "--listen", "udp://127.0.0.1:0?control=abc"] },
        { "scheme of another family", 1, "this card model has no udp link; use tcp, serial, mqtt", [.. Show, "udp://127.0.0.1:4048"] },
        { "picture to a missing folder", 1, "/nonexistent-signage/x.png", ["render", "好", "--face", "16x16x1", "--out", "/nonexistent-signage/x.png"] },
        { "capture that is a folder", 1, "it is a folder", ["decode", "--profile", "onbon/bx-6e2", "/"] },
        { "plan of faults of another kind", 1, "$.seed", ["sim", "onbon/bx-6e2", "--listen", "tcp://127.0.0.1:0", "--faults", Faults] },
        { "nothing listens", 1, "没有应答 (no answer) tcp://127.0.0.1:1: 对方拒绝连接", [.. Show, "tcp://127.0.0.1:1"] },
        { "slogans that are a folder", 1, "it is a folder", ["slogan", "import", "/"] },
        { "data folder below /proc", 1, "no data folder can be made here", ["site", "init", "--data", "/proc/signage-nowhere"] },
        { "backup that is a folder", 1, "name the file of a backup", ["restore", "--data", "/nonexistent-signage", "--from", "/"] },
        { "no site", 1, "no site runs here", ["plan", "--data", "/nonexistent-signage"] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Command_WhenTheInputIsBad_SaysOneClearLine(string mistake, int code, string words, string[] line)
    {
        var (exit, complaints) = await RunAsync(line);
        Assert.True(code == exit, $"{mistake}: exit {exit}, {complaints}");
        AssertOneLine(complaints, words);
    }

    [Fact]
    public async Task Sim_WhenThePortIsTaken_SaysOneClearLine()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var (exit, complaints) = await RunAsync(["sim", "onbon/bx-6e2", "--listen", $"tcp://{busy.LocalEndpoint}"]);
        Assert.Equal(1, exit);
        AssertOneLine(complaints, "AddressAlreadyInUse");
    }

    [Fact]
    public async Task Sim_WhenThePortOfItsPageIsTaken_SaysOneClearLine()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        var (exit, complaints) = await RunAsync(["sim", "onbon/bx-6e2", "--listen", "tcp://127.0.0.1:0", "--view", $"{port}"]);
        Assert.Equal(1, exit);
        AssertOneLine(complaints, $"cannot listen on port {port}");
    }

    [Fact]
    public async Task Command_WhenItsSettingsAreBroken_SaysOneClearLine()
    {
        // A program of its own, made of links, whose settings may be spoiled; the runtime follows a link to the program itself, so that one is a copy.
        var token = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("signage-settings-").FullName;
        foreach (var part in new DirectoryInfo(AppContext.BaseDirectory).EnumerateFileSystemInfos())
        {
            var place = Path.Combine(folder, part.Name);
            if (part.Name.StartsWith("signage.", StringComparison.Ordinal))
            {
                File.Copy(part.FullName, place);
            }
            else if (part.Name != "appsettings.json")
            {
                File.CreateSymbolicLink(place, part.FullName);
            }
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), """{ "Signage": { "Profiles": }""", token);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(folder, "signage.dll"), "profile", "list"]) { RedirectStandardError = true })!;
        var complaints = await process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        Directory.Delete(folder, recursive: true);
        Assert.Equal(1, process.ExitCode);
        AssertOneLine(complaints, "line 1, column 28");
    }

    [Theory]
    [InlineData("full", ">/dev/full")]
    [InlineData("closed", ">&-")]
    public async Task Command_WhenStandardOutputCannotBeWritten_SaysOneClearLine(string how, string where)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs the shell and /dev/full of Linux");
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"exec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "signage.dll")}' profile list --json {where}");
        using var process = Process.Start(start)!;
        var complaints = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((how, 1), (how, process.ExitCode));
        AssertOneLine(complaints, "standard output is closed or full");
    }

    [Fact]
    public async Task Show_WhenTheEndpointNeverAnswers_SaysOneClearLine()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var (exit, complaints) = await RunAsync([.. Show, $"tcp://{silent.LocalEndpoint}"]);
        Assert.Equal(1, exit);
        AssertOneLine(complaints, "没有应答");
    }

    [Fact]
    public async Task Show_WhenTheEndpointAnswersRubbish_SaysOneClearLine()
    {
        var token = TestContext.Current.CancellationToken;
        using var rubbish = new TcpListener(IPAddress.Loopback, 0);
        rubbish.Start();
        var running = RunAsync([.. Show, $"tcp://{rubbish.LocalEndpoint}"]);
        using var caller = await rubbish.AcceptSocketAsync(token);
        var noise = new byte[500];
        new Random(7).NextBytes(noise);
        await caller.ReceiveAsync(new byte[1024], token);
        await caller.SendAsync(noise, token);
        var (exit, complaints) = await running;
        Assert.Equal(1, exit);
        AssertOneLine(complaints, "收到的不是应答");
    }

    [Fact]
    public async Task ProfileCheck_WhenThreeThingsAreWrong_NamesAllThree()
    {
        var good = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "firmware-profiles", "onbon", "bx-6e2.json"), TestContext.Current.CancellationToken);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            good.Replace("\"protocol\": \"onbon-bx6\"", "\"protocol\": \"onbon-bx7\"", StringComparison.Ordinal)
                .Replace("\"minWidth\": 8", "\"minWidth\": -3", StringComparison.Ordinal)
                .Replace("\"dialect\"", "\"dialekt\"", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var (exit, complaints) = await RunAsync(["profile", "check", file]);
        File.Delete(file);
        Assert.Equal(1, exit);
        Assert.Equal(3, complaints.Trim().Split('\n').Length);
        Assert.Contains("$.protocol", complaints, StringComparison.Ordinal);
        Assert.Contains("$.face.minWidth", complaints, StringComparison.Ordinal);
        Assert.Contains("$.dialekt", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_WhenASimulatedPanelListens_IsAcknowledgedAndSeenOnTheGlass()
    {
        var token = TestContext.Current.CancellationToken;
        await using var sim = SignageProcess.Start(
            new Dictionary<string, string>(), "sim", "onbon/bx-6e2", "--face", "160x16x1", "--listen", "tcp://127.0.0.1:0", "--json");
        var listening = (string)System.Text.Json.Nodes.JsonNode.Parse((await sim.LineAsync(token))!)!["listening"]!;
        var (exit, complaints) = await RunAsync([.. Show, listening, "--json"]);
        Assert.True(exit == 0, complaints);
    }

    private static string WriteFaults()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "bad-faults.json");
        File.WriteAllText(file, """{"seed":"seven"}""");
        return file;
    }

    private static async Task<(int Code, string Complaints)> RunAsync(string[] words)
    {
        await using var process = SignageProcess.Start(new Dictionary<string, string>(), words);
        var (code, _) = await process.EndAsync(TestContext.Current.CancellationToken);
        return (code, process.Complaints);
    }

    private static void AssertOneLine(string complaints, string words)
    {
        Assert.Contains(words, complaints, StringComparison.Ordinal);
        Assert.Single(complaints.Trim().Split('\n'));
        Assert.DoesNotContain("   at ", complaints, StringComparison.Ordinal);
    }
}
