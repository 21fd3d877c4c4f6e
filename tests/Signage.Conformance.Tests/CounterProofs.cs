using Signage.Conformance.Cases;
using Signage.Conformance.Tests.Broken;
using Signage.Conformance.Tests.Panels;
using Signage.Protocols.Adapters;
using Signage.Simulator.Cards;

namespace Signage.Conformance.Tests;

/// <summary>A case that cannot fail proves nothing: for each there is a card or an adapter, broken on purpose, that it catches.</summary>
public sealed class CounterProofs
{
    private const string Onbon = "onbon/bx-6e2";
    private const string Matrix = "ddp/matrix";
    private const string Wled = "wled/esp32";
    private const string Player = "colorlight/c4";
    private const string Clock = "awtrix/awtrix3-mqtt";

    private static readonly Dictionary<string, (string Model, Func<ISimulatedCard, ISimulatedCard>? Card, Func<IPanelAdapter, IPanelAdapter>? Adapter)> Broken = new()
    {
        ["ping"] = (Onbon, Breakages.OneBehind, null),
        ["status"] = (Onbon, Breakages.Dead, null),
        ["clock"] = (Onbon, Breakages.OneBehind, null),
        ["power-off-on"] = (Wled, Breakages.YesMan, null),
        ["brightness-ends"] = (Wled, Breakages.YesMan, null),
        ["show-lights"] = (Player, Breakages.Lying, null),
        ["blank-and-show"] = (Matrix, Breakages.NeverDark, null),
        ["same-show-twice"] = (Matrix, Breakages.Blinking, null),
        ["ten-shows"] = (Matrix, Breakages.Tired, null),
        ["read-back"] = (Player, Breakages.Nostalgic, null),
        ["large-content"] = (Onbon, null, BrokenAdapter.Truncating),
        ["wrong-face"] = (Onbon, null, BrokenAdapter.Credulous),
        ["forbidden-content"] = (Matrix, null, BrokenAdapter.Wordless),
        ["unsupported-commands"] = (Onbon, null, BrokenAdapter.Credulous),
        ["silent-question"] = (Onbon, null, BrokenAdapter.Credulous),
        ["silent-show"] = (Player, null, BrokenAdapter.Credulous),
        ["late-answer"] = (Onbon, null, BrokenAdapter.Trusting),
        ["duplicate-answer"] = (Onbon, Breakages.OneBehind, null),
        ["half-open"] = (Player, null, BrokenAdapter.Credulous),
        ["link-refused"] = (Onbon, Breakages.Dead, null),
        ["cut-in-the-middle"] = (Matrix, Breakages.Impatient, null),
        ["power-cycle"] = (Player, Breakages.Mortal, null),
        ["power-cut-in-a-show"] = (Onbon, Breakages.Tearing, null),
        ["power-cut-while-storing"] = (Onbon, Breakages.Tearing, null),
        ["two-panels-one-line"] = (Onbon, null, null),
        ["split-packets"] = (Onbon, Breakages.Forgetful, null),
        ["merged-packets"] = (Onbon, Breakages.Choking, null),
        ["rubbish-before"] = (Onbon, Breakages.Fastidious, null),
        ["spoiled-question"] = (Onbon, Breakages.Gullible, null),
        ["spoiled-answer"] = (Onbon, null, BrokenAdapter.Credulous),
        ["card-says-no"] = (Onbon, null, BrokenAdapter.Credulous),
        ["datagram-lost"] = (Matrix, Breakages.Orderly, null),
        ["datagram-reordered"] = (Matrix, Breakages.Orderly, null),
        ["datagram-duplicated"] = (Wled, Breakages.Blinking, null),
        ["whole-pictures"] = (Matrix, Breakages.Pushing, null),
        ["reply-500"] = (Wled, null, BrokenAdapter.Credulous),
        ["reply-garbage"] = (Player, null, BrokenAdapter.Credulous),
        ["reply-cut"] = (Wled, null, BrokenAdapter.Credulous),
        ["reply-slow"] = (Player, null, BrokenAdapter.Credulous),
        ["topic-lost"] = (Clock, null, BrokenAdapter.Hasty),
        ["topic-duplicated"] = (Clock, Breakages.Dead, null),
        ["topic-noise"] = (Clock, Breakages.Dead, null),
    };

    public static TheoryData<string> Cases => [.. ConformanceCases.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case_WhenSomethingIsBroken_Fails(string name)
    {
        var (model, card, adapter) = Broken[name];
        var profile = Models.Of(model);
        profile = profile with { Timing = profile.Timing with { AnswerMilliseconds = 400, Attempts = 1 } };

        // On a line with two panels, a card with the other's number obeys what is addressed to the other.
        var numbered = name == "two-panels-one-line" ? profile.AtAddress("0200") : null;
        await using var panel = await PanelOnTheTable.StartAsync(
            profile, profile.Links.First(link => link.Scheme != "serial").Scheme, card, adapter?.Invoke(Models.Adapters.Find(profile.Protocol)!), numbered);
        var report = await new ConformanceSuite(panel.Setup).RunAsync(
            ConformanceCases.All.Where(one => one.Name == name), _ => { }, TestContext.Current.CancellationToken);
        var row = Assert.Single(report.Cases);
        TestContext.Current.TestOutputHelper?.WriteLine($"{row}");
        Assert.Equal(CaseResult.Failed, row.Result);
        Assert.NotEmpty(row.Detail);
    }
}
