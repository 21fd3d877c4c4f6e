namespace Signage.Protocols.Dialogues;

/// <summary>Which shapes a scheme can have.</summary>
public static class LinkShapes
{
    /// <summary>The shape of a scheme where nobody says otherwise.</summary>
    public static LinkShape Usual(string scheme) => scheme switch
    {
        "udp" => LinkShape.Datagram,
        "http" => LinkShape.Exchange,
        _ => LinkShape.Stream,
    };

    /// <summary>Whether a scheme can have a shape.</summary>
    public static bool Fits(string scheme, LinkShape shape) => shape == Usual(scheme) || (scheme == "mqtt" && shape == LinkShape.Topics);
}
