namespace Signage.Controller.Hosting;

/// <summary>A site cannot start. Every reason is one clear line for a person.</summary>
public sealed class SiteStartException : Exception
{
    /// <summary>Takes the reasons.</summary>
    public SiteStartException(IReadOnlyList<string> reasons)
        : base(string.Join('\n', reasons)) => Reasons = reasons;

    /// <summary>Takes one reason.</summary>
    public SiteStartException(string reason)
        : this([reason])
    {
    }

    /// <summary>Takes one reason and what caused it.</summary>
    public SiteStartException(string reason, Exception cause)
        : base(reason, cause) => Reasons = [reason];

    /// <summary>Without a reason.</summary>
    public SiteStartException()
        : this(Words.CannotStart)
    {
    }

    /// <summary>The reasons, a line each.</summary>
    public IReadOnlyList<string> Reasons { get; }
}
