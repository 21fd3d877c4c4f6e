namespace Signage.Core.Accounts;

/// <summary>A code that was given to a person once, to set a password with. Immutable.</summary>
/// <param name="Hash">What is kept of the code; the code itself is kept by nobody.</param>
/// <param name="Until">When it ends.</param>
/// <param name="TriesLeft">How many wrong codes it still bears; 0 and it is dead.</param>
public sealed record Invitation(string Hash, DateTimeOffset Until, int TriesLeft)
{
    /// <summary>Whether it may still be used.</summary>
    public bool IsOpen(DateTimeOffset now) => TriesLeft > 0 && now < Until;

    /// <summary>When it ends and how often it may be tried; not its hash.</summary>
    public override string ToString() => $"until {Until:O}, {TriesLeft} tries left";
}
