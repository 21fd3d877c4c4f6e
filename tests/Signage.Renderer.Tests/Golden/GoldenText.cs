namespace Signage.Renderer.Tests.Golden;

/// <summary>
/// Expected texts that people have looked at. To make them anew, set SIGNAGE_GOLDEN to this folder, run the tests, look at every change, commit.
/// </summary>
internal static class GoldenText
{
    public static void AssertSame(string name, string actual)
    {
        if (Environment.GetEnvironmentVariable("SIGNAGE_GOLDEN") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.txt"), actual);
            return;
        }

        using var stream = typeof(GoldenText).Assembly.GetManifestResourceStream(name);
        Assert.True(stream is not null, $"There is no Golden/{name}.txt.");
        using var reader = new StreamReader(stream);
        Assert.Equal(reader.ReadToEnd(), actual);
    }
}
