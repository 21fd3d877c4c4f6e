using System.Net.Http.Headers;

namespace Signage.Controller.Alerts.Intake;

/// <summary>What asking an address came to.</summary>
internal abstract record FeedAnswer
{
    private FeedAnswer()
    {
    }

    /// <summary>A document.</summary>
    /// <param name="Bytes">The bytes as they came.</param>
    /// <param name="Mark">What to ask with next time.</param>
    public sealed record Document(byte[] Bytes, FeedMark Mark) : FeedAnswer;

    /// <summary>The document that was there before.</summary>
    public sealed record Unchanged : FeedAnswer;

    /// <summary>Nothing that can be used.</summary>
    /// <param name="Reason">One line for a person.</param>
    public sealed record Failed(string Reason) : FeedAnswer;
}

/// <summary>What a server said of the document that it gave last, so that it need not give it again.</summary>
/// <param name="Tag"><c>ETag</c>; null when it said none.</param>
/// <param name="Modified"><c>Last-Modified</c>; null when it said none.</param>
internal sealed record FeedMark(EntityTagHeaderValue? Tag, DateTimeOffset? Modified)
{
    /// <summary>Nothing was given yet.</summary>
    public static FeedMark None { get; } = new(null, null);
}
