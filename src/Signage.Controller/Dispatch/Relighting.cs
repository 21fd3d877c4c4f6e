using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Dispatch;

/// <summary>
/// What a card has to be told besides its content when it reported that it does not light it: to show what is streamed to it, to switch on, and to a brightness, the last one that it was
/// seen at. It is told so until it reports otherwise, each time after its content was sent, so that nothing else is ever lit by it. Used by one worker.
/// </summary>
/// <param name="capabilities">What the card can do.</param>
internal sealed class Relighting(ProfileCapabilities capabilities)
{
    // Half, for a card that nobody ever saw at a brightness: bright enough to be read, and no glare at night.
    private const int Usual = 50;
    private bool _hides;
    private bool _isOff;
    private bool _isDimmed;
    private int _brightness = Usual;

    /// <summary>The card said something of itself.</summary>
    public void Heard(PanelReading? reading)
    {
        _hides = reading?.HidesStream ?? _hides;
        _isOff = reading?.PoweredOn is { } on ? !on : _isOff;
        _isDimmed = reading?.BrightnessPercent is { } percent ? percent == 0 : _isDimmed;
        _brightness = reading?.BrightnessPercent is { } lit and > 0 ? lit : _brightness;
    }

    /// <summary>What it has to be told after darkness was sent, in order: a stream that it hides is darkness that nobody sees.</summary>
    public IReadOnlyList<PanelCommand> AfterDarkness => _hides ? [new PanelCommand.ShowStreamed()] : [];

    /// <summary>What it has to be told after a show was sent, in order; none for a card that lights it or does not say.</summary>
    /// <param name="isHeld">True when somebody else sees to its brightness.</param>
    /// <param name="isDark">True for a show that lights nothing: a card that is off by its own timer then is left so.</param>
    public IReadOnlyList<PanelCommand> AfterShow(bool isHeld, bool isDark) =>
    [
        .. AfterDarkness,
        .. _isOff && !isDark && capabilities.Power ? (PanelCommand[])[new PanelCommand.SetPower(true)] : [],
        .. _isDimmed && !isHeld ? (PanelCommand[])[new PanelCommand.SetBrightness(_brightness)] : [],
    ];
}
