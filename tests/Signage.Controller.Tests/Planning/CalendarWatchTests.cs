using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Health;
using Signage.Controller.Planning;
using Signage.Controller.Tests.Alerts.Intake;

namespace Signage.Controller.Tests.Planning;

/// <summary>Calendar files that are edited while a site runs.</summary>
public sealed class CalendarWatchTests : IAsyncLifetime
{
    private const string Fair = "named-days.csv";
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-calendars-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeTimeProvider _line = new();
    private WarningRig _rig = null!;
    private CalendarWatch _watch = null!;
    private Pulse _pulse = null!;
    private Task _running = Task.CompletedTask;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _rig = await WarningRig.OpenAsync(Token);
        Write("statutory-days.csv", "date,name,kind\n");
        Write(Fair, "义诊日,Free clinic,date:9-5\n");
        await _rig.Book.UseAsync(CalendarFolder.Read(_folder), Token);
        _pulse = new Pulses(_line).Of("calendar files");
        _watch = new CalendarWatch(_folder, _rig.Book, _pulse, _line, NullLogger.Instance);
        _running = _watch.RunAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _rig.DisposeAsync();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Files_WhenEdited_AreReadOnceTheyStandStill()
    {
        await LookAsync(2);
        Assert.True(Knows("义诊日"));
        Write(Fair, "义诊日,Free clinic,date:9-5\n邻里节,Neighbours,date:5-20\n");
        await LookAsync(1);
        Assert.False(Knows("邻里节"));
        await LookAsync(2);
        Assert.True(Knows("邻里节"));
        Assert.Null(_watch.Note);
    }

    [Theory]
    [InlineData("邻里节,Neighbours,date:2-30\n", "2-30")]
    [InlineData(null, "named-days.csv")]
    public async Task Files_WhenTheyHaveMistakesOrAreGone_ChangeNothingUntilTheyAreRight(string? text, string told)
    {
        var before = File.ReadAllText(Path.Combine(_folder, Fair));
        if (text is null)
        {
            File.Delete(Path.Combine(_folder, Fair));
        }
        else
        {
            Write(Fair, text);
        }

        await LookAsync(3);
        Assert.True(Knows("义诊日"));
        Assert.Contains(told, _watch.Note!, StringComparison.Ordinal);

        Write(Fair, before + "邻里节,Neighbours,date:5-20\n");
        await LookAsync(3);
        Assert.True(Knows("邻里节"));
        Assert.Null(_watch.Note);
    }

    private bool Knows(string name) => _rig.Book.Now.Plan.Calendar.Knows(name);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    /// <summary>Lets it look so often, to the end of each look.</summary>
    private async Task LookAsync(int times)
    {
        for (var look = 0; look < times; look++)
        {
            var beats = _pulse.Beats;
            _line.Advance(TimeSpan.FromSeconds(10));
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            for (var step = 0; _pulse.Beats == beats; step++)
            {
                Assert.True(step < 6_000, "nobody looked");
                await timer.WaitForNextTickAsync(Token);
            }
        }
    }
}
