using System.Text;
using System.Xml;

namespace Signage.Sheets.Reading.Workbooks;

/// <summary>Texts of a workbook that cells name by number.</summary>
internal static class SharedStrings
{
    /// <summary>Reads them; none when the part is missing.</summary>
    public static IReadOnlyList<string> Read(WorkbookParts parts, string part)
    {
        var texts = new List<string>();
        using var reader = part.Length == 0 ? null : parts.Open(part);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(Text(reader));
            }
        }

        return texts;
    }

    /// <summary>The text of a rich or plain string, from its opening element to its closing one. How it is read aloud (<c>rPh</c>) is no part of it.</summary>
    public static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (text, depth, spoken) = (new StringBuilder(), reader.Depth, false);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.LocalName == "rPh" && reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                spoken = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (!spoken && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text.Append(reader.NodeType == XmlNodeType.Whitespace ? "" : reader.Value);
            }
        }

        return text.ToString();
    }
}
