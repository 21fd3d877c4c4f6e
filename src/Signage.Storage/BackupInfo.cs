namespace Signage.Storage;

/// <summary>One backup that was proven whole when this was made: its digest, its pages, its seals and its version.</summary>
/// <param name="Path">The file; its digest stands beside it in a file that ends in <c>.sha256</c>.</param>
/// <param name="TakenAt">When it was taken, by the site's clock of that time.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Digest">SHA-256 of the file, lower-case hex.</param>
/// <param name="Version">The newest migration that it has seen.</param>
/// <param name="Writings">How many writings the site had acknowledged; the backup with the greatest number is the newest, whatever the clocks said.</param>
public sealed record BackupInfo(string Path, DateTimeOffset TakenAt, long Bytes, string Digest, string Version, long Writings)
{
    /// <summary>How many of the writings were edits of people; 0 in a backup from before they were counted.</summary>
    public long Edits { get; init; }
}
