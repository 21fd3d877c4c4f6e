using System.Text.Json.Nodes;
using static Signage.Protocols.Tests.Profiles.ProfileFolderOfTests;

namespace Signage.Protocols.Tests.Profiles;

/// <summary>One row a rule: the change that breaks it, where the complaint points, and a part of what it says.</summary>
public sealed class ProfileRuleTests
{
    [Theory]
    [InlineData("id", "\"onbon/other\"", "$.id", "the place of the file", Label = "id of another place")]
    [InlineData("id", "\"Onbon/BX\"", "$.id", "write one that matches", Label = "id with a capital")]
    [InlineData("names.zh", "\" \"", "$.names.zh", "write one that matches", Label = "blank name")]
    [InlineData("delivery", "[]", "$.delivery", "write 1 at least", Label = "delivery empty")]
    [InlineData("delivery", "[\"pages\",\"pages\"]", "$.delivery", "twice", Label = "delivery twice")]
    [InlineData("delivery", "[\"cardText\"]", "$.delivery[0]", "is not driven", Label = "text of the card")]
    [InlineData("delivery", "[\"Pages\"]", "$.delivery[0]", "one of): pages, frames, cardText", Label = "delivery in C# case")]
    [InlineData("colours", "[0]", "$.colours[0]", "one of): single, dual, seven, full", Label = "colour by number")]
    [InlineData("colours", "[\"dual\",\"dual\"]", "$.colours", "twice", Label = "colour twice")]
    [InlineData("face.maxWidth", "0", "$.face.maxWidth", "must be 1 to 8192", Label = "face without width")]
    [InlineData("face.minWidth", "2000", "$.face.minWidth", "more than the largest, 1024", Label = "face turned round")]
    [InlineData("face.maxPixels", "3", "$.face.maxPixels", "smallest face", Label = "too few pixels")]
    [InlineData("links[1].baud", "null", "$.links[1]", "needs a baud", Label = "serial without baud")]
    [InlineData("links[1].port", "5005", "$.links[1]", "has no port", Label = "serial with port")]
    [InlineData("links[0].port", "null", "$.links[0]", "needs a port", Label = "tcp without port")]
    [InlineData("links[0].baud", "9600", "$.links[0]", "has no baud", Label = "tcp with baud")]
    [InlineData("links[0].scheme", "\"carrier\"", "$.links[0]", "write one of these): serial, tcp", Label = "unknown scheme")]
    [InlineData("links[2].baud", "57600", "$.links[2]", "same as link 1", Label = "same link twice")]
    [InlineData("timing.attempts", "0", "$.timing.attempts", "must be 1 to 10", Label = "no attempt at all")]
    [InlineData("timing.attempts", "99999999999", "$.timing.attempts", "a whole number", Label = "number too big")]
    [InlineData("timing.attempts", "1.5", "$.timing.attempts", "a whole number", Label = "broken number")]
    [InlineData("packets.maxBytes", "0", "$.packets.maxBytes", "must be 16", Label = "packet of nothing")]
    [InlineData("packets.maxLineMilliseconds", "9000", "$.packets.maxLineMilliseconds", "must be 1 to 2000", Label = "line held for long")]
    [InlineData("brightness.min", "15", "$.brightness.min", "less than max", Label = "brightness turned round")]
    [InlineData("effects[1].effect", "\"static\"", "$.effects[1]", "second time", Label = "effect twice")]
    [InlineData("effects[1].code", "1", "$.effects[1].code", "also the number of static", Label = "number of two effects")]
    [InlineData("effects[1].effect", "\"sparkle\"", "$.effects[1].effect", "one of): static, moveLeft", Label = "unknown effect")]
    [InlineData("effects[1].fidelity", "\"nearest\"", "$.effects[1].plays", "must name", Label = "near without stand-in")]
    [InlineData("effects[1].plays", "\"static\"", "$.effects[1].plays", "mapping is exact", Label = "exact with stand-in")]
    [InlineData("speed.levels[1].level", "1", "$.speed.levels[1].level", "must ascend", Label = "levels fall")]
    [InlineData("speed.levels[1].stepMicroseconds", "2000", "$.speed.levels[1].stepMicroseconds", "same as an earlier", Label = "two levels alike")]
    [InlineData("speed.default", "33", "$.speed.default", "none of the levels", Label = "default is no level")]
    [InlineData("stay.unitMilliseconds", "60000", "$.stay.maxUnits", "24 days", Label = "stay too long")]
    [InlineData("capabilities.answers", "false", "$.capabilities.status", "does not answer", Label = "mute with a status")]
    [InlineData("capabilities.power", "\"yes\"", "$.capabilities.power", "true or false", Label = "capability as text")]
    [InlineData("settings.deviceType", "7402", "$.settings.deviceType", "a text", Label = "setting as number")]
    [InlineData("quirks[0]", "1", "$.quirks[0]", "a text", Label = "quirk as number")]
    [InlineData("evidence.ping", "\"sure\"", "$.evidence.ping", "one of): unproven, derived", Label = "unknown evidence word")]
    [InlineData("evidence.Load-Pages", "\"glass\"", "$.evidence['Load-Pages']", "not the name of a command", Label = "evidence for no command")]
    public void Read_WhenOneRuleIsBroken_SaysWhereAndWhat(string place, string value, string path, string message)
    {
        var profile = Good;
        Put(profile, place, JsonNode.Parse(value));

        var error = Assert.Single(Read(profile).Errors);

        Assert.Equal(path, error.Path);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("loadPages")]
    [InlineData("blank")]
    [InlineData("ping")]
    [InlineData("power")]
    [InlineData("brightness")]
    [InlineData("clock")]
    [InlineData("status")]
    public void Read_WhenAClaimHasNoEvidence_NamesTheCommand(string command)
    {
        var profile = Good;
        profile["evidence"]!.AsObject().Remove(command);

        Assert.Equal($"$.evidence.{command}", Assert.Single(Read(profile).Errors).Path);
    }

    [Fact]
    public void Read_WhenNearEffectNamesAStandIn_TakesIt()
    {
        var profile = Good;
        profile["effects"]![3] = JsonNode.Parse("""{ "effect": "moveUp", "code": 1, "fidelity": "nearest", "plays": "static" }""");

        Assert.Empty(Read(profile).Errors);
    }

    private static void Put(JsonNode root, string place, JsonNode? value)
    {
        var steps = place.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var node = steps[..^1].Aggregate(root, (at, step) => step[0] == '[' ? at[int.Parse(step[1..^1], null)]! : at[step]!);
        if (steps[^1][0] == '[')
        {
            node[int.Parse(steps[^1][1..^1], null)] = value;
        }
        else
        {
            node[steps[^1]] = value;
        }
    }
}
