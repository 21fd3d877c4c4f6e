using Signage.Cli.Composition;
using Signage.Cli.Terminal;

namespace Signage.Cli.Tests.Composition;

/// <summary>The settings beside the program: a typing mistake in them is told like any other.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-settings-");

    [Theory]
    [InlineData("{\n  \"Signage\": { \"Profiles\": }\n}", "line 2, column 28", Label = "mistyped")]
    [InlineData("{", "line 1, column 2", Label = "cut off")]
    [InlineData("", "line 1, column 1", Label = "empty")]
    public async Task Command_WhenTheSettingsAreBroken_SaysSoInOneLine(string text, string place)
    {
        var file = Path.Combine(_folder.FullName, "appsettings.json");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        using var complaints = new StringWriter();
        var output = new Output(TextWriter.Null, complaints, () => Stream.Null);
        Assert.Equal(1, await CommandLine.RunAsync(["profile", "list"], () => ProgramRooms.Create(_folder.FullName), output, TestContext.Current.CancellationToken));
        var line = Assert.Single(complaints.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"{file}: 设置文件有误，请改正", line, StringComparison.Ordinal);
        Assert.Contains(place, line, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
