namespace Signage.Trust.Screening;

/// <summary>What must become of a finding. A higher number weighs more.</summary>
public enum FindingSeverity
{
    /// <summary>A hint; the text may go on to review as it is.</summary>
    Hint,

    /// <summary>A reviewer must decide it and say so; until then nobody can approve the text.</summary>
    MustDecide,

    /// <summary>The text is refused and must be changed; nobody can decide otherwise.</summary>
    Refused,
}
