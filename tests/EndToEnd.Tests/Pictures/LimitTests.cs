using System.Diagnostics;
using System.Globalization;
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
        Assert.True(refused.End is PictureEnd.OutOfMemory or PictureEnd.Crashed, $"{refused}");
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
        Assert.Contains("NoNewPrivs:\t1", await File.ReadAllTextAsync($"/proc/{worker.Id}/status", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B06_Door_WhenThePictureTakesTooLong_KillsTheProcess()
    {
        // The real process on the largest picture, with no time at all: it cannot even have started.
        using var door = RealWorker.Door(RealWorker.Patient with { Deadline = TimeSpan.FromMilliseconds(1) });
        var refused = Assert.IsType<PictureAnswer.Refused>(await door.TakeAsync(MadePng.Black(4_096, 3_906), Token));
        Assert.Equal(PictureEnd.TooSlow, refused.End);
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

    private static void NeedLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc of Linux");

    private static async Task<long> PeakAsync(WorkerProcess worker) =>
        long.Parse(
            (await File.ReadAllLinesAsync($"/proc/{worker.Id}/status", Token)).Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) * 1024;
}
