using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Signage.Renderer.Pictures;
using Signage.Renderer.Pictures.Worker;
using Signage.Renderer.Tests.Pictures.Made;

namespace EndToEnd.Tests.Pictures;

/// <summary>What the process that decodes may take, read from the kernel while it lives.</summary>
public sealed class LimitTests(ITestOutputHelper output)
{
    private const long MiB = 1024 * 1024;

    // Pages of the program and its libraries, which are shared and only read, are not the decoder's to multiply.
    private const long Shared = 64 * MiB;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The largest that the bounds let through: small files, 64 MB of pixels, and as much again and more while they are decoded.</summary>
    private static IEnumerable<(string Name, byte[] File)> Bombs =>
    [
        ("plain", MadePng.Black(4_096, 3_906)),
        ("interlaced, 16 bits", MadePng.File(MadePng.Head(4_096, 3_906, 16, 6, interlace: 1), MadePng.Data((4_096 * 3_906 * 8) + 20_000), MadePng.End)),
        ("unpacks to far more than its pixels", MadePng.File(MadePng.Head(16, 8), MadePng.Data(1_000_000_000), MadePng.End)),
    ];

    [Fact]
    public async Task B06_Process_WhenGivenBombs_StaysWithinItsMemory()
    {
        NeedLinux();
        foreach (var (name, file) in Bombs)
        {
            Assert.InRange(file.Length, 1, PictureBounds.MostBytes);
            await using var worker = RealWorker.Start();
            var answer = await RealWorker.AskAsync(worker, file, Token);
            var most = await PeakAsync(worker);
            output.WriteLine($"{name}: {file.Length} bytes, peak {most / MiB} MiB, {answer}");
            Assert.NotNull(answer);
            Assert.InRange(most, 1, RealWorker.Patient.MemoryBytes + Shared);
            Assert.Null(await worker.EndAsync(Token));
        }
    }

    [Fact]
    public async Task B06_Process_WhenItsMemoryDoesNotSuffice_SaysSoAndTakesNoMore()
    {
        NeedLinux();
        var small = RealWorker.Patient with { MemoryBytes = 100 * MiB };
        foreach (var (name, file) in Bombs.Take(2))
        {
            await using var worker = RealWorker.Start(small);
            var refused = Assert.IsType<PictureAnswer.Refused>(await RealWorker.AskAsync(worker, file, Token));
            var most = await PeakAsync(worker);
            output.WriteLine($"{name}: peak {most / MiB} MiB, {refused}");
            Assert.Equal(PictureEnd.OutOfMemory, refused.End);
            Assert.Contains("more than 100 MiB", refused.Reason, StringComparison.Ordinal);
            Assert.InRange(most, 1, small.MemoryBytes + Shared);
            Assert.IsType<PictureAnswer.Taken>(await RealWorker.AskAsync(worker, MadePng.Good, Token));
        }
    }

    [Fact]
    public async Task B06_Door_WhenTheProcessHasNoMemoryAtAll_SaysSo()
    {
        NeedLinux();
        using var door = RealWorker.Door(RealWorker.Patient with { MemoryBytes = 8 * MiB });
        var refused = Assert.IsType<PictureAnswer.Refused>(await door.TakeAsync(MadePng.Good, Token));
        Assert.Equal(PictureEnd.OutOfMemory, refused.End);
        Assert.Contains("more than 8 MiB", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B06_Process_WhenItWorks_HasEveryLimitOfTheKernel()
    {
        NeedLinux();
        await using var worker = RealWorker.Start();
        Assert.IsType<PictureAnswer.Taken>(await RealWorker.AskAsync(worker, MadePng.Good, Token));
        var limits = (await File.ReadAllLinesAsync($"/proc/{worker.Id}/limits", Token)).Skip(1).ToDictionary(line => line[..26].Trim(), line => (Soft: line[26..47].Trim(), Hard: line[47..68].Trim()));
        var memory = $"{RealWorker.Patient.MemoryBytes}";
        Assert.Equal((memory, memory), limits["Max data size"]);
        Assert.Equal(("60", "61"), limits["Max cpu time"]);
        Assert.Equal(("0", "0"), limits["Max core file size"]);
        Assert.Equal(("0", "0"), limits["Max file size"]);
        Assert.Equal(("64", "64"), limits["Max open files"]);
        Assert.NotEqual("unlimited", limits["Max address space"].Hard);
        Assert.Equal("1000", (await File.ReadAllTextAsync($"/proc/{worker.Id}/oom_score_adj", Token)).Trim());
    }

    [Fact]
    public async Task B06_Process_WhenItWorks_CanOpenNothingAndStartNothing()
    {
        NeedLinux();
        await using var worker = RealWorker.Start();
        foreach (var file in new[] { MadePng.Good, MadeJpeg.Good, MadeGif.Good, MadePng.Black(2_000, 2_000) })
        {
            Assert.IsType<PictureAnswer.Taken>(await RealWorker.AskAsync(worker, file, Token));
        }

        // Threads that were there before the limits were set, and those that came later.
        var threads = Directory.GetDirectories($"/proc/{worker.Id}/task").Select(StatusOf).OfType<string>().ToArray();
        Assert.True(threads.Length > 1, $"{threads.Length} threads");
        Assert.All(threads, thread => Assert.Contains("\nSeccomp:\t2\n", thread, StringComparison.Ordinal));
        Assert.All(threads, thread => Assert.Contains("\nNoNewPrivs:\t1\n", thread, StringComparison.Ordinal));
    }

    [Fact]
    public async Task B06_Process_WhenItTriesWhatItMayNot_IsRefusedByTheKernel()
    {
        NeedLinux();
        var start = WorkerStart.Of(RealWorker.Program, RealWorker.Patient);
        start.ArgumentList.Add(WorkerProbe.Word);
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        // EPERM is 1. Without the filter each of them succeeds, or fails for another reason.
        string[] calls = ["socket", "openat", "unlinkat", "renameat2", "execve", "fork", "kill", "memfd_create", "io_uring_setup"];
        Assert.Equal(["thread 0", .. calls.Select(call => $"{call} 1")], said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task B06_Door_WhenThePictureTakesTooLong_KillsTheProcess()
    {
        // The real process, told to have all the time it wants, and its input a pipe that nobody writes to: only the door can end it, at a deadline of its own clock.
        NeedLinux();
        var folder = Directory.CreateTempSubdirectory("signage-limits-").FullName;
        var (id, silence) = (Path.Combine(folder, "id"), Path.Combine(folder, "silence"));
        var script = $"PATH={Environment.GetEnvironmentVariable("PATH")}; mkfifo {silence}; echo $$ > {id}.new; mv {id}.new {id}; "
            + $"exec dotnet exec {RealWorker.Program.Words[1]} {PictureWorkerProgram.Verb} \"$1\" \"$2\" 86400 <> {silence}";
        var time = new FakeTimeProvider();
        using var door = new PictureDoor(new PictureWorkerProgram("/bin/sh", ["-c", script, "worker"]), RealWorker.Patient, time);
        var taking = door.TakeAsync(MadePng.Good, Token);
        var worker = await WorkingAsync(id);
        Assert.False(taking.IsCompleted);
        time.Advance(RealWorker.Patient.Deadline);
        Assert.Equal(PictureEnd.TooSlow, Assert.IsType<PictureAnswer.Refused>(await taking).End);
        Assert.False(Directory.Exists($"/proc/{worker}"), $"process {worker} is still there");
        Directory.Delete(folder, recursive: true);
        using var next = RealWorker.Door();
        Assert.IsType<PictureAnswer.Taken>(await next.TakeAsync(MadePng.Good, Token));
    }

    [Fact]
    public async Task B06_Process_WhenNobodyComesForIt_EndsItself()
    {
        // Asked for nothing, with its input open: nobody kills it, as if the site had been killed.
        NeedLinux();
        await using var worker = RealWorker.Start(RealWorker.Patient with { Deadline = TimeSpan.FromSeconds(2) });
        using var seen = Process.GetProcessById(worker.Id);
        await seen.WaitForExitAsync(Token);
        Assert.Equal(PictureEnd.TooSlow, (await worker.EndAsync(Token))?.End);
    }

    [Fact]
    public async Task B06_Process_WhenItsTimeOfTheProcessorIsOver_IsEndedForThat()
    {
        NeedLinux();
        await using var worker = RealWorker.Start(RealWorker.Patient with { ProcessorTime = TimeSpan.FromSeconds(2) });
        var file = Bombs.First().File;
        PictureAnswer? answer;
        do
        {
            answer = await RealWorker.AskAsync(worker, file, Token);
        }
        while (answer is PictureAnswer.Taken);
        Assert.Null(answer);
        Assert.Equal(PictureEnd.TooSlow, (await worker.EndAsync(Token))?.End);
    }

    // The id of a process that has come as far as its limits.
    private static async Task<string> WorkingAsync(string path)
    {
        var id = "";
        await Waiting.UntilAsync(
            () => File.Exists(path) && StatusOf($"/proc/{id = File.ReadAllText(path).Trim()}") is { } status && status.Contains("Seccomp:\t2", StringComparison.Ordinal), Token);
        return id;
    }

    // Null for a thread that ended meanwhile.
    private static string? StatusOf(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "status"));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void NeedLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc of Linux");

    private static async Task<long> PeakAsync(WorkerProcess worker) =>
        long.Parse(
            (await File.ReadAllLinesAsync($"/proc/{worker.Id}/status", Token)).Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) * 1024;
}
