namespace Signage.Storage.Rows;

/// <summary>How often the flash of a panel's card was written, and what it was left with. <see cref="StoredAt"/> is null while nobody can say.</summary>
internal sealed class FlashRow
{
    public required string PanelId { get; init; }

    public long Writes { get; set; }

    public DateOnly? LastDay { get; set; }

    public int LastDayWrites { get; set; }

    public string? ItemId { get; set; }

    public string? Digest { get; set; }

    public string? Mark { get; set; }

    public DateTimeOffset? StoredAt { get; set; }
}
