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

    /// <summary>What the clock inside the card shows, in whole seconds, as people read it from a wall and without a zone; null when it does not say.</summary>
    public DateTime? Clock { get; init; }

    /// <summary>Whether the card has a timer by which it darkens its panel; null when it does not say.</summary>
    public bool? HasTimer { get; init; }

    /// <summary>The brightness that the card reports, 0 to 100 percent; null when it does not say.</summary>
    public int? BrightnessPercent { get; init; }

    /// <summary>Whether the card reports that what it shows comes from us; false when it shows something else, null when it does not say.</summary>
    public bool? PlaysOurs { get; init; }

    /// <summary>Where the card shows something else: what it says of the reason, in a sentence for a technician; null when it gives none.</summary>
    public string? WhyNotOurs { get; init; }

    /// <summary>Whether somebody told the card to show something else than what is streamed to it; null when it does not say.</summary>
    public bool? HidesStream { get; init; }

    /// <summary>
    /// What the card calls the content that it shows, a name that stands for this content alone; null when it does not say. After a show was loaded it is the
    /// name of that show, so that later reports can be held against it.
    /// </summary>
    public string? Plays { get; init; }

    /// <summary>True when the card's storage was written for a show that was loaded.</summary>
    public bool WroteStorage { get; init; }

    /// <summary>The pixels that the card says it shows; null when it was not asked, cannot tell, or hands back a picture file.</summary>
    public Signage.Core.Frames.PixelFrame? Pixels { get; init; }

    /// <summary>A picture file (PNG, JPEG) of what the card says it shows; empty when there is none. Whoever compares it decodes it.</summary>
    public ReadOnlyMemory<byte> Screenshot { get; init; }
}
