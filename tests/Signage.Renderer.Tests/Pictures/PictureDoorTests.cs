using System.Diagnostics;
using Signage.Renderer.Pictures;
using Signage.Renderer.Pictures.Worker;
using Signage.Renderer.Tests.Pictures.Made;

namespace Signage.Renderer.Tests.Pictures;

/// <summary>The door against processes that do not do what they should: shell scripts in the place of the decoder. The real one is tested end to end.</summary>
public sealed class PictureDoorTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, PictureEnd, string> Processes => new()
    {
        { "says nothing", "cat >/dev/null", PictureEnd.Nonsense, "made no sense" },
        { "says nothing and listens to nothing", "exit 0", PictureEnd.Nonsense, "made no sense" },
        { "talks rubbish", "head -c 100000 /dev/zero", PictureEnd.Nonsense, "made no sense" },
        { "never stops talking", "cat /dev/zero", PictureEnd.Nonsense, "made no sense" },
        { "promises another size", Answer("drawn", 3, 4_000, 4_000) + "; head -c 1000 /dev/zero", PictureEnd.Nonsense, "made no sense" },
        { "promises seven channels", Answer("drawn", 7, 16, 8), PictureEnd.Nonsense, "made no sense" },
        { "ends in an unknown way", Answer("unknown", 0, 0, 0), PictureEnd.Nonsense, "made no sense" },
        { "breaks off within its head", "printf SGPA", PictureEnd.Nonsense, "made no sense" },
        { "breaks off within its rows", Answer("drawn", 3, 16, 8) + "; head -c 383 /dev/zero", PictureEnd.Nonsense, "made no sense" },
        { "says more than the picture", Answer("drawn", 3, 16, 8) + "; head -c 385 /dev/zero", PictureEnd.Nonsense, "made no sense" },
        { "fails after the picture", Answer("drawn", 3, 16, 8) + "; head -c 384 /dev/zero; exit 7", PictureEnd.Crashed, "7" },
        { "breaks", "kill -SEGV $$", PictureEnd.Crashed, "139" },
        { "has no memory", "echo 'Out of memory.' >&2; kill -ABRT $$", PictureEnd.OutOfMemory, "more than 320 MiB" },
        { "uses up its processor time", "kill -XCPU $$", PictureEnd.TooSlow, "too long" },
        { "cannot be limited", Answer("unlimited", 0, 0, 0), PictureEnd.NoWorker, "cannot limit" },
        { "gives up", Answer("not drawn", 0, 0, 0), PictureEnd.Refused, "cannot be drawn" },
        { "complains without end and then breaks", "head -c 10000000 /dev/zero >&2; exit 3", PictureEnd.Crashed, "3" },
    };

    [Theory]
    [MemberData(nameof(Processes))]
    public async Task B06_Take_WhenTheProcessMisbehaves_SaysHowItEnded(string process, string script, PictureEnd end, string words)
    {
        NeedShell();
        using var door = new PictureDoor(Shell(script), new PictureWorkerLimits(), TimeProvider.System);
        var refused = Assert.IsType<PictureAnswer.Refused>(await door.TakeAsync(MadePng.Good, Token));
        Assert.Equal((process, end), (process, refused.End));
        Assert.Contains(words, refused.Reason, StringComparison.Ordinal);
        Assert.Matches("[\\u4E00-\\u9FFF]", refused.Reason);
    }

    [Fact]
    public async Task B06_Take_WhenTheProcessDraws_TakesItsPixels()
    {
        NeedShell();
        using var door = new PictureDoor(Shell(Answer("drawn", 3, 16, 8) + "; head -c 384 /dev/zero"), new PictureWorkerLimits(), TimeProvider.System);
        var taken = Assert.IsType<PictureAnswer.Taken>(await door.TakeAsync(MadePng.Good, Token));
        Assert.Equal(taken.Head.Size, Assert.IsType<HeadAnswer.Sound>(PictureHead.Read(taken.Picture.Png.Span)).Head.Size);
    }

    [Theory]
    [InlineData("hangs", "sleep 600")]
    [InlineData("hangs with a child", "sleep 600 & sleep 600")]
    [InlineData("hangs within its rows", "drawn; sleep 600")]
    [InlineData("listens to nothing and hangs", "exec sleep 600")]
    public async Task B06_Take_WhenTheProcessHangs_KillsItWithItsChildren(string process, string script)
    {
        NeedShell();
        var folder = Directory.CreateTempSubdirectory("signage-door-");
        var ids = Path.Combine(folder.FullName, "ids");
        script = $"echo $$ >> {ids}; " + script.Replace("drawn", Answer("drawn", 3, 16, 8), StringComparison.Ordinal).Replace("& sleep", $"& echo $! >> {ids}; sleep", StringComparison.Ordinal);
        using var door = new PictureDoor(Shell(script), new PictureWorkerLimits { Deadline = Soon }, TimeProvider.System);
        var refused = Assert.IsType<PictureAnswer.Refused>(await door.TakeAsync(MadePng.Good, Token));
        Assert.Equal((process, PictureEnd.TooSlow), (process, refused.End));
        Assert.Contains("took too long", refused.Reason, StringComparison.Ordinal);
        foreach (var id in await File.ReadAllLinesAsync(ids, Token))
        {
            Assert.True(await IsGoneAsync(id), $"process {id} is still there");
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task B06_Take_WhenAGrandchildKeepsThePipes_IsNotHeldUpByIt()
    {
        NeedShell();
        var folder = Directory.CreateTempSubdirectory("signage-door-");
        var ids = Path.Combine(folder.FullName, "ids");
        using var door = new PictureDoor(Shell($"(sleep 600 & echo $! > {ids}); exit 0"), new PictureWorkerLimits { Deadline = Soon }, TimeProvider.System);
        try
        {
            Assert.Equal(PictureEnd.TooSlow, Assert.IsType<PictureAnswer.Refused>(await door.TakeAsync(MadePng.Good, Token)).End);
        }
        finally
        {
            using var left = System.Diagnostics.Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(ids, Token), System.Globalization.CultureInfo.InvariantCulture));
            left.Kill();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task B06_Take_WhenAGrandchildKeepsStandardError_IsNotHeldUpByIt()
    {
        NeedShell();
        var folder = Directory.CreateTempSubdirectory("signage-door-");
        var ids = Path.Combine(folder.FullName, "ids");
        using var door = new PictureDoor(Shell($"sleep 600 >/dev/null & echo $! > {ids}; echo 'Out of memory.' >&2; exit 3"), new PictureWorkerLimits(), TimeProvider.System);
        try
        {
            // What the process itself wrote is heard all the same.
            var refused = Assert.IsType<PictureAnswer.Refused>(await door.TakeAsync(MadePng.Good, Token).WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, Token));
            Assert.True(refused.End is PictureEnd.OutOfMemory or PictureEnd.TooSlow, $"{refused}");
        }
        finally
        {
            using var left = System.Diagnostics.Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(ids, Token), System.Globalization.CultureInfo.InvariantCulture));
            left.Kill();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task B06_Take_WhenTheNewPictureWouldBeLargerThanAnyIsKept_RefusesIt()
    {
        NeedShell();
        using var door = new PictureDoor(Shell($"{Answer("drawn", 4, 4_096, 3_906)}; head -c 63995904 /dev/urandom"), new PictureWorkerLimits { Deadline = TimeSpan.FromMinutes(5) }, TimeProvider.System);
        var refused = Assert.IsType<PictureAnswer.Refused>(await door.TakeAsync(MadePng.Black(4_096, 3_906), Token));
        Assert.Equal(PictureEnd.Refused, refused.End);
        Assert.Contains("more than 32 MiB", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void B06_End_WhenAChildCannotBeEnded_EndsTheProcessAlone()
    {
        var ended = 0;
        ProcessEnd.Of(() => throw new AggregateException(new System.ComponentModel.Win32Exception(1)), () => ended++);
        ProcessEnd.Of(() => { }, () => ended += 10);
        Assert.Equal(1, ended);
    }

    [Fact]
    public async Task B06_Take_WhenTheCallerGivesUp_KillsTheProcess()
    {
        NeedShell();
        var folder = Directory.CreateTempSubdirectory("signage-door-");
        var ids = Path.Combine(folder.FullName, "ids");
        using var door = new PictureDoor(Shell($"echo $$ > {ids}; sleep 600"), new PictureWorkerLimits(), TimeProvider.System);
        using var giveUp = new CancellationTokenSource(Soon);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => door.TakeAsync(MadePng.Good, giveUp.Token));
        foreach (var id in await File.ReadAllLinesAsync(ids, Token))
        {
            Assert.True(await IsGoneAsync(id));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task B06_Take_WhenManyComeAtOnce_LetsTwoInAndTurnsAwayWhoComesAfterTheQueue()
    {
        NeedShell();
        var folder = Directory.CreateTempSubdirectory("signage-door-");

        // Each leaves a name while it works, and counts those that work with it. Nobody is done before all have come.
        var gate = Path.Combine(folder.FullName, "gate");
        using (var made = Process.Start("mkfifo", gate))
        {
            await made.WaitForExitAsync(Token);
        }

        var script = $"cd {folder.FullName}; touch busy.$$; ls busy.* | wc -l >> most; cat gate; cat >/dev/null; rm busy.$$";
        using var door = new PictureDoor(Shell(script), new PictureWorkerLimits { AtOnce = 2, MostWaiting = 3 }, TimeProvider.System);
        Task<PictureAnswer>[] taken;
        await using (new FileStream(gate, FileMode.Open, FileAccess.ReadWrite))
        {
            taken = [.. Enumerable.Range(0, 8).Select(_ => door.TakeAsync(MadePng.Good, Token))];
            File.Delete(gate);
        }

        var answers = await Task.WhenAll(taken);
        Assert.Equal(3, answers.Count(answer => answer is PictureAnswer.Refused { End: PictureEnd.Busy }));
        Assert.Equal(5, answers.Count(answer => answer is PictureAnswer.Refused { End: PictureEnd.Nonsense }));
        Assert.All(await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "most"), Token), most => Assert.InRange(int.Parse(most, System.Globalization.CultureInfo.InvariantCulture), 1, 2));
        Assert.IsType<PictureAnswer.Refused>(await door.TakeAsync(MadePng.Good, Token));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task B06_Take_WhenWaitingTakesTooLong_TurnsThePictureAway()
    {
        NeedShell();
        using var door = new PictureDoor(Shell("sleep 600"), new PictureWorkerLimits { AtOnce = 1, Deadline = TimeSpan.FromSeconds(30), WaitAtMost = Soon }, TimeProvider.System);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var first = door.TakeAsync(MadePng.Good, giveUp.Token);
        var second = Assert.IsType<PictureAnswer.Refused>(await door.TakeAsync(MadePng.Good, Token));
        Assert.Equal(PictureEnd.Busy, second.End);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task B06_Take_WhenThereIsNoProcess_SaysSo()
    {
        using var door = new PictureDoor(new PictureWorkerProgram("/nonexistent/signage", []), new PictureWorkerLimits(), TimeProvider.System);
        var refused = Assert.IsType<PictureAnswer.Refused>(await door.TakeAsync(MadePng.Good, Token));
        Assert.Equal(PictureEnd.NoWorker, refused.End);
        Assert.Contains("/nonexistent/signage", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S24_Take_WhenAProcessIsStarted_GivesItNothingOfTheEnvironment()
    {
        NeedShell();
        var folder = Directory.CreateTempSubdirectory("signage-door-");
        var seen = Path.Combine(folder.FullName, "seen");
        Environment.SetEnvironmentVariable("Signage__Storage__Password", "s3cr3t");
        using var door = new PictureDoor(Shell($"env > {seen}"), new PictureWorkerLimits(), TimeProvider.System);
        await door.TakeAsync(MadePng.Good, Token);
        var environment = await File.ReadAllTextAsync(seen, Token);
        Assert.Contains("DOTNET_GCHeapHardLimit=4000000", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", environment, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void B06_WindowsLimits_WhenLaidOut_AreAsLargeAsTheSystemSays() =>
        // JOBOBJECT_EXTENDED_LIMIT_INFORMATION of 64 bits: 64 + 48 + 4 * 8 bytes.
        Assert.Equal(144, System.Runtime.InteropServices.Marshal.SizeOf<WindowsLimits.Extended>());

    private static PictureWorkerProgram Shell(string script) => new("/bin/sh", ["-c", "PATH=/usr/bin:/bin; " + script, "worker"]);

    private static void NeedShell() => Assert.SkipUnless(File.Exists("/bin/sh"), "needs a shell");

    // A head as a process would say it, byte for byte; see WorkerMessages.
    private static string Answer(string end, int channels, int width, int height)
    {
        var number = end switch { "drawn" => 1, "not drawn" => 2, "unlimited" => 5, _ => 77 };
        var bytes = new[] { number, channels, width, height, 0 }.SelectMany(BitConverter.GetBytes);
        return "printf 'SGPA" + string.Concat(bytes.Select(part => $"\\{Convert.ToString(part, 8).PadLeft(3, '0')}")) + "'";
    }

    // A killed process may still be listed until its parent has taken note of it.
    private static async Task<bool> IsGoneAsync(string id)
    {
        for (var look = 0; look < 100; look++)
        {
            var state = $"/proc/{id}/stat";
            try
            {
                if ((await File.ReadAllTextAsync(state, Token)).Split(' ')[2] == "Z")
                {
                    return true;
                }
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
        }

        return false;
    }
}
