namespace Signage.Sheets.Tests.Hostile;

/// <summary>A file that somebody made to harm, or that another program spoiled, and what must come of it.</summary>
/// <param name="Make">Makes its bytes.</param>
/// <param name="Says">What the refusal says; null when the file is read, and its one slot is there.</param>
internal sealed record HostileCase(Func<byte[]> Make, string? Says)
{
    /// <summary>What a spoiled workbook is told to be.</summary>
    public const string NotWhole = "不是完好";

    /// <summary>The most that may be allocated for it, in bytes, all in all: counted, not held.</summary>
    public long Most { get; init; } = 48 << 20;

    public static HostileCase Read(Func<byte[]> make) => new(make, null);

    public static HostileCase Refused(Func<byte[]> make, string says = NotWhole) => new(make, says);
}
