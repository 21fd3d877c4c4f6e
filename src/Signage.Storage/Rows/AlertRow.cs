namespace Signage.Storage.Rows;

/// <summary>One message of a warning, and what people did with it.</summary>
internal sealed class AlertRow
{
    /// <summary>The triple of sender, identifier and instant.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset Sent { get; init; }

    public required string Document { get; init; }

    public required string TakenBy { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public string? ApprovedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    public string? ClearedBy { get; set; }

    public DateTimeOffset? ClearedAt { get; set; }
}
