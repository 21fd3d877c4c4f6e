namespace Signage.Core.Accounts;

/// <summary>A code that was given to a person once, to set a password with. Immutable.</summary>
/// <remarks>It bears any number of wrong codes: it is too long to be found by trying, and a count of its own would let anybody who knows a login name use it up.</remarks>
/// <param name="Hash">What is kept of the code; the code itself is kept by nobody.</param>
/// <param name="Until">When it ends.</param>
public sealed record Invitation(string Hash, DateTimeOffset Until)
{
    /// <summary>How long one lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(72);

    /// <summary>Whether it may still be used. One that would live longer than any does was given while the clock stood wrong.</summary>
    public bool IsOpen(DateTimeOffset now) => now < Until && Until - now <= Life;

    /// <summary>When it ends; not its hash.</summary>
    public override string ToString() => $"until {Until:O}";
}
