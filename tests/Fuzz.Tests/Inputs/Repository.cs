namespace Fuzz.Tests.Inputs;

/// <summary>The files of the repository that inputs are made of.</summary>
internal static class Repository
{
    /// <summary>Where it is.</summary>
    public static string Root { get; } = Find();

    /// <summary>All byte vectors of a protocol.</summary>
    public static IReadOnlyList<byte[]> Vectors(string protocol)
    {
        var folder = Path.Combine(Root, "tests/Signage.Protocols.Tests/Vectors", protocol);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Bytes)] : [];
    }

    // Hex, then a remark; heads begin with #.
    private static byte[] Bytes(string path) =>
        Convert.FromHexString(string.Concat(File.ReadLines(path).Where(line => !line.StartsWith('#')).Select(line => line.Split(' ', 2)[0])));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This runs outside the repository.");
        }

        return folder;
    }
}
