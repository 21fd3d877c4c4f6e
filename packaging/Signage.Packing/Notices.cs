using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Signage.Packing;

/// <summary>
/// <c>THIRD-PARTY-NOTICES.md</c> and the folder <c>licences</c>: written from what was published and from the packages themselves, so that they cannot say
/// less than is shipped. A licence that nobody has agreed to stops the packing.
/// </summary>
public static class Notices
{
    // Shipped as files of the page, so the list of assemblies does not know it.
    private const string PageScript = "Microsoft.AspNetCore.App.Internal.Assets";

    private static readonly string[] Agreed = ["Apache-2.0", "MIT", "OFL-1.1"];

    /// <summary>Writes them.</summary>
    /// <param name="tree">The sources.</param>
    /// <param name="program">The published command.</param>
    /// <param name="folder">Where they go.</param>
    /// <exception cref="PackingException">A package names no licence, or one that is not agreed to.</exception>
    public static async Task WriteAsync(SourceTree tree, string program, string folder)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ShippedPackage[] shipped =
        [
            .. Packages(tree, program).OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase),
            Font(tree, "@fontsource/unifont", "GNU Unifont authors"), Font(tree, "@fontsource/fusion-pixel-8px-proportional-sc", "TakWolf"), Font(tree, "@fontsource/lxgw-wenkai", "LXGW"),
            FontAlone(tree, "@expo-google-fonts/noto-serif-sc", "Adobe"), FontAlone(tree, "@expo-google-fonts/noto-sans-sc", "Adobe"),
            Npm(tree.PathOf("src", "Signage.Web", "Accounts", "Passwords", "node_modules", "@zxcvbn-ts", "language-common"), "Dan Wheeler, Dropbox, zxcvbn-ts"),
        ];
        if (shipped.FirstOrDefault(package => !Agreed.Contains(package.Licence)) is { } refused)
        {
            throw new PackingException($"{refused.Id} {refused.Version} is under {refused.Licence}; agree to it in Notices or leave the package out");
        }

        var licences = Directory.CreateDirectory(Path.Combine(folder, "licences")).FullName;
        var known = new Dictionary<string, string>();
        var table = new StringBuilder();
        foreach (var package in shipped)
        {
            var standard = tree.PathOf("packaging", "licences", package.Licence + ".txt");
            IReadOnlyList<string> texts = package.Texts.Any(IsLicence) ? package.Texts : [standard, .. package.Texts];
            var links = texts.Select(text => Keep(text, text == standard ? "" : package.Id.Replace('/', '.').TrimStart('@') + ".", licences, known)).Distinct().Select(name => $"[{name}](licences/{name})");
            table.Append(CultureInfo.InvariantCulture, $"| {package.Id} | {package.Version} | {package.Licence} | {package.Copyright} | {string.Join(", ", links)} |\n");
        }

        var head = await File.ReadAllTextAsync(tree.PathOf("packaging", "NOTICES.head.md")).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(folder, "THIRD-PARTY-NOTICES.md"), head + table).ConfigureAwait(false);
    }

    private static IEnumerable<ShippedPackage> Packages(SourceTree tree, string program)
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var names = Read(Path.Combine(program, "signage.deps.json"))["libraries"]!.AsObject()
            .Where(library => (string?)library.Value!["type"] is "package" or "runtimepack")
            .Select(library => library.Key.StartsWith("runtimepack.", StringComparison.Ordinal) ? library.Key["runtimepack.".Length..] : library.Key)
            .Append($"{PageScript}/{Read(tree.PathOf("src", "Signage.Cli", "packages.lock.json"))["dependencies"]!["net10.0"]![PageScript]!["resolved"]}");
        return names.Select(name => ShippedPackage.Read(Path.Combine(cache, name.ToLowerInvariant())));
    }

    private static ShippedPackage Font(SourceTree tree, string name, string authors) => Npm(FontFolder(tree, name), authors);

    // Of these the font is shipped and the program around it is not, so the font's licence holds alone.
    private static ShippedPackage FontAlone(SourceTree tree, string name, string authors) =>
        Npm(FontFolder(tree, name), authors) with { Licence = "OFL-1.1", Texts = [Path.Combine(FontFolder(tree, name), "LICENSE_FONT")] };

    private static string FontFolder(SourceTree tree, string name) => tree.PathOf(["src", "Signage.Renderer", "Fonts", "node_modules", .. name.Split('/')]);

    private static ShippedPackage Npm(string folder, string authors)
    {
        var facts = Read(Path.Combine(folder, "package.json"));
        return new ShippedPackage((string)facts["name"]!, (string)facts["version"]!, (string)facts["license"]!, authors, ShippedPackage.TextsIn(folder));
    }

    // Many packages bring the same words; each text is kept once.
    private static string Keep(string text, string whose, string folder, Dictionary<string, string> known)
    {
        var content = File.ReadAllBytes(text);
        var digest = Convert.ToHexString(SHA256.HashData(content));
        if (!known.TryGetValue(digest, out var name))
        {
            name = known[digest] = whose + Path.GetFileNameWithoutExtension(text) + ".txt";
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        return name;
    }

    private static bool IsLicence(string text) => Path.GetFileName(text).Contains("licen", StringComparison.OrdinalIgnoreCase);

    private static JsonNode Read(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path))!;
        }
        catch (Exception wrong) when (wrong is IOException or JsonException)
        {
            throw new PackingException($"{path}: {wrong.Message}", wrong);
        }
    }
}
