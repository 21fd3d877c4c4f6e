namespace Signage.Core.Panels;

/// <summary>Where a panel hangs: which line, and which card on it.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Line">The identity of its line: one text for every spelling of one line, without secrets, such as <c>serial:/dev/ttyUSB0</c>.</param>
/// <param name="Address">The one card that its frames are meant for, in the one spelling of its protocol; null when every card on the line obeys them.</param>
/// <param name="Baud">The speed that it wants, bits per second; null where a line has none.</param>
public sealed record PanelPlace(PanelId Panel, string Line, string? Address, int? Baud = null)
{
    /// <summary>False for a line that leads to one card only, whatever is written: no address would part two panels there.</summary>
    public bool HasAddresses { get; init; } = true;

    /// <summary>The identity of the second line of a card that has two; null for a card with one. Nobody shares it: what is said there has no address.</summary>
    public string? Control { get; init; }
}
