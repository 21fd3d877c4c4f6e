using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using MQTTnet;
using MQTTnet.Protocol;
using Signage.Controller.Alerts.Intake;
using Signage.Controller.Health;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;
using Signage.Testing.Servers;

namespace Signage.Controller.Tests.Alerts.Intake;

/// <summary>A topic of a real Mosquitto: what comes on it, what came while nobody listened, and what is said when the broker is gone.</summary>
public sealed class TopicWatchTests : IAsyncLifetime
{
    private const string Topic = "cap/510903";
    private readonly string _id = $"{Guid.NewGuid():N}";
    private WarningRig _rig = null!;
    private MosquittoServer _broker = null!;
    private CancellationTokenSource _stop = new();
    private TopicWatch? _watch;
    private Task _running = Task.CompletedTask;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _broker = await MosquittoServer.StartAsync(Token);
        _rig = await WarningRig.OpenAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        if (_rig is not null)
        {
            await _rig.DisposeAsync();
            await _broker.DisposeAsync();
        }
    }

    [Fact]
    public async Task Topic_WhenWarningsCome_AreTakenInAndWaitForAPerson()
    {
        await PublishAsync(WarningRig.Alert("A0"), retain: true);
        Start();
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 1);
        await PublishAsync(WarningRig.Alert("A1"));
        await PublishAsync(WarningRig.Ebm("E1"));
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 3);
        Assert.All(_rig.Book.Now.Alerts, alert => Assert.Null(alert.Approved));
        Assert.All(_rig.Book.Now.Alerts, alert => Assert.Contains(Topic, alert.TakenBy, StringComparison.Ordinal));
        Assert.Null(_watch!.Note);
    }

    [Fact]
    public async Task Topic_WhenARuleAllows_ApprovesThatAndNothingElse()
    {
        Start(new AlertSettings { AutoSenders = "office@example.cn" });
        await HeardAsync();
        await PublishAsync(WarningRig.Alert("A1", sender: "other@example.cn"));
        await PublishAsync(WarningRig.Alert("A2", status: "Exercise"));
        await PublishAsync(WarningRig.Alert("A3"));
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 4);
        Assert.Equal(["A0", "A3"], _rig.Book.Now.Alerts.Where(alert => alert.Approved is not null).Select(alert => alert.Name.Split(',')[1]));
    }

    /// <summary>The broker keeps it for a site that is switched off.</summary>
    [Fact]
    public async Task Topic_WhenAWarningCameWhileTheSiteWasAway_IsTakenInAtItsNextStart()
    {
        Start();
        await HeardAsync();
        await StopAsync();
        await PublishAsync(WarningRig.Alert("A1"));
        Start();
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 2);
    }

    /// <summary>Nobody says to the broker that a warning is kept before it is.</summary>
    [Fact]
    public async Task Topic_WhenTheDiskRefuses_TheWarningComesAgain()
    {
        Start();
        await HeardAsync();
        await using (var other = new SqliteConnection($"Data Source={_rig.Database};Pooling=False"))
        {
            await other.OpenAsync(Token);
            await using var hold = other.BeginTransaction();
            await using var write = other.CreateCommand();
            write.CommandText = "UPDATE meta SET Value = Value";
            await write.ExecuteNonQueryAsync(Token);
            await PublishAsync(WarningRig.Alert("A1"));
            await UntilAsync(() => _watch!.Note is not null);
            Assert.Single(_rig.Book.Now.Alerts);
            await hold.RollbackAsync(Token);
        }

        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 2);
        await UntilAsync(() => _watch!.Note is null);
    }

    [Fact]
    public async Task Topic_WhenTheBrokerIsGone_IsSaidAndHeardAgainWhenItIsBack()
    {
        Start();
        await HeardAsync();
        await _broker.StopAsync();
        await UntilAsync(() => _watch!.Note?.Contains(Topic, StringComparison.Ordinal) == true);
        await _broker.StartAgainAsync(Token);
        await UntilAsync(() => _watch!.Note is null);
        await PublishAsync(WarningRig.Alert("A1"));
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 2);
    }

    /// <summary>What is no warning is said, and is no reason to stop listening.</summary>
    [Fact]
    public async Task Topic_WhenSomethingElseComes_IsSaidForAWhileAndTheNextIsTaken()
    {
        Start();
        await HeardAsync();
        await PublishAsync("hello");
        await UntilAsync(() => _watch!.Note?.Contains("XML", StringComparison.Ordinal) == true);
        await UntilAsync(() => _watch!.Note is null, seconds: 60);
        await PublishAsync("hello");
        await PublishAsync(WarningRig.Alert("A1"));
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 2 && _watch!.Note is null);
    }

    [Fact]
    public async Task Topic_WhenThePasswordIsWrong_IsSaidWithoutIt()
    {
        await using var guarded = await MosquittoServer.StartWithLoginAsync("site", "right", Token);
        Start(feed: new Uri($"mqtt://site:wrong@{guarded.Endpoint.Authority}/{Topic}"));
        await UntilAsync(() => _watch!.Note is not null);
        Assert.DoesNotContain("wrong", _watch!.Note!, StringComparison.Ordinal);
        Assert.Contains(guarded.Endpoint.Authority, _watch.Note!, StringComparison.Ordinal);
    }

    /// <summary>At a whole site: the very next picture is the warning.</summary>
    [Fact]
    public async Task Site_WhenATrustedWarningComesOnItsTopic_LightsIt()
    {
        var settings = new AlertSettings { Feeds = $"{_broker.Endpoint.OriginalString}/{Topic}", AutoSenders = "office@example.cn" };
        await using var site = await SiteOnLoopback.StartAsync(
            old => old with { Quartz = false, Geocodes = "adcode=510903001", Alerts = settings }, [new Slot("base", "charity-09", [], SlotTime.Always, Priority.Base)], Token);
        await site.SentAsync("charity-09", Token);
        await PublishAsync(WarningRig.Alert("A1"), retain: true);
        var lit = (await site.Site.Board.WaitAsync(now => now[0].IsSent && now[0].Decision?.Level == Priority.Emergency, Token))[0];
        Assert.Equal(lit.Desired!.Digest, site.Panel.Card.Read().Digest);
    }

    /// <summary>Two topics of one broker disturb neither each other, nor is one heard that nobody asks for any more.</summary>
    [Fact]
    public async Task Topics_OfOneBroker_AreHeardEachAndNoLongerThanTheyAreAskedFor()
    {
        Start();
        await HeardAsync();
        using var stop = new CancellationTokenSource();
        var other = Watch(new AlertSettings(), At("cap/other"));
        var running = other.RunAsync(stop.Token);
        await PublishAsync(WarningRig.Alert("B0"), retain: true, topic: "cap/other");
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 2);
        await PublishAsync(WarningRig.Alert("A1"));
        await PublishAsync(WarningRig.Alert("B1"), topic: "cap/other");
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 4);
        Assert.Equal(["A0 cap/510903", "A1 cap/510903", "B0 cap/other", "B1 cap/other"], _rig.Book.Now.Alerts.Select(alert => $"{alert.Name.Split(',')[1]} {(alert.TakenBy.Contains("cap/other", StringComparison.Ordinal) ? "cap/other" : Topic)}").Order(StringComparer.Ordinal));

        await EndAsync(stop, running);
        await PublishAsync(WarningRig.Alert("B2"), topic: "cap/other");
        await PublishAsync(WarningRig.Alert("A2"));
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 5);
        Assert.DoesNotContain(_rig.Book.Now.Alerts, alert => alert.Name.Contains("B2", StringComparison.Ordinal));
        Assert.Null(_watch!.Note);
    }

    /// <summary>A broker that has a session take over another's under the same id is no broker that is heard: neither of them is silent about it.</summary>
    [Fact]
    public async Task Topic_WhenAnotherHasTheSameIdentity_IsSaid()
    {
        Start();
        await HeardAsync();
        using var stop = new CancellationTokenSource();
        var running = Watch(new AlertSettings(), At(Topic)).RunAsync(stop.Token);
        await UntilAsync(() => _watch!.Note?.Contains(Topic, StringComparison.Ordinal) == true);
        await EndAsync(stop, running);
        await UntilAsync(() => _watch!.Note is null);
    }

    private Uri At(string topic) => new($"{_broker.Endpoint.OriginalString}/{topic}");

    private TopicWatch Watch(AlertSettings settings, Uri address) => new(
        new WarningTopic(address, _id), AlertIntake.Read(settings), _rig.Desk, new FeedPace(_rig.Line, new Random(1), new Pulses(_rig.Line)), NullLogger.Instance);

    private void Start(AlertSettings? settings = null, Uri? feed = null)
    {
        _stop = new CancellationTokenSource();
        _watch = Watch(settings ?? new AlertSettings(), feed ?? At(Topic));
        _running = _watch.RunAsync(_stop.Token);
    }

    private static async Task EndAsync(CancellationTokenSource stop, Task running)
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task StopAsync()
    {
        await EndAsync(_stop, _running);
        _stop.Dispose();
    }

    /// <summary>Until it listens: a warning that nobody else sends is taken in.</summary>
    private async Task HeardAsync()
    {
        await PublishAsync(WarningRig.Alert("A0"), retain: true);
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 1);
        await PublishAsync("", retain: true);
    }

    private async Task PublishAsync(string document, bool retain = false, string topic = Topic)
    {
        using var client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer(_broker.Endpoint.Host, _broker.Endpoint.Port).Build(), Token);
        var message = new MqttApplicationMessage { Topic = topic, PayloadSegment = Encoding.UTF8.GetBytes(document), QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce, Retain = retain };
        Assert.True((await client.PublishAsync(message, Token)).IsSuccess);
        await client.DisconnectAsync(cancellationToken: Token);
    }

    /// <summary>Lets seconds pass whenever nothing has come about for a while, until something has: no more than a pause takes, so that none is left out.</summary>
    private async Task UntilAsync(Func<bool> seen, int seconds = 5)
    {
        const int Ticks = 10;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        for (var step = 1; !seen(); step++)
        {
            Assert.True(step < 12_000, "what was waited for did not come");
            await timer.WaitForNextTickAsync(Token);
            if (step % Ticks == 0)
            {
                _rig.Line.Advance(TimeSpan.FromSeconds(seconds));
            }
        }
    }
}
