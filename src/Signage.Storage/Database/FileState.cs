namespace Signage.Storage.Database;

/// <summary>What a file turned out to be that stands where a site's database should.</summary>
internal abstract record FileState
{
    private FileState()
    {
    }

    /// <summary>No file, an empty one, or one in which nothing has begun yet.</summary>
    public sealed record Nothing : FileState;

    /// <summary>Ours and whole.</summary>
    /// <param name="Applied">The migrations that it has seen, oldest first.</param>
    /// <param name="Writings">The number of its last acknowledged writing.</param>
    /// <param name="TakenAt">When the backup was taken that it is or came from; null when it never was one.</param>
    public sealed record Whole(IReadOnlyList<string> Applied, long Writings, DateTimeOffset? TakenAt) : FileState
    {
        /// <summary>How many of the writings were edits of people.</summary>
        public long Edits { get; init; }
    }

    /// <summary>Not to be used as it is.</summary>
    /// <param name="What">What is damaged, in words for a person.</param>
    public sealed record Damaged(string What) : FileState;
}
