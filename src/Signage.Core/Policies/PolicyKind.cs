namespace Signage.Core.Policies;

/// <summary>What a policy is about. The numbers stand in databases and never change.</summary>
public enum PolicyKind
{
    /// <summary>静默: nothing is lit.</summary>
    Quiet = 1,

    /// <summary>亮度: no brighter than a share of what the panel can.</summary>
    Brightness = 2,

    /// <summary>临街: nothing flashes, stills stand, movement is slow.</summary>
    Road = 3,

    /// <summary>哀悼: festive words pause, and what is lit is grey.</summary>
    Memorial = 4,
}
