namespace Signage.Controller.Certificates;

/// <summary>What a client thinks of a server.</summary>
public abstract record PinnedAnswer
{
    private PinnedAnswer()
    {
    }

    /// <summary>It is the one that was dialled.</summary>
    public sealed record Trusted : PinnedAnswer;

    /// <summary>It is not, or does not prove it.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(PinnedFault Fault, string Reason) : PinnedAnswer;
}

/// <summary>Why a server is not believed.</summary>
public enum PinnedFault
{
    /// <summary>It shows no certificate.</summary>
    NoCertificate,

    /// <summary>Its certificate is of another authority, or of none: one that it signed itself.</summary>
    OtherAuthority,

    /// <summary>Its certificate is for other names than the one that was dialled.</summary>
    OtherName,

    /// <summary>Its certificate, or the authority, has ended.</summary>
    Over,

    /// <summary>Its certificate has not begun, by the clock of this machine.</summary>
    NotYet,

    /// <summary>Its certificate is not a server's, such as that of a device.</summary>
    OtherPurpose,
}
