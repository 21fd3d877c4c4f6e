namespace Signage.Storage.Rows;

/// <summary>One entry of the audit.</summary>
internal sealed class AuditRow
{
    /// <summary>1 for the first, then one more each.</summary>
    public required long Number { get; init; }

    /// <summary>The entry as its export says it.</summary>
    public required string Line { get; init; }
}
