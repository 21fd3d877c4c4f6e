namespace Signage.Protocols.Dialogues;

/// <summary>What a card said about itself, as named values for people and, where known, as typed facts.</summary>
/// <param name="Values">Everything that was read, in the order of the answer.</param>
public sealed record PanelReading(IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <summary>The face that the card reports; null when it does not say.</summary>
    public Signage.Core.Panels.PanelFace? Face { get; init; }

    /// <summary>False when the card reports that its screen parameters (屏参) are not loaded; null when it does not say.</summary>
    public bool? ScreenConfigured { get; init; }

    /// <summary>The type code of the card, in the protocol's own hex spelling; null when it does not say.</summary>
    public string? DeviceType { get; init; }

    /// <summary>The programmes in the card's flash, or those that were removed from it; null when the card was not asked, or cannot tell.</summary>
    public StoredProgrammes? Stored { get; init; }

    /// <summary>The programme that was left in the card's flash; null when none was.</summary>
    public StoredProgramme? Left { get; init; }

    /// <summary>Whether the card reports that it is lit; null when it does not say.</summary>
    public bool? PoweredOn { get; init; }
}
