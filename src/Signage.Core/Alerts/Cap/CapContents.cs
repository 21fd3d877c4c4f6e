using System.Xml.Linq;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Cap;

/// <summary>Where the messages of a document are.</summary>
/// <param name="Alerts">The elements of the messages, in document order.</param>
/// <param name="Links">Entries that only say where their message is.</param>
internal sealed record CapContents(IReadOnlyList<XElement> Alerts, IReadOnlyList<AlertLink> Links)
{
    /// <summary>True for the root of a document in which there may be messages.</summary>
    public static bool IsRoot(XElement root) =>
        CapNames.IsAlert(root) || root.Name == CapNames.Atom + "feed" || root.Name == "rss" || root.Name == CapNames.Edxl + "EDXLDistribution";

    /// <summary>Looks through a document by its root, one of those that <see cref="IsRoot"/> knows.</summary>
    public static CapContents Of(XElement root, AlertRemarks remarks)
    {
        if (CapNames.IsAlert(root))
        {
            return new CapContents([root], []);
        }

        if (root.Name == CapNames.Atom + "feed")
        {
            return Feed(root.Elements(CapNames.Atom + "entry"), AtomAddress, remarks);
        }

        return root.Name == "rss" ? Feed(root.Elements("channel").Elements("item"), item => item.Element("link")?.Value, remarks) : Envelope(root, remarks);
    }

    // An entry may hold words and pictures beside its message; an alert within an alert is none.
    private static CapContents Feed(IEnumerable<XElement> entries, Func<XElement, string?> address, AlertRemarks remarks)
    {
        var (alerts, links) = (new List<XElement>(), new List<AlertLink>());
        foreach (var entry in entries)
        {
            var before = alerts.Count;
            alerts.AddRange(entry.Descendants().Where(element => CapNames.IsAlert(element) && !element.Ancestors().Any(CapNames.IsAlert)));
            if (alerts.Count > before)
            {
                continue;
            }

            var written = address(entry)?.Trim() ?? "";
            if (Uri.TryCreate(written, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
            {
                links.Add(new AlertLink(AlertRemarks.LineOf(entry), uri));
                remarks.Note(entry, Words.AlertLinkOnly.With(EndpointText.Of(uri)));
            }
            else
            {
                remarks.Refuse(entry, Words.AlertEntryEmpty);
            }
        }

        if (alerts.Count == 0 && links.Count == 0 && !remarks.Refused)
        {
            remarks.Note(null, Words.AlertFeedEmpty);
        }

        return new CapContents(alerts, links);
    }

    // The link that says that it is CAP, or else the one to the entry's page.
    private static string? AtomAddress(XElement entry)
    {
        var links = entry.Elements(CapNames.Atom + "link").Where(link => (string?)link.Attribute("href") is not null).ToArray();
        var best = links.FirstOrDefault(link => (string?)link.Attribute("type") == "application/cap+xml")
            ?? links.FirstOrDefault(link => ((string?)link.Attribute("rel") ?? "alternate") == "alternate");
        return (string?)best?.Attribute("href");
    }

    // What is said on the envelope holds for all in it: a message in an exercise is one, whatever it says itself.
    private static CapContents Envelope(XElement root, AlertRemarks remarks)
    {
        var status = root.Element(CapNames.Edxl + "distributionStatus")?.Value.Trim();
        var type = root.Element(CapNames.Edxl + "distributionType")?.Value.Trim();
        if (status != "Actual" || type is not ("Report" or "Update"))
        {
            remarks.Refuse(root, Words.AlertEnvelope.With(AlertRemarks.Shown(status ?? ""), AlertRemarks.Shown(type ?? "")));
            return new CapContents([], []);
        }

        XElement[] alerts = [.. root.Elements(CapNames.Edxl + "contentObject").Elements(CapNames.Edxl + "xmlContent")
            .Elements(CapNames.Edxl + "embeddedXMLContent").Elements().Where(CapNames.IsAlert)];
        if (alerts.Length == 0)
        {
            remarks.Refuse(root, Words.AlertEntryEmpty);
        }

        return new CapContents(alerts, []);
    }
}
