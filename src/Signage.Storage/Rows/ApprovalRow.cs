namespace Signage.Storage.Rows;

/// <summary>One person's approval of one text. The words stand here in full, so that what was approved can be read whatever became of the programme.</summary>
internal sealed class ApprovalRow
{
    public required string ItemId { get; init; }

    public required string Digest { get; init; }

    public required string ApprovedBy { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }
}
