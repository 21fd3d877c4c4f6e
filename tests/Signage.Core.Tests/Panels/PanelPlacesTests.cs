using Signage.Core.Panels;

namespace Signage.Core.Tests.Panels;

public sealed class PanelPlacesTests
{
    private static readonly (string Name, PanelPlace[] Places, string[] Conflicts)[] Rows =
    [
        ("no panels", [], []),
        ("one without an address", [At("a", "serial:1")], []),
        ("two lines", [At("a", "serial:1"), At("b", "serial:2")], []),
        ("one line, two addresses", [At("a", "serial:1", "0100"), At("b", "serial:1", "0200")], []),
        ("two lines, one address", [At("a", "serial:1", "0100"), At("b", "serial:2", "0100")], []),
        ("one line, one address", [At("a", "serial:1", "0100"), At("b", "serial:1", "0100")], ["a, b: *serial:1*0100*the same address on one line*"]),
        ("one line, one address thrice", [At("a", "serial:1", "0100"), At("b", "serial:1", "0100"), At("c", "serial:1", "0100")], ["a, b, c: *0100*"]),
        ("one of two without an address", [At("a", "serial:1", "0100"), At("b", "serial:1")], ["b: *serial:1*2 panels hang on this line*"]),
        ("both without an address", [At("a", "tcp://h:1/"), At("b", "tcp://h:1/")], ["a, b: *tcp://h:1/*2 panels hang on this line*"]),
        ("one line, two speeds", [At("a", "serial:1", "0100", 9600), At("b", "serial:1", "0200", 57600)], ["a, b: *9600, 57600*one line has one speed*"]),
        ("two picture ports, one control port", [Streamed("a", "udp://h:1/", "http://h:80/"), Streamed("b", "udp://h:2/", "http://h:80/")], ["a, b: *http://h:80/*one control port is one card*"]),
        ("two picture ports, two control ports", [Streamed("a", "udp://h:1/", "http://h:80/"), Streamed("b", "udp://h:2/", "http://h:81/")], []),
        ("a control port that is another's only line", [Streamed("a", "udp://h:1/", "http://h:80/"), At("b", "http://h:80/")], ["a, b: *http://h:80/*one control port is one card*"]),
        (
            "everything at once",
            [At("a", "s", "0100", 9600), At("x", "t"), At("b", "s", "0100", 9600), At("c", "s", null, 300), At("y", "t"), At("d", "s", "0200", 9600)],
            ["a, b: *0100*", "c: *4 panels*", "a, b, c, d: *9600, 300*", "x, y: *2 panels*"]),
    ];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Conflicts_WhenPanelsShareALine_NameEachInOneLine(string name)
    {
        var (_, places, expected) = Rows.Single(row => row.Name == name);
        var conflicts = PanelPlaces.Conflicts(places);
        Assert.Equal(expected.Length, conflicts.Count);
        Assert.All(expected.Zip(conflicts), pair => Assert.Matches(Pattern(pair.First), pair.Second));
        Assert.All(conflicts, conflict => Assert.DoesNotContain('\n', conflict));
    }

    private static PanelPlace At(string panel, string line, string? address = null, int? baud = null) => new(new PanelId(panel), line, address, baud);

    private static PanelPlace Streamed(string panel, string line, string control) => At(panel, line) with { Control = control };

    private static string Pattern(string text) => $"^{string.Join(".*", text.Split('*').Select(System.Text.RegularExpressions.Regex.Escape))}$";
}
