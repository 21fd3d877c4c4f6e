namespace Signage.Trust.Screening;

/// <summary>What a panel can show, told by whoever knows: the renderer its font, the profile the character set of the card.</summary>
public interface IPanelSigns
{
    /// <summary>The panel, font or card model, as people call it.</summary>
    string Name { get; }

    /// <summary>Every part of the text that the panel cannot show as it is; empty when it can show all.</summary>
    /// <param name="text">Well-formed Unicode without refused signs.</param>
    IEnumerable<UnshowableSign> Unshowable(string text);
}
