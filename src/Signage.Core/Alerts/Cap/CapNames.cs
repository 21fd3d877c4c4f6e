using System.Xml.Linq;

namespace Signage.Core.Alerts.Cap;

/// <summary>The names of the elements that are looked for.</summary>
internal static class CapNames
{
    /// <summary>CAP 1.2, chapter 3.</summary>
    public static XNamespace Cap { get; } = "urn:oasis:names:tc:emergency:cap:1.2";

    /// <summary>The version before it; it differs in a few values.</summary>
    public static XNamespace Cap11 { get; } = "urn:oasis:names:tc:emergency:cap:1.1";

    /// <summary>RFC 4287.</summary>
    public static XNamespace Atom { get; } = "http://www.w3.org/2005/Atom";

    /// <summary>EDXL-DE 1.0, an envelope.</summary>
    public static XNamespace Edxl { get; } = "urn:oasis:names:tc:emergency:EDXL:DE:1.0";

    /// <summary>XML signatures.</summary>
    public static XNamespace Signature { get; } = "http://www.w3.org/2000/09/xmldsig#";

    /// <summary>True for a message, whatever its version.</summary>
    public static bool IsAlert(XElement element) => element.Name == Cap + "alert" || element.Name == Cap11 + "alert";
}
