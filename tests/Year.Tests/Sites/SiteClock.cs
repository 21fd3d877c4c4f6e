namespace Year.Tests.Sites;

/// <summary>The clock of a site, which is set forward and back at will.</summary>
internal sealed class SiteClock : TimeProvider
{
    /// <summary>What it shows.</summary>
    public DateTimeOffset Now { get; set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
