using System.Globalization;

namespace Signage.Protocols.Tests.Vectors;

/// <summary>One recorded or published packet with where it comes from.</summary>
public sealed record ByteVector(string Name, string What, string Source, string Level, string Spec, byte[] Bytes)
{
    public bool IsOurs => Level == "accepted";

    public static IReadOnlyList<ByteVector> All(string vendor) =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Vectors", vendor), "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    public static ByteVector Named(string vendor, string name) => All(vendor).Single(vector => vector.Name == name);

    public override string ToString() => Name;

    private static ByteVector Read(string path)
    {
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        var hex = new System.Text.StringBuilder();
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith('#'))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                head[line[1..colon].Trim()] = line[(colon + 1)..].Trim();
            }
            else
            {
                hex.Append(line.Split(' ', 2)[0]);
            }
        }

        var bytes = Convert.FromHexString(hex.ToString());
        return new ByteVector(Path.GetFileNameWithoutExtension(path), head["what"], head["source"], head["level"], head["spec"], bytes);
    }
}
