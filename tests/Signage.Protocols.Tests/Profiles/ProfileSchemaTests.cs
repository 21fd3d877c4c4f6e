using System.Text.Json.Nodes;
using Signage.Protocols.Profiles;
using static Signage.Protocols.Tests.Profiles.ProfileFolderOfTests;

namespace Signage.Protocols.Tests.Profiles;

public sealed class ProfileSchemaTests
{
    private const string Rewrite = "SIGNAGE_WRITE_SCHEMA";

    private static JsonObject Schema => JsonNode.Parse(ProfileSchema.Generate())!.AsObject();

    [Fact]
    public void Schema_WhenGenerated_IsTheCommittedOne()
    {
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            File.WriteAllText(SchemaFile, ProfileSchema.Generate());
        }

        Assert.True(
            File.ReadAllText(SchemaFile) == ProfileSchema.Generate(),
            $"The record and {SchemaFile} differ. Look at the change, then run this test with {Rewrite}=1 and commit the file.");
    }

    [Fact]
    public void Schema_WhenHeldAgainstTheCommittedProfiles_AcceptsThemAll() =>
        Assert.Empty(Committed.SelectMany(file => SchemaChecker.Check(JsonNode.Parse(file.Text), Schema, Schema)));

    [Theory]
    [InlineData("extra", "1", Label = "unknown member")]
    [InlineData("face", "{}", Label = "missing member")]
    [InlineData("names", "[]", Label = "wrong kind")]
    [InlineData("delivery", "[\"Pages\"]", Label = "unknown word")]
    [InlineData("timing", "{\"answerMilliseconds\":2000,\"attempts\":11}", Label = "out of range")]
    [InlineData("timing", "{\"answerMilliseconds\":2000,\"attempts\":3,\"heartbeatSeconds\":0}", Label = "heartbeat without a pause")]
    [InlineData("timing", "{\"answerMilliseconds\":2000,\"attempts\":3,\"heartbeatSeconds\":3601}", Label = "heartbeat of more than an hour")]
    [InlineData("colours", "[]", Label = "empty list")]
    [InlineData("id", "\"A\"", Label = "bad id")]
    public void Schema_WhenReaderRefusesTheShape_RefusesItToo(string member, string value)
    {
        var profile = Good;
        profile[member] = JsonNode.Parse(value);

        Assert.NotEmpty(SchemaChecker.Check(profile, Schema, Schema));
        Assert.NotEmpty(Read(profile).Errors);
    }
}
