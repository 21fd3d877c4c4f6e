using System.Xml.Linq;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Documents;

/// <summary>One element of a message, asked for its children by name; what is missing, twice or not allowed is remarked upon.</summary>
/// <param name="element">The element.</param>
/// <param name="remarks">Where to say it.</param>
internal class AlertElement(XElement element, AlertRemarks remarks)
{
    /// <summary>The element itself.</summary>
    public XElement Element => element;

    /// <summary>Where to say what is wrong.</summary>
    protected AlertRemarks Remarks => remarks;

    /// <summary>All children of a name, in the namespace of the element.</summary>
    public IEnumerable<XElement> Children(string name) => element.Elements(element.Name.Namespace + name);

    /// <summary>The text of all children of a name; an empty one is refused.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. Children(name).Select(Text).OfType<string>()];

    /// <summary>The text of a child that has to be there; "" when it is not.</summary>
    public string Required(string name)
    {
        if (One(name) is not { } child)
        {
            remarks.Refuse(element, Words.AlertMissing.With(name, element.Name.LocalName));
            return "";
        }

        return Text(child) ?? "";
    }

    /// <summary>The text of a child that names something and so has to be fit to be referenced; "" when it is not there.</summary>
    public string Name(string name)
    {
        var written = Required(name);
        if (!AlertId.IsName(written))
        {
            remarks.Refuse(One(name), Words.AlertName.With(name, AlertRemarks.Shown(written)));
        }

        return written;
    }

    /// <summary>The text of a child; null when there is none, or nothing in it.</summary>
    public string? Optional(string name) => One(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The only child of a name; null when there is none.</summary>
    public XElement? One(string name)
    {
        var children = Children(name).Take(2).ToArray();
        if (children.Length > 1)
        {
            remarks.Refuse(children[1], Words.AlertTwice.With(name, element.Name.LocalName));
        }

        return children.FirstOrDefault();
    }

    /// <summary>Remarks upon children that nobody reads: a mistyped name would else be lost without a word.</summary>
    public void NoteOthersThan(IReadOnlyCollection<string> known)
    {
        foreach (var other in element.Elements().Where(child => child.Name.Namespace == element.Name.Namespace && !known.Contains(child.Name.LocalName)))
        {
            remarks.Note(other, Words.AlertUnknown.With(AlertRemarks.Shown(other.Name.LocalName), element.Name.LocalName));
        }
    }

    private string? Text(XElement child)
    {
        if (child.Value.Trim() is { Length: > 0 } text)
        {
            return text;
        }

        remarks.Refuse(child, Words.AlertEmpty.With(child.Name.LocalName));
        return null;
    }
}
