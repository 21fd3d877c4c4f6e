using Signage.Core.Shows;

namespace Signage.Core.Review;

/// <summary>What the gate says to a show.</summary>
public abstract record GateAnswer
{
    private GateAnswer()
    {
    }

    /// <summary>Every page may be lit.</summary>
    /// <param name="Show">The show, fit for dispatch.</param>
    public sealed record Passed(Approved<Show> Show) : GateAnswer;

    /// <summary>At least one page may not be lit, so nothing of the show is.</summary>
    /// <param name="Reasons">One line for each page refused.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : GateAnswer;
}
