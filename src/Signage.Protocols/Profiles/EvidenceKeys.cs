namespace Signage.Protocols.Profiles;

/// <summary>The names under which <see cref="DeviceProfile.Evidence"/> speaks of the commands that every vendor shares. A profile may add names of its own.</summary>
public static class EvidenceKeys
{
    /// <summary>Load the pages of a show.</summary>
    public const string LoadPages = "loadPages";

    /// <summary>Load the pages so that they survive a power cut.</summary>
    public const string Keep = "keep";

    /// <summary>Take everything off the glass.</summary>
    public const string Blank = "blank";

    /// <summary>Ask who is there.</summary>
    public const string Ping = "ping";

    /// <summary>Switch the LEDs on or off.</summary>
    public const string Power = "power";

    /// <summary>Set the brightness.</summary>
    public const string Brightness = "brightness";

    /// <summary>Set the card's clock.</summary>
    public const string Clock = "clock";

    /// <summary>Tell the card when to darken by its own clock.</summary>
    public const string Timer = "timer";

    /// <summary>Ask for the card's state.</summary>
    public const string Status = "status";

    /// <summary>Stream single pictures.</summary>
    public const string ShowFrame = "showFrame";

    /// <summary>Ask for the pixels that are lit.</summary>
    public const string ReadPixels = "readPixels";
}
