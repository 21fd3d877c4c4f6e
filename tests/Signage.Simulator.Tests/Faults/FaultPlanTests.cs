using Signage.Protocols.Noise;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Tests.Faults;

public sealed class FaultPlanTests
{
    [Fact]
    public void Read_WhenEverythingIsSaid_TakesEverything()
    {
        var plan = FaultPlanReader.Read(
            """{ "seed": 7, "noise": { "flip": 0.25 }, "packets": [ { "do": "refuse", "from": 5, "every": 2, "times": 3 }, { "do": "reboot" } ] }""");

        Assert.Equal((7, new FaultRates(Flip: 0.25)), (plan.Seed, plan.Noise));
        Assert.Equal([new PacketFault(FaultKind.Refuse, 5, 2, 3), new PacketFault(FaultKind.Reboot)], plan.Packets!);
    }

    [Theory]
    [InlineData("not json", "不是正确的 JSON (not valid JSON)")]
    [InlineData("null", "null is no plan")]
    [InlineData("""{ "speed": 1 }""", "speed")]
    [InlineData("""{ "packets": [ { "do": "explode" } ] }""", "packets[0].do")]
    [InlineData("""{ "packets": [ { "do": "mute" }, { "do": "mute", "every": 0 } ] }""", "packets[1]")]
    [InlineData("""{ "packets": [ { "do": "mute", "from": 0 } ] }""", "packets[0]")]
    [InlineData("""{ "packets": [ { "do": "mute", "times": 0 } ] }""", "packets[0]")]
    [InlineData("""{ "noise": { "drop": 1.5 } }""", "noise")]
    public void Read_WhenItIsNoPlan_SaysWhere(string json, string where) =>
        Assert.Contains(where, Assert.Throws<FormatException>(() => FaultPlanReader.Read(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 1, null, "1 2 3 4 5 6 7 8 9")]
    [InlineData(3, 1, 2, "3 4")]
    [InlineData(2, 3, null, "2 5 8")]
    [InlineData(2, 3, 2, "2 5")]
    public void Meets_WhenCounted_NamesThesePackets(int from, int every, int? times, string met)
    {
        var fault = new PacketFault(FaultKind.Mute, from, every, times);

        Assert.Equal(met, string.Join(' ', Enumerable.Range(1, 9).Where(fault.Meets)));
    }
}
