using System.Xml;
using System.Xml.Linq;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Documents;

/// <summary>Letters to elements, within bounds: no document type, no entities of its own, nothing fetched, so long, so deep and so many and no more.</summary>
internal static class AlertXml
{
    /// <summary>The longest document, in letters.</summary>
    public const int MostLetters = 4 * 1024 * 1024;

    /// <summary>The deepest nesting; a feed with a signed message in it needs fifteen.</summary>
    public const int Deepest = 32;

    /// <summary>The most elements.</summary>
    public const int MostElements = 200_000;

    /// <summary>The root; null when it cannot be read, and then the remarks say why.</summary>
    public static XElement? Root(string document, AlertRemarks remarks)
    {
        if (document.Length > MostLetters)
        {
            remarks.Refuse(1, Words.AlertTooLong.With(MostLetters));
            return null;
        }

        try
        {
            if (!IsWithinBounds(document, remarks))
            {
                return null;
            }

            using var reader = Reader(document);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root;
        }
        catch (XmlException failure)
        {
            remarks.Refuse(Math.Max(1, failure.LineNumber), Words.AlertNotXml.With(Math.Max(1, failure.LinePosition)));
            return null;
        }
    }

    // Looked at once before anything is built, so that what is too much costs no memory.
    private static bool IsWithinBounds(string document, AlertRemarks remarks)
    {
        using var reader = Reader(document);
        var elements = 0;
        while (reader.Read())
        {
            elements += reader.NodeType == XmlNodeType.Element ? 1 : 0;
            if (reader.Depth > Deepest || elements > MostElements)
            {
                remarks.Refuse((reader as IXmlLineInfo)?.LineNumber ?? 1, Words.AlertTooMuch.With(Deepest, MostElements));
                return false;
            }
        }

        return true;
    }

    private static XmlReader Reader(string document) => XmlReader.Create(new StringReader(document), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostLetters,
        MaxCharactersFromEntities = 1,
        CloseInput = true,
    });
}
