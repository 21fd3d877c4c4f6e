using System.Xml.Linq;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Cap;

/// <summary>One element of a message of CAP 1.2, with the values that the standard lists, its pairs, numbers and instants.</summary>
/// <param name="element">The element.</param>
/// <param name="remarks">Where to say what is wrong.</param>
internal sealed class CapElement(XElement element, AlertRemarks remarks) : AlertElement(element, remarks)
{
    /// <summary>All children of a name.</summary>
    public IEnumerable<CapElement> All(string name) => Children(name).Select(child => new CapElement(child, Remarks));

    /// <summary>A value that has to be there, of those that the standard lists; the first of them when it is not.</summary>
    public TCode Code<TCode>(string name)
        where TCode : struct, Enum => Required(name) is { Length: > 0 } written ? CodeOf<TCode>(One(name)!, written) : default;

    /// <summary>All values of a name, of those that the standard lists.</summary>
    public IReadOnlyList<TCode> Codes<TCode>(string name)
        where TCode : struct, Enum => [.. Children(name).Select(child => CodeOf<TCode>(child, child.Value.Trim()))];

    /// <summary>All pairs of a name, such as <c>geocode</c>.</summary>
    public IReadOnlyList<AlertValue> Values(string name) => [.. All(name).Select(pair => new AlertValue(pair.Required("valueName"), pair.Required("value")))];

    /// <summary>A number; null when there is none.</summary>
    public double? Number(string name)
    {
        if (Optional(name) is not { } written)
        {
            return null;
        }

        if (!CapShapes.TryNumber(written, out var number))
        {
            Remarks.Refuse(One(name), Words.AlertNumber.With(name, AlertRemarks.Shown(written)));
        }

        return number;
    }

    /// <summary>An instant; null when there is none, or none that can be read.</summary>
    public DateTimeOffset? Time(string name) => Optional(name) is { } written ? CapTime.Read(written, One(name)!, Remarks) : null;

    // The reader of the framework would take numbers and lists, too.
    private TCode CodeOf<TCode>(XElement child, string written)
        where TCode : struct, Enum
    {
        var names = Enum.GetNames<TCode>();
        if (Array.IndexOf(names, written) >= 0)
        {
            return Enum.Parse<TCode>(written);
        }

        Remarks.Refuse(child, Words.AlertValue.With(child.Name.LocalName, AlertRemarks.Shown(written), string.Join(", ", names)));
        return default;
    }
}
