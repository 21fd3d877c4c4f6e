using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>The tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static IEnumerable<string> Sources(string below) => Files(below, "*.cs");

    /// <summary>Pages and what goes to the browser with them.</summary>
    public static IEnumerable<string> Pages(string below) => new[] { "*.razor", "*.js", "*.css" }.SelectMany(kind => Files(below, kind));

    public static IEnumerable<string> Files(string below, string kind) =>
        Directory.EnumerateFiles(Path.Combine(Root, below), kind, SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
                && !path.Contains("/node_modules/", StringComparison.Ordinal));

    public static (string[] Projects, string[] Packages) References(string project)
    {
        var file = XDocument.Load(Path.Combine(Root, "src", $"Signage.{project}", $"Signage.{project}.csproj"));
        return (
            [.. file.Descendants("ProjectReference").Select(item => Path.GetFileNameWithoutExtension((string)item.Attribute("Include")!)["Signage.".Length..]).Order()],
            [.. file.Descendants("PackageReference").Select(item => (string)item.Attribute("Include")!).Order()]);
    }

    private static string FindRoot(string from)
    {
        var folder = new DirectoryInfo(from);
        while (!File.Exists(Path.Combine(folder.FullName, "Signage.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No Signage.sln above {from}.");
        }

        return folder.FullName;
    }
}
