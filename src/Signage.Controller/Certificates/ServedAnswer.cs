namespace Signage.Controller.Certificates;

/// <summary>What comes of opening a certificate that is to be served.</summary>
public abstract record ServedAnswer
{
    private ServedAnswer()
    {
    }

    /// <summary>It can be served; whoever asked disposes of it, after its web server.</summary>
    /// <param name="Certificate">The certificate.</param>
    public sealed record Opened(ServedCertificate Certificate) : ServedAnswer;

    /// <summary>It cannot.</summary>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(string Reason) : ServedAnswer;
}
