using System.Xml.Linq;

namespace Signage.Core.Alerts.Cap;

/// <summary>CAP as one of the forms of warnings.</summary>
public sealed class CapFormat : IAlertFormat
{
    /// <inheritdoc />
    public string Name => "cap";

    /// <summary><c>published</c>: the standard of OASIS and its own examples are read; nothing captured from a sender in China was.</summary>
    public string EvidenceLevel => "published";

    /// <inheritdoc />
    public bool Knows(XElement root) => CapContents.IsRoot(root);

    /// <inheritdoc />
    public AlertReading Read(XElement root, DateTimeOffset received) => CapReader.Read(root, received);
}
