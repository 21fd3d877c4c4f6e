using Signage.Core.Truth;

namespace Signage.Storage.Rows;

/// <summary>应显, 已发 and 实显 of one panel, each in columns of its own.</summary>
internal sealed class TruthRow
{
    public required string PanelId { get; init; }

    public string? Desired { get; set; }

    public string? Sent { get; set; }

    public Evidence SeenEvidence { get; set; }

    public string? SeenDigest { get; set; }

    public DateTimeOffset? SeenAt { get; set; }
}
