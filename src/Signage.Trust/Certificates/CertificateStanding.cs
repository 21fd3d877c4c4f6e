namespace Signage.Trust.Certificates;

/// <summary>How a certificate stands at an instant, the worst word that fits.</summary>
public enum CertificateStanding
{
    /// <summary>It holds, and there is nothing to do.</summary>
    Good,

    /// <summary>It holds, and is to be renewed: a third of its life is left, or 31 days.</summary>
    Due,

    /// <summary>It holds, and ends within 30 days; an authority within 180.</summary>
    EndsSoon,

    /// <summary>It has ended.</summary>
    Over,

    /// <summary>It has not begun: a clock is wrong.</summary>
    NotYet,
}
