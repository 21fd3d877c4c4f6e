using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;

namespace Signage.Protocols.Adapters;

/// <summary>What can be asked of a panel, in words that every vendor shares.</summary>
public abstract record PanelCommand
{
    private PanelCommand()
    {
    }

    /// <summary>Load the pages of a show; the card then plays alone.</summary>
    /// <param name="Show">The show, rendered for the very card model that it goes to.</param>
    /// <param name="Keep">True to survive a power cut, as <see cref="StoreShow"/> with nothing that may be removed; false for the volatile area.</param>
    public sealed record LoadPages(Show Show, bool Keep = false) : PanelCommand
    {
        /// <summary>Whether a card whose storage every show wears may write it.</summary>
        public StorageUse Storage { get; init; }
    }

    /// <summary>
    /// Show one picture now, for links that are fast enough to stream. The controller animates; a card that is not sent anything falls back to a
    /// picture of its own after a while, see <see cref="Profiles.FramePacing.KeepAliveMilliseconds"/>.
    /// </summary>
    /// <param name="Frame">The picture, of the panel's face.</param>
    /// <param name="Tick">Which picture of the stream it is, and of when.</param>
    public sealed record ShowFrame(PixelFrame Frame, FrameTick Tick) : PanelCommand;

    /// <summary>Which pixels are lit? Answered with <see cref="Dialogues.PanelReading.Pixels"/> or <see cref="Dialogues.PanelReading.Screenshot"/>.</summary>
    public sealed record ReadPixels : PanelCommand;

    /// <summary>What does the card's flash hold? Changes nothing.</summary>
    public sealed record ListStored : PanelCommand;

    /// <summary>
    /// Store a show in the card's flash as the base page: what it plays after a power cut. Wears the flash. Every other stored programme has to go,
    /// or the card would play it too; one that is not among <paramref name="Removes"/> ends the conversation before anything is written.
    /// </summary>
    /// <param name="Show">The show, rendered for the very card model that it goes to.</param>
    /// <param name="Removes">The stored programmes that may be removed for it, by the names that <see cref="ListStored"/> told.</param>
    public sealed record StoreShow(Show Show, IReadOnlyList<string> Removes) : PanelCommand;

    /// <summary>Remove stored programmes, so that the card plays nothing after a power cut. Wears the flash. Others than those named end it before anything is removed.</summary>
    /// <param name="Removes">The stored programmes, by the names that <see cref="ListStored"/> told.</param>
    public sealed record ClearStored(IReadOnlyList<string> Removes) : PanelCommand;

    /// <summary>Light nothing: whatever the card shows is taken away.</summary>
    public sealed record Blank : PanelCommand;

    /// <summary>Is anybody there, and what is it?</summary>
    public sealed record Ping : PanelCommand;

    /// <summary>Switch the LEDs on or off.</summary>
    /// <param name="On">True for on.</param>
    public sealed record SetPower(bool On) : PanelCommand;

    /// <summary>Show what is streamed, whatever somebody told the card to show instead. For cards that report <see cref="Dialogues.PanelReading.HidesStream"/>.</summary>
    public sealed record ShowStreamed : PanelCommand;

    /// <summary>Set the brightness by hand.</summary>
    /// <param name="Percent">0 to 100; rounded to the card's scale.</param>
    public sealed record SetBrightness(int Percent) : PanelCommand
    {
        /// <summary>True for a step of the card that is not brighter than <see cref="Percent"/>, but lit unless it is 0; false for the nearest.</summary>
        public bool AtMost { get; init; }
    }

    /// <summary>Set the card's clock.</summary>
    /// <param name="Local">Wall-clock time of the site.</param>
    public sealed record SetClock(DateTimeOffset Local) : PanelCommand;

    /// <summary>Have the card darken its panel by its own clock every day, until it is told otherwise.</summary>
    /// <param name="Timer">When; <see cref="CardTimer.None"/> takes away what it was told before, or by others.</param>
    public sealed record SetTimer(CardTimer Timer) : PanelCommand;

    /// <summary>Ask the card for its state, and what time it has (<see cref="Dialogues.PanelReading.Clock"/>) where it can tell.</summary>
    public sealed record ReadStatus : PanelCommand;

    /// <summary>Take dynamic areas away from the card; what shows afterwards is the card's affair. For technicians, not for blanking.</summary>
    /// <param name="Area">The area's number; null for all.</param>
    public sealed record DeleteAreas(int? Area) : PanelCommand;
}
