using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Colorlight;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Tests.Cards.Colorlight;

/// <summary>A player of tests, and what is said to it.</summary>
internal sealed class TestPlayer
{
    public TestPlayer(string face, DeviceProfile? model = null, FaultPlan? faults = null)
    {
        Face = PanelFace.Parse(face);
        Model = model ?? Moving;
        Card = (IMessageCard)SimulatedCards.Create(Model, Face, new CardClock(new FakeTimeProvider()), faults);
    }

    /// <summary>Said to move, at several speeds.</summary>
    public static DeviceProfile Moving { get; } = new()
    {
        Id = "colorlight/test",
        Names = new ProfileNames("测试", "Test"),
        Protocol = "colorlight-player",
        Dialect = "sleep",
        Delivery = [DeliveryKind.Pages],
        Colours = [ColourAbility.Single, ColourAbility.Dual, ColourAbility.Seven, ColourAbility.Full],
        Face = new FaceLimits(2, 4096, 2, 1536, null, EvidenceLevel.Unproven),
        Links = [new LinkDefaults("http", 80)],
        ReadBack = new ReadBackRules(30, 8, 0, 120),
        Timing = new ProfileTiming(5_000, 2),
        Packets = new PacketLimits(16_777_216, null, EvidenceLevel.Unproven),
        Brightness = new BrightnessScale(0, 255),
        Capabilities = new ProfileCapabilities(true, true, true, true, false, true, false),
        Effects =
        [
            new EffectMapping(Effect.Static, 0, EffectFidelity.Exact), new EffectMapping(Effect.MoveUp, 20, EffectFidelity.Exact),
            new EffectMapping(Effect.MoveLeft, 22, EffectFidelity.Exact),
        ],
        Speed = new SpeedScale([new SpeedLevel(1, 5_000), new SpeedLevel(2, 20_000), new SpeedLevel(3, 30_000)], 2, EvidenceLevel.Unproven),
        Stay = new StayScale(100, 36_000),
        Evidence = new Dictionary<string, EvidenceLevel>(),
    };

    public static DeviceProfile Newer { get; } = Moving with { Id = "colorlight/newer", Dialect = "screenstatus" };

    public PanelFace Face { get; }

    public DeviceProfile Model { get; }

    public IMessageCard Card { get; }

    /// <summary>The requests of a command, as the adapter writes them.</summary>
    public IReadOnlyList<WireMessage> Requests(PanelCommand command)
    {
        var adapter = new ColorlightAdapter();
        return [.. adapter.Encode(command, Model, Face, new Dictionary<string, string>()).SelectMany(packet => adapter.Messages(packet))];
    }

    /// <summary>Says a command and hands back the status of each reply.</summary>
    public int[] Say(PanelCommand command) => [.. Requests(command).Select(request => Ask((WireMessage.Request)request)!.Status)];

    /// <summary>A whole conversation with the adapter.</summary>
    public DialogueStep.Done Talk(PanelCommand command)
    {
        var dialogue = new ColorlightAdapter().Begin(command, Model, Face);
        var step = dialogue.Start(LineHistory.InStep);
        while (step is DialogueStep.Send { Message: WireMessage.Request request })
        {
            step = Ask(request) is { } reply ? dialogue.OnAnswer(reply) : dialogue.OnSilence();
        }

        return (DialogueStep.Done)step;
    }

    public int Load(params Page[] pages) =>
        Say(new PanelCommand.LoadPages(new Show(Face, Model.Id, [.. pages.Select(page => new ShowPage(page, Revision.Blank))])))[0];

    public WireAnswer.Reply? Ask(WireMessage.Request request) => Card.OnMessage(request).OfType<WireAnswer.Reply>().SingleOrDefault();

    /// <summary>Asks with or without a JSON body.</summary>
    public WireAnswer.Reply Ask(string method, string path, string? json = null) => Ask(new WireMessage.Request(
        method, path, json is null ? null : "application/json;charset=UTF-8", json is null ? ReadOnlyMemory<byte>.Empty : Encoding.UTF8.GetBytes(json)))!;

    /// <summary>A value of an answer, by the names on the way to it.</summary>
    public string Value(string path, params string[] names)
    {
        using var document = JsonDocument.Parse(Ask("GET", path).Body);
        return names.Aggregate(document.RootElement, (at, name) => at.GetProperty(name)).ToString();
    }
}
