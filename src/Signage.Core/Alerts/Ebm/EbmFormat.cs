using System.Xml.Linq;

namespace Signage.Core.Alerts.Ebm;

/// <summary>
/// 应急广播消息 as one of the forms of warnings: the package EBD with an EBM in it, as the platforms of the interim interface (GD/J 082-2018 and what came before it) exchange
/// them. The document itself was not at hand; what is read is what independent public implementations of it agree on, see docs/alerts.md.
/// </summary>
public sealed class EbmFormat : IAlertFormat
{
    /// <inheritdoc />
    public string Name => "ebm";

    /// <summary><c>unproven</c>: no message of a platform in service was ever seen.</summary>
    public string EvidenceLevel => "unproven";

    /// <summary>True for <c>EBD</c> in no namespace: senders name that of XML Schema, but put nothing into it.</summary>
    public bool Knows(XElement root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root.Name == "EBD";
    }

    /// <inheritdoc />
    public AlertReading Read(XElement root, DateTimeOffset received) => EbmPackage.Read(root, received);
}
