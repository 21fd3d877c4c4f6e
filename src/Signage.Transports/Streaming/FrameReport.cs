namespace Signage.Transports.Streaming;

/// <summary>How a stream of pictures has gone so far.</summary>
/// <param name="Sent">Pictures that left, those sent again to keep the card awake included.</param>
/// <param name="Dropped">Pictures whose moment had passed before anybody could paint them; they are never sent later.</param>
/// <param name="Late">Pictures that left more than half a period after their moment.</param>
/// <param name="Jitter">Mean time by which pictures left after their moment.</param>
/// <param name="Latest">Longest time by which one did.</param>
public sealed record FrameReport(long Sent, long Dropped, long Late, TimeSpan Jitter, TimeSpan Latest)
{
    /// <summary>Nothing was sent yet.</summary>
    public static FrameReport None { get; } = new(0, 0, 0, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>One more picture left.</summary>
    /// <param name="behind">How long after its moment.</param>
    /// <param name="period">The time between two pictures.</param>
    public FrameReport And(TimeSpan behind, TimeSpan period) => this with
    {
        Sent = Sent + 1,
        Late = Late + (behind > period / 2 ? 1 : 0),
        Jitter = Jitter + ((behind - Jitter) / (Sent + 1)),
        Latest = behind > Latest ? behind : Latest,
    };
}
