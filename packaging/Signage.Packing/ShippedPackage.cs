using System.Xml.Linq;

namespace Signage.Packing;

/// <summary>Something of others that a package contains, with its licence as its own makers state it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">The SPDX name of its licence.</param>
/// <param name="Copyright">Whose it is.</param>
/// <param name="Texts">The licence texts and notices that came with it; empty when it names its licence only.</param>
public sealed record ShippedPackage(string Id, string Version, string Licence, string Copyright, IReadOnlyList<string> Texts)
{
    // Read by a person, once: packages that bring a text and do not name the licence in it.
    private static readonly Dictionary<string, string> ByText = new() { ["The MIT License (MIT)"] = "MIT" };

    private static readonly string[] TextNames = ["licen", "notice", "copying"];

    /// <summary>Reads an unpacked NuGet package.</summary>
    /// <exception cref="PackingException">It does not say under which licence it is.</exception>
    public static ShippedPackage Read(string folder)
    {
        var nuspec = Directory.EnumerateFiles(folder, "*.nuspec").SingleOrDefault() ?? throw new PackingException($"{folder}: no package is here; restore first");
        var facts = XDocument.Load(nuspec).Root!.Elements().Single(part => part.Name.LocalName == "metadata").Elements().ToLookup(fact => fact.Name.LocalName);
        var id = facts["id"].Single().Value;
        var licence = facts["license"].SingleOrDefault();
        return new ShippedPackage(
            id,
            facts["version"].Single().Value,
            licence switch
            {
                { } named when (string?)named.Attribute("type") == "expression" => named.Value,
                { } text => ByText.GetValueOrDefault(File.ReadLines(Path.Combine(folder, text.Value)).First().Trim())
                    ?? throw new PackingException($"{id}: nobody has read its licence yet ({Path.Combine(folder, text.Value)}); name it in ShippedPackage"),
                _ => throw new PackingException($"{id} names no licence"),
            },
            OneLine(facts["copyright"].SingleOrDefault()?.Value ?? facts["authors"].Single().Value),
            TextsIn(folder));
    }

    /// <summary>The licence texts and notices that lie at the top of a package.</summary>
    public static IReadOnlyList<string> TextsIn(string folder) =>
        [.. Directory.EnumerateFiles(folder)
            .Where(path => TextNames.Any(word => Path.GetFileName(path).Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal)];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
