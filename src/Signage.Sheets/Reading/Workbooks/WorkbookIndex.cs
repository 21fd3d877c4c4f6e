using System.Xml;

namespace Signage.Sheets.Reading.Workbooks;

/// <summary>Where in a workbook what lies.</summary>
/// <param name="Name">The sheet that is read: the first one that people see.</param>
/// <param name="SheetPart">Its part.</param>
/// <param name="StringsPart">The part of the shared texts; empty when there is none.</param>
/// <param name="StylesPart">The part of the formats; empty when there is none.</param>
/// <param name="Is1904">True when days are counted from 1904, as old Macintoshes do.</param>
/// <param name="Others">The other sheets that people see.</param>
internal sealed record WorkbookIndex(string Name, string SheetPart, string StringsPart, string StylesPart, bool Is1904, IReadOnlyList<string> Others)
{
    private const string BookType = "/officeDocument";

    /// <summary>Reads it; null when this is no workbook.</summary>
    public static WorkbookIndex? Read(WorkbookParts parts)
    {
        string? book = Relations(parts, "_rels/.rels", "").Values.FirstOrDefault(relation => relation.Type.EndsWith(BookType, StringComparison.Ordinal)).Part;
        using var reader = book is null ? null : parts.Open(book);
        if (book is null || reader is null)
        {
            return null;
        }

        var folder = book[..(book.LastIndexOf('/') + 1)];
        var relations = Relations(parts, $"{folder}_rels/{book[folder.Length..]}.rels", folder);
        var (sheets, is1904) = (new List<(string Name, string Part)>(), false);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            is1904 |= reader.LocalName == "workbookPr" && reader.GetAttribute("date1904") is "1" or "true";
            if (reader.LocalName == "sheet" && reader.GetAttribute("state") is null or "visible" && Relation(reader) is { } id && relations.TryGetValue(id, out var relation)
                && relation.Type.EndsWith("/worksheet", StringComparison.Ordinal))
            {
                sheets.Add((reader.GetAttribute("name") ?? "", relation.Part));
            }
        }

        return sheets.Count == 0 ? null : new WorkbookIndex(
            sheets[0].Name, sheets[0].Part, Part(relations, "/sharedStrings"), Part(relations, "/styles"), is1904, [.. sheets.Skip(1).Select(sheet => sheet.Name)]);
    }

    private static string Part(Dictionary<string, (string Type, string Part)> relations, string type) =>
        relations.Values.FirstOrDefault(relation => relation.Type.EndsWith(type, StringComparison.Ordinal)).Part ?? "";

    // The prefix of the namespace is the file's own choice.
    private static string? Relation(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
        {
            id = reader.LocalName == "id" && reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal) ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
    }

    private static Dictionary<string, (string Type, string Part)> Relations(WorkbookParts parts, string name, string folder)
    {
        var relations = new Dictionary<string, (string Type, string Part)>(StringComparer.Ordinal);
        using var reader = parts.Open(name);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            {
                relations[id] = (reader.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : folder + target);
            }
        }

        return relations;
    }
}
