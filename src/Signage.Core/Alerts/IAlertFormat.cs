using System.Xml.Linq;

namespace Signage.Core.Alerts;

/// <summary>One form in which warnings come. All of them are XML, and the root of a document says which it is.</summary>
public interface IAlertFormat
{
    /// <summary>Its name in lists, such as <c>cap</c>.</summary>
    string Name { get; }

    /// <summary>How well it is known that the form is as it is read here.</summary>
    string EvidenceLevel { get; }

    /// <summary>True when a document with this root is of this form.</summary>
    bool Knows(XElement root);

    /// <summary>Reads a document whose root it knows. Never throws: what cannot be read is an answer.</summary>
    /// <param name="root">The root, with its lines.</param>
    /// <param name="received">When it came; a message sent after it is remarked upon.</param>
    AlertReading Read(XElement root, DateTimeOffset received);
}
