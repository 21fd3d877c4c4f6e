using System.Text.Json;
using Signage.Cli.Composition;
using Signage.Controller.Hosting;
using Signage.Core.Text;

namespace Signage.Cli.Tests.Composition;

public sealed class JsonFaultsTests
{
    [Theory]
    [InlineData("", "line 1, column 1", "not valid JSON")]
    [InlineData("{\n  \"panels\": [", "line 2", "not valid JSON")]
    [InlineData("{\"panels\":5}", "$.panels", "another kind")]
    [InlineData("{\"panels\":[{\"id\":7}]}", "$.panels[0].id", "another kind")]
    [InlineData("{\"panels\":[{\"id\":\"a\",\"colour\":1}]}", "$.panels[0].colour", "no member 'colour'")]
    [InlineData("{\"panels\":[{\"id\":\"a\",\"profile\":\"p\"}]}", "$.panels[0]", "'face', 'endpoint'")]
    public void Of_WhenAFileIsWrong_SaysWhereAndWhatWithoutTypes(string text, string where, string what)
    {
        var line = JsonFaults.Of(Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(text, EntryJson.Default.ImportFile)));

        Assert.Contains(where, line, StringComparison.Ordinal);
        Assert.Contains(what, line, StringComparison.Ordinal);
        Assert.DoesNotContain("Signage.", line, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", line, StringComparison.Ordinal);
    }
}
