namespace Signage.Controller.Certificates;

/// <summary>What comes of asking the certificate desk.</summary>
public abstract record CertificateAnswer
{
    private CertificateAnswer()
    {
    }

    /// <summary>It was done.</summary>
    /// <param name="Authority">The authority.</param>
    /// <param name="Certificates">What was asked about: those that are there, or those that were written.</param>
    /// <param name="Troubles">What could not be read or done beside it, a line each for people.</param>
    public sealed record Done(KeptCertificate Authority, IReadOnlyList<KeptCertificate> Certificates, IReadOnlyList<string> Troubles) : CertificateAnswer
    {
        /// <summary>Those that a renewal left as they are. They may have an alarm that it cannot answer, such as one that ends with its authority.</summary>
        public IReadOnlyList<KeptCertificate> Others { get; init; } = [];
    }

    /// <summary>Nothing was done.</summary>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(string Reason) : CertificateAnswer;
}
