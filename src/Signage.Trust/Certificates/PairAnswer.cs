namespace Signage.Trust.Certificates;

/// <summary>What comes of reading a certificate with its key.</summary>
public abstract record PairAnswer
{
    private PairAnswer()
    {
    }

    /// <summary>The pair, to be disposed of by whoever asked.</summary>
    /// <param name="Pair">The pair.</param>
    public sealed record Opened(CertificatePair Pair) : PairAnswer;

    /// <summary>It is none.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(PairFault Fault, string Reason) : PairAnswer;
}

/// <summary>Why a text is no certificate with its key.</summary>
public enum PairFault
{
    /// <summary>It is too long, holds no certificate, no private key, or the key of another certificate.</summary>
    NoPair,

    /// <summary>It is one that this program does not issue: of another curve, or for another purpose than authority, server or device.</summary>
    OtherPurpose,
}
