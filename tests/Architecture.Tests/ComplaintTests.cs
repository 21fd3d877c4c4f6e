using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon;
using Signage.Renderer.Previews;
using Signage.Sheets.Slots;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;
using Signage.Simulator.Hosts;
using Signage.Transports.Broker;
using Signage.Transports.Broker.Rights;
using Signage.Transports.Links;
using Signage.Transports.Loopback;
using Signage.Transports.Mqtt;
using Signage.Transports.Serial;
using Signage.Transports.Tcp;

namespace Architecture.Tests;

/// <summary>Complaints as they really come, from every room: whoever reads them in a terminal or on a page reads Chinese, in one line, and no password.</summary>
public sealed partial class ComplaintTests
{
    private static readonly FakeTimeProvider Time = new();
    private static readonly PanelFace Face = PanelFace.Parse("160x16x1");
    private static readonly PanelAdapters Adapters = SiteHost.Adapters();
    private static readonly IReadOnlyList<ProfileFile> Files = ProfileFolder.Read(Path.Combine(Repository.Root, "firmware-profiles"));
    private static readonly DeviceProfile Model = new ProfileReader(Adapters).Read(Files).Catalog!.All.First(profile => profile.Id == "onbon/bx-6e2");

    private static readonly Dictionary<string, Func<Task<IEnumerable<string>>>> All = new()
    {
        ["face"] = Thrown(() => PanelFace.Parse("160x16")),
        ["panel id"] = Thrown(() => new PanelId("Gate")),
        ["size of a picture"] = Thrown(() => new PixelSize(0, 1)),
        ["endpoint without scheme"] = Thrown(() => PanelAddress.Of(new Uri("gate", UriKind.Relative))),
        ["tcp without host"] = Said(() => new TcpTransport(Time).Validate(new Uri("gate", UriKind.Relative))),
        ["tcp with everything wrong"] = Said(() => new TcpTransport(Time).Validate(new Uri("tcp://user:s3cr3t@gate/x?baud=9&address="))),
        ["tcp refused"] = ThrownAsync(() => new TcpTransport(Time).OpenAsync(new Uri($"tcp://127.0.0.1:{FreePort()}"), default).AsTask()),
        ["tcp to no host"] = ThrownAsync(() => new TcpTransport(Time).OpenAsync(new Uri("tcp://panel.invalid:5005"), default).AsTask()),
        ["serial with a host"] = Said(() => new SerialTransport(Time).Validate(new Uri("serial://ttyUSB0/"))),
        ["serial without a device"] = Said(() => new SerialTransport(Time).Validate(new Uri("serial:/"))),
        ["serial with a wrong speed"] = Said(() => new SerialTransport(Time).Validate(new Uri("serial:/dev/ttyUSB0?baud=fast"))),
        ["serial with two addresses"] = Said(() => new SerialTransport(Time).Validate(new Uri("serial:/dev/ttyUSB0?address=1&address=2"))),
        ["serial that is not there"] = ThrownAsync(() => new SerialTransport(Time).OpenAsync(new Uri("serial:/dev/ttyNoSuchPort"), default).AsTask()),
        ["serial that is a file"] = ThrownAsync(() => new SerialTransport(Time).OpenAsync(new Uri("serial:/dev/null"), default).AsTask()),
        ["mqtt without a broker"] = Said(() => new MqttTransport(Time).Validate(new Uri("mqtt:user:s3cr3t@gate"))),
        ["mqtt without a topic"] = Said(() => new MqttTransport(Time).Validate(new Uri("mqtt://user:s3cr3t@gate"))),
        ["mqtt with a query"] = Said(() => new MqttTransport(Time).Validate(new Uri("mqtt://user:s3cr3t@gate/lamp?qos=1"))),
        ["mqtt without anybody"] = ThrownAsync(() => new MqttTransport(Time).OpenAsync(new Uri($"mqtt://user:s3cr3t@127.0.0.1:{FreePort()}/lamp"), default).AsTask()),
        ["closed link"] = Said(() => [LoopbackLink.CreatePair().Near.WhyClosed]),
        ["account of the broker"] = Thrown(() => new BrokerAccount("a/b", BrokerSecret.Of("s3cr3t", 1), [])),
        ["right at the broker"] = Thrown(() => TopicRight.Publish("#")),
        ["right to keep messages"] = Thrown(() => TopicRight.Publish("a/#", retain: true)),
        ["password of the broker"] = Thrown(() => BrokerSecret.Parse("s3cr3t")),
        ["silent card"] = Said(() => [Silence([])]),
        ["card that speaks rubbish"] = Said(() => [Silence([1, 2, 3])]),
        ["profile that the family cannot use"] = Said(() => new Bx6Adapter().Validate(Model with
        {
            Effects = [.. Model.Effects.Select(effect => effect with { Code = 99 })],
            Speed = Model.Speed with { Levels = [.. Model.Speed.Levels.Select(level => level with { Level = 999 })] },
            Brightness = Model.Brightness with { Max = 255 },
            Stay = new StayScale(1, 100_000),
            Packets = Model.Packets with { MaxBytes = 1 << 20 },
            Settings = new Dictionary<string, string> { ["colour"] = "3", ["address"] = "8000" },
        })),
        ["unknown field"] = Thrown(() => Encode("colour", "3")),
        ["address that is none"] = Thrown(() => Encode("address", "XYZ")),
        ["number too big"] = Thrown(() => Encode("seq", "70000")),
        ["field of another packet"] = Thrown(() => Encode("area", "2")),
        ["profile that is broken"] = Said(() => Profile("{ \"id\": ")),
        ["profile that is empty"] = Said(() => Profile("{}")),
        ["profile of another kind"] = Said(() => Profile("""{ "id": 5, "names": [], "links": {}, "extra": 1, "protocol": "x-y", "timing": { "attempts": 1.5 } }""")),
        ["profile with a member twice"] = Said(() => Profile("""{ "id": "a/b", "id": "a/b" }""")),
        ["profile with half a character"] = Said(() => Profile("""{ "id": "\ud800" }""")),
        ["panel of an import"] = Thrown(() => new PanelEntry("gate", "onbon/bx-6e2", "160x16x1", "mqtt//user:s3cr3t@gate").ToPanel()),
        ["time of a slot"] = Thrown(() => new SlotEntry("a", From: "25:00").ToSlot()),
        ["day of a slot"] = Thrown(() => new SlotEntry("a", FirstDay: "2026-13-01").ToSlot()),
        ["priority of a slot"] = Thrown(() => new SlotEntry("a", Priority: "highest").ToSlot()),
        ["slogan with half a character"] = Thrown(() => new SloganEntry("\ud800").ToSlogan()),
        ["import that is not there"] = Thrown(() => SiteImport.Read("/nonexistent-signage/signage.json")),
        ["import of another kind"] = Thrown(() => Import("""{ "panels": 5 }""")),
        ["import with mistakes"] = Thrown(() => Import("""{ "slots": [ { "id": "a", "from": "25:00" } ] }""")),
        ["table of another kind"] = Thrown(() => SlotTable.Read("slots.xls")),
        ["request that is no JSON"] = AnsweredAsync("{"),
        ["request of another kind"] = AnsweredAsync("5"),
        ["verb of another kind"] = AnsweredAsync("""{ "verb": 5 }"""),
        ["unknown verb"] = AnsweredAsync("""{ "verb": "dance" }"""),
        ["verb that breaks"] = AnsweredAsync("""{ "verb": "break" }"""),
        ["plan of faults that is broken"] = Thrown(() => FaultPlanReader.Read("{")),
        ["plan of faults of another kind"] = Thrown(() => FaultPlanReader.Read("""{ "seed": "x" }""")),
        ["plan of no faults"] = Thrown(() => FaultPlanReader.Read("null")),
        ["plan of faults that counts from nothing"] = Thrown(() => FaultPlanReader.Read("""{ "packets": [ { "do": "mute", "from": 0 } ] }""")),
        ["plan of impossible noise"] = Thrown(() => FaultPlanReader.Read("""{ "noise": { "flip": 2 } }""")),
        ["card that nobody simulates"] = Thrown(() => SimulatedCards.Create(Model with { Protocol = "other" }, Face, new CardClock(Time))),
        ["simulated panel on another link"] = ThrownAsync(() => PanelHosts.StartAsync(new Uri("udp://user:s3cr3t@gate:1"), null!, Time, default)),
        ["simulated panel with a wrong speed"] = ThrownAsync(() => PanelHosts.StartAsync(new Uri("pty:?baud=fast"), null!, Time, default)),
        ["picture that is none"] = Thrown(() => PictureFile.Read(new byte[] { 1, 2, 3 }, Face)),
        ["picture that is damaged"] = Thrown(() => PictureFile.Read(PictureFile.Write(PixelFrame.Dark(Face.Size, Face.Layout)).AsMemory(0, 8), Face)),
        ["picture of another size"] = Thrown(() => PictureFile.Read(PictureFile.Write(PixelFrame.Dark(new PixelSize(8, 8), PixelLayout.Mono)), Face)),
        ["preview that is too large"] = Thrown(() => LedDots.Sheet([[PixelFrame.Dark(new PixelSize(60_000, 16), PixelLayout.Mono)]], 8)),
        ["site that cannot start"] = Said(() => [new SiteStartException().Message]),
    };

    public static TheoryData<string> Mistakes => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Complaint_WhenProvoked_IsOneLineOfChineseWithoutSecrets(string mistake)
    {
        var complaints = (await All[mistake]()).ToArray();
        Assert.NotEmpty(complaints);
        Assert.All(complaints, complaint =>
        {
            Assert.Matches(Chinese(), complaint);
            Assert.DoesNotContain('\n', complaint);
            Assert.DoesNotContain("s3cr3t", complaint, StringComparison.Ordinal);
            Assert.DoesNotMatch(OfTheRuntime(), complaint);
        });
    }

    private static Func<Task<IEnumerable<string>>> Said(Func<IEnumerable<string>> say) => () => Task.FromResult(say());

    private static Func<Task<IEnumerable<string>>> Thrown(Func<object> act) => () => Task.FromResult<IEnumerable<string>>([Assert.ThrowsAny<Exception>(act).Message]);

    private static Func<Task<IEnumerable<string>>> ThrownAsync(Func<Task> act) => async () => [(await Assert.ThrowsAnyAsync<Exception>(act)).Message];

    private static Func<Task<IEnumerable<string>>> AnsweredAsync(string line) => async () =>
    {
        var answer = await new ControlVerbs([new Breaking()]).AnswerAsync(line, new ControlCaller("0", null), TestContext.Current.CancellationToken);
        Assert.False((bool)answer["ok"]!);
        return [(string)answer["error"]!];
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Silence(byte[] before)
    {
        var dialogue = new Bx6Adapter().Begin(new PanelCommand.Ping(), Model, Face);
        var step = dialogue.Start(LineHistory.Unknown);
        while (step is not DialogueStep.Done)
        {
            var input = new ReadOnlySequence<byte>(before);
            dialogue.OnBytes(ref input);
            step = dialogue.OnSilence();
        }

        return ((DialogueStep.Done)step).Detail!;
    }

    private static IReadOnlyList<byte[]> Encode(string field, string value) =>
        new Bx6Adapter().Encode(new PanelCommand.Ping(), Model, Face, new Dictionary<string, string> { [field] = value });

    private static IEnumerable<string> Profile(string text) =>
        new ProfileReader(Adapters).Read([new ProfileFile("f.json", "onbon/bx-6e2", text)]).Errors.Select(error => error.ToString());

    private static Signage.Storage.SiteContents Import(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            return SiteImport.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"[\u4E00-\u9FFF]")]
    private static partial Regex Chinese();

    [GeneratedRegex("could not be converted|LineNumber:|An element of type|requested operation|is an invalid start|does not contain any JSON")]
    private static partial Regex OfTheRuntime();

    private sealed class Breaking : IControlVerb
    {
        public string Name => "break";

        public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The requested part is broken.");
    }
}
