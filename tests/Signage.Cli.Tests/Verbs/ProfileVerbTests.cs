using System.Text.Json;
using Signage.Cli.Tests.Doubles;
using Signage.Protocols.Profiles;

namespace Signage.Cli.Tests.Verbs;

public sealed class ProfileVerbTests : IDisposable
{
    private readonly BenchProgram _program = new();

    [Fact]
    public async Task List_WhenAskedForJson_HasTheContractedShape()
    {
        var ran = await _program.RunAsync("profile", "list", "--json");

        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(
            """{"id":"bench/one","protocol":"bench","delivery":["pages"],"evidence":"captured","colours":["1","2"],"maxWidth":320,"maxHeight":64,"links":["tcp","serial"]}""",
            json.RootElement[0].GetRawText());
    }

    [Fact]
    public async Task List_WhenReadByAPerson_HasARowForEachModel()
    {
        var ran = await _program.RunAsync("profile", "list");

        Assert.Equal(2, ran.OutLines.Count(line => line.Contains("bench/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Show_WhenTheModelIsKnown_TellsItsQuirks()
    {
        var ran = await _program.RunAsync("profile", "show", "bench/two");

        Assert.Contains("断电即失", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhenAProfileHasThreeFaults_NamesAllThree()
    {
        string[] paths = ["$.id", "$.links[0].baud", "$.stay"];
        _program.Faults.AddRange(paths.Select(path => new ProfileError("bad.json", path, "is wrong")));

        var ran = await _program.RunAsync("profile", "check", _program.Write("bad.json", "{}"));

        Assert.Equal(1, ran.Code);
        Assert.Equal(paths.Select(path => $"bad.json: {path}: is wrong"), ran.ErrorLines);
    }

    [Fact]
    public async Task Check_WhenAskedForJson_TellsFaultsOnStandardOutput()
    {
        _program.Faults.Add(new ProfileError("bad.json", "$", "is wrong"));

        var ran = await _program.RunAsync("profile", "check", "--json");

        Assert.Equal((1, """{"valid":false,"profiles":[],"errors":["bad.json: $: is wrong"]}""" + "\n", ""), (ran.Code, ran.Out, ran.Error));
    }

    [Theory]
    [InlineData("a file of the folder", "profiles/vendor/card.json", "{}", "vendor/card")]
    [InlineData("a draft that names itself", "draft.json", """{"id":"vendor/new"}""", "vendor/new")]
    [InlineData("a draft without a name", "draft.json", "[]", "draft")]
    [InlineData("a draft that is no JSON", "draft.json", "{", "draft")]
    public async Task Check_WhenGivenAFile_ExpectsTheIdOfItsPlace(string name, string file, string text, string id)
    {
        await _program.RunAsync("profile", "check", _program.Write(file, text));

        Assert.Equal((name, id), (name, Assert.Single(_program.FilesRead).ExpectedId));
    }

    [Fact]
    public async Task List_WhenTheFolderHoldsASchema_PassesItOver()
    {
        _program.Write("profiles/schema/device-profile.schema.json", "{}");

        await _program.RunAsync("profile", "list");

        Assert.Equal(["bench/one"], _program.FilesRead.Select(file => file.ExpectedId));
    }

    public void Dispose() => _program.Dispose();
}
