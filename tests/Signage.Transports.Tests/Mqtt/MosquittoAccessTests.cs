using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;
using Signage.Testing.Servers;
using Signage.Transports.Mqtt;
using Signage.Transports.Pumping;

namespace Signage.Transports.Tests.Mqtt;

/// <summary>A real Mosquitto with the very access list of docs/mosquitto: a whole BX-6 card behind it, and what the list keeps apart.</summary>
public sealed class MosquittoAccessTests : IAsyncLifetime
{
    private static readonly PanelFace Face = PanelFace.Parse("64x16x1");

    private readonly Bx6Adapter _adapter = new();
    private MosquittoServer _broker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _broker = await MosquittoServer.StartWithAccessListAsync(await File.ReadAllTextAsync(Path.Combine(Root(), "docs/mosquitto/access.acl"), Token), Token);

    public async ValueTask DisposeAsync() => await (_broker?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Fact]
    public async Task Card_WhenItIsBehindMosquitto_TakesAWholeConversation()
    {
        var path = Path.Combine(Root(), "firmware-profiles/onbon/bx-6e2.json");
        var profile = new ProfileReader(new PanelAdapters([_adapter])).Read([new ProfileFile(path, "onbon/bx-6e2", File.ReadAllText(path))]).Catalog!.All.Single();
        var card = SimulatedCards.Create(profile, Face, new CardClock(TimeProvider.System));
        await using var host = await PanelHosts.StartAsync(At("square", "square"), card, TimeProvider.System, Token);
        await using var line = new PanelLine(At("signage", "square"), new MqttTransport(TimeProvider.System), new DialoguePump(TimeProvider.System));

        var reading = (await AskAsync(line, profile, new PanelCommand.Ping())).Reading;
        await AskAsync(line, profile, new PanelCommand.SetBrightness(100));
        await AskAsync(line, profile, new PanelCommand.SetPower(false));
        await AskAsync(line, profile, new PanelCommand.Blank());
        await AskAsync(line, profile, new PanelCommand.ReadStatus());

        Assert.Equal(Face.Size, reading?.Face?.Size);
        Assert.Equal((false, 15, 1, 0), (card.Read().PoweredOn, card.Read().Brightness, card.Read().Pages.Count, card.Read().PacketsRefused));
    }

    [Theory]
    [InlineData("square", "signage/square/up", true)]
    [InlineData("square", "signage/square/down", false)]
    [InlineData("square", "signage/hall/up", false)]
    [InlineData("square", "signage/square", false)]
    [InlineData("square", "other/square/up", false)]
    [InlineData("signage", "signage/hall/down", true)]
    [InlineData("signage", "signage/hall/up", false)]
    [InlineData("signage", "signage/hall/more/down", false)]
    [InlineData("stranger", "signage/square/up", false)]
    [InlineData("", "signage/square/up", false)]
    public async Task Account_WhenItPublishes_MayOnlyAtItsOwnEnd(string name, string topic, bool allowed)
    {
        using var client = await EnterAsync(name);
        var answer = await client.PublishAsync(Message(topic), Token);
        Assert.Equal((allowed, !allowed), (answer.IsSuccess, answer.ReasonCode == MqttClientPublishReasonCode.NotAuthorized));
    }

    /// <summary>Mosquitto grants every filter and keeps the messages back: what counts is what comes.</summary>
    [Theory]
    [InlineData("hall", "signage/square/up", "square")]
    [InlineData("hall", "signage/square/down", "signage")]
    [InlineData("hall", "#", "square")]
    [InlineData("square", "signage/square/up", "square")]
    public async Task Account_WhenItListensElsewhere_HearsNothing(string name, string filter, string speaker)
    {
        using var listener = await EnterAsync(name);
        using var voice = await EnterAsync(speaker);
        using var site = await EnterAsync("signage");
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        listener.ApplicationMessageReceivedAsync += message =>
        {
            heard.TrySetResult(message.ApplicationMessage.Topic);
            return Task.CompletedTask;
        };
        await listener.SubscribeAsync(filter, MqttQualityOfServiceLevel.AtLeastOnce, Token);
        await listener.SubscribeAsync($"signage/{name}/down", MqttQualityOfServiceLevel.AtLeastOnce, Token);
        Assert.True((await voice.PublishAsync(Message(speaker == "signage" ? "signage/square/down" : "signage/square/up"), Token)).IsSuccess);
        await site.PublishAsync(Message($"signage/{name}/down"), Token);
        Assert.Equal($"signage/{name}/down", await heard.Task.WaitAsync(Token));
    }

    private static MqttApplicationMessage Message(string topic) => new() { Topic = topic, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce };

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }

    private async Task<DialogueStep.Done> AskAsync(PanelLine line, DeviceProfile profile, PanelCommand command)
    {
        var done = await line.AskAsync(_adapter.Begin(command, profile, Face), Token);
        Assert.True(done.Outcome == PanelOutcome.Accepted, $"{command}: {done}");
        return done;
    }

    private async Task<IMqttClient> EnterAsync(string name)
    {
        var client = new MqttClientFactory().CreateMqttClient();
        var options = new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", _broker.Endpoint.Port).WithProtocolVersion(MqttProtocolVersion.V500);
        await client.ConnectAsync((name.Length == 0 ? options : options.WithCredentials(name, "x")).Build(), Token);
        return client;
    }

    private Uri At(string login, string panel) => new($"mqtt://{login}:x@127.0.0.1:{_broker.Endpoint.Port}/signage/{panel}");
}
