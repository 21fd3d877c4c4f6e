namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>One page of an area: how it moves and its pixels as they travel, not yet unpacked.</summary>
internal sealed record PlainPage(
    int Style,
    int DisplayMode,
    int ClearMode,
    int Speed,
    int StayHundredths,
    int Repeat,
    int ValidWidth,
    byte[] Pixels)
{
    /// <summary>Every field in one line: two pages are the same when their lines are.</summary>
    public override string ToString() =>
        $"style {Style} mode {DisplayMode} clear {ClearMode} speed {Speed} stay {StayHundredths} repeat {Repeat} valid {ValidWidth} {Convert.ToHexString(Pixels)}";
}
