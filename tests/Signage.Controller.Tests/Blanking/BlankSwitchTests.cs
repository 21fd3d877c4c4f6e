using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Blanking;
using Signage.Core.Panels;
using Signage.Testing.Recording;

namespace Signage.Controller.Tests.Blanking;

public sealed class BlankSwitchTests : IDisposable
{
    private static readonly PanelId Gate = new("gate");
    private static readonly PanelId Hall = new("hall");
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-blank-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 9, 5, 0, 0, 0, TimeSpan.Zero));
    private readonly SiteConsole _console = new();

    private string Path => System.IO.Path.Combine(_folder, "blank.state");

    [Fact]
    public void Press_WhenAll_CoversEveryPanelAtOnceAndTellsTheListeners()
    {
        using var blanks = Open();
        var told = 0;
        using var listening = blanks.OnChange(() => told++);
        Assert.Null(blanks.Press([], "owner").Unwritten);
        Assert.Equal((true, true, 1), (blanks.Covers(Gate), blanks.Covers(Hall), told));
    }

    [Fact]
    public void Press_WhenOnePanel_LeavesTheOthers_AndASecondPressWidens()
    {
        using var blanks = Open();
        blanks.Press([Gate], "owner");
        Assert.Equal((true, false), (blanks.Covers(Gate), blanks.Covers(Hall)));
        blanks.Press([Hall], "owner");
        Assert.Equal((true, true), (blanks.Covers(Gate), blanks.Covers(Hall)));
        blanks.Press([], "owner");
        blanks.Press([Gate], "owner");
        Assert.True(blanks.Covers(new PanelId("any")));
    }

    [Fact]
    public void Press_WhenTheSiteStartsAgain_StillHolds_AndTheOldCodeDoesNot()
    {
        string old;
        using (var before = Open())
        {
            before.Press([], "owner");
            old = _console.Code;
        }

        using var after = Open();
        Assert.True(after.Covers(Gate));
        Assert.NotNull(after.Release(1, old, "owner"));
        Assert.Null(after.Release(1, _console.Code, "owner"));
        Assert.False(after.Covers(Gate));
    }

    [Fact]
    public void Release_WhenTheNumberOrTheCodeIsWrong_KeepsThePanelsDark()
    {
        using var blanks = Open();
        blanks.Press([], "owner");
        Assert.Contains("number 1", blanks.Release(2, _console.Code, "owner"), StringComparison.Ordinal);
        Assert.Contains("wrong release code", blanks.Release(1, "x" + _console.Code, "owner"), StringComparison.Ordinal);
        Assert.True(blanks.Covers(Gate));
        Assert.Null(blanks.Release(1, _console.Code, "owner"));
        Assert.Contains("nothing is blanked", blanks.Release(1, _console.Code, "owner"), StringComparison.Ordinal);
    }

    [Fact]
    public void Release_WhenSomebodyPressesBeforeItIsWritten_LeavesThePressOnTheDisk()
    {
        var time = new InterruptedTime(_time);
        using (var blanks = BlankSwitch.Open(Path, time, _console))
        {
            blanks.Press([], "owner");
            var code = _console.Code;
            time.Next = () => blanks.Press([], "neighbour");
            Assert.Contains("number 2", blanks.Release(1, code, "owner"), StringComparison.Ordinal);
            Assert.True(blanks.Covers(Gate));
        }

        using var after = Open();
        Assert.True(after.Covers(Gate));
    }

    /// <summary>Whoever tries codes at that moment has the blank written down once more; it must not come to lie over the release.</summary>
    [Fact]
    public async Task Release_WhenWrongCodesAreTriedInTheSameMoment_IsWhatADiskRemembers()
    {
        foreach (var _ in Enumerable.Range(0, 20))
        {
            string path = System.IO.Path.Combine(_folder, Guid.NewGuid().ToString("N")), code;
            using (var blanks = BlankSwitch.Open(path, _time, _console))
            {
                blanks.Press([], "owner");
                code = _console.Code;
                using var all = new Barrier(4);
                string?[] answers = await Task.WhenAll(((string[])[code, "a", "b", "c"]).Select(tried => Task.Factory.StartNew(
                    () =>
                    {
                        all.SignalAndWait(TestContext.Current.CancellationToken);
                        return blanks.Release(1, tried, "owner");
                    },
                    TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
                Assert.Null(answers[0]);
                Assert.False(blanks.Covers(Gate));
            }

            using var after = BlankSwitch.Open(path, _time, _console);
            Assert.False(after.Covers(Gate));
        }
    }

    [Fact]
    public void Press_WhenAListenerThrows_TellsTheOthersAndIsWrittenDown()
    {
        var told = 0;
        using (var blanks = Open())
        {
            using var bad = blanks.OnChange(() => throw new InvalidOperationException("scripted"));
            using var good = blanks.OnChange(() => told++);
            Assert.Throws<AggregateException>(() => blanks.Press([], "owner"));
            Assert.Equal((1, true), (told, blanks.Covers(Gate)));
        }

        using var after = Open();
        Assert.True(after.Covers(Gate));
    }

    [Fact]
    public void Release_WhenACodeIsGuessed_StopsAnsweringAfterFive()
    {
        using var blanks = Open();
        blanks.Press([], "owner");
        for (var guess = 0; guess < 5; guess++)
        {
            blanks.Release(1, "guess", "owner");
        }

        Assert.Contains("too many", blanks.Release(1, _console.Code, "owner"), StringComparison.Ordinal);
        blanks.Press([], "owner");
        Assert.Null(blanks.Release(2, _console.Code, "owner"));
    }

    [Fact]
    public void Press_WhenTheDiskRefuses_HoldsAllTheSame_AndARestartIsSaidToForget()
    {
        using var blanks = BlankSwitch.InMemory(_time, _console);
        Assert.NotNull(blanks.Press([], "owner").Unwritten);
        Assert.True(blanks.Covers(Gate));

        // Nobody may light anything for as long as it is not sure that the release holds.
        using var listening = blanks.OnChange(() => Assert.True(blanks.Covers(Gate)));
        Assert.Contains("does not hold", blanks.Release(1, _console.Code, "owner"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void File_WhenOneHalfIsTorn_FallsBackToTheOther(int half)
    {
        using (var blanks = Open())
        {
            blanks.Press([Gate], "owner");
            blanks.Press([Hall], "owner");
        }

        Spoil((half * 32 * 1024) + 20);
        using var again = Open();
        Assert.True(again.Covers(Gate));
    }

    [Fact]
    public void File_WhenBothHalvesAreTorn_MeansDark()
    {
        using (var blanks = Open())
        {
            blanks.Press([Gate], "owner");
            blanks.Press([Hall], "owner");
            blanks.Release(2, _console.Code, "owner");
        }

        Spoil(20);
        Spoil((32 * 1024) + 20);
        using var again = Open();
        Assert.True(again.Covers(new PanelId("any")));
    }

    [Fact]
    public void File_WhenItIsThereAndCannotBeOpened_MeansDark()
    {
        using (var blanks = Open())
        {
            blanks.Press([], "owner");
        }

        // Another program holds it, as a copying backup does.
        using var held = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var again = Open();
        Assert.True(again.Covers(Gate));
    }

    [Fact]
    public void File_WhenItCannotBeMade_LetsThePanelsBeLit()
    {
        using var nowhere = BlankSwitch.Open(System.IO.Path.Combine(_folder, "no", "such", "folder", "blank.state"), _time, _console);
        Assert.False(nowhere.Covers(Gate));
        Assert.NotNull(nowhere.Press([], "owner").Unwritten);
        Assert.True(nowhere.Covers(Gate));
    }

    [Fact]
    public void File_WhenAFullDiskLeftItEmpty_LetsThePanelsBeLit()
    {
        File.WriteAllBytes(Path, new byte[100]);
        Assert.False(BlankFile.MayHold(Path));
        using var blanks = Open();
        Assert.False(blanks.Covers(Gate));
    }

    [Fact]
    public void File_WhenWritten_NeverChangesItsSize()
    {
        using (var blanks = Open())
        {
            Assert.Equal(64 * 1024, new FileInfo(Path).Length);
            for (var press = 0; press < 10; press++)
            {
                blanks.Press([new PanelId($"panel-{press}")], "owner");
            }
        }

        Assert.Equal(64 * 1024, new FileInfo(Path).Length);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private BlankSwitch Open() => BlankSwitch.Open(Path, _time, _console);

    private void Spoil(int offset)
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = offset;
        var was = file.ReadByte();
        file.Position = offset;
        file.WriteByte((byte)(was ^ 0x55));
    }

    /// <summary>A clock at whose next reading something else happens first.</summary>
    private sealed class InterruptedTime(TimeProvider inner) : TimeProvider
    {
        public Action? Next { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            var next = Next;
            Next = null;
            next?.Invoke();
            return inner.GetUtcNow();
        }
    }
}
