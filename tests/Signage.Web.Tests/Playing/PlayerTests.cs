using System.Diagnostics;
using System.Text.Json;

namespace Signage.Web.Tests.Playing;

/// <summary>The player of the browser against the definition of the effects, cell for cell.</summary>
public sealed class PlayerTests
{
    private static readonly JsonSerializerOptions Browser = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task FrameAt_WhenPlayedInJavaScript_IsTheFrameOfTheDefinition()
    {
        var token = TestContext.Current.CancellationToken;
        var vectors = GoldenVectors.All();
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Playing", "play.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var complaints = node.StandardError.ReadToEndAsync(token);
        var answer = node.StandardOutput.ReadToEndAsync(token);
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(vectors, Browser).AsMemory(), token);
        node.StandardInput.Close();
        Assert.Equal("", await complaints);
        Assert.Equal($"{vectors.Sum(vector => vector.Expected.Count)} frames", (await answer).Trim());
        Assert.InRange(vectors.Sum(vector => vector.Expected.Count), 1_000, int.MaxValue);
    }
}
