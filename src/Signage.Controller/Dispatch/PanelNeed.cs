namespace Signage.Controller.Dispatch;

/// <summary>What a panel needs from its worker.</summary>
internal enum PanelNeed
{
    /// <summary>Nothing for now.</summary>
    Nothing,

    /// <summary>The wanted show goes to the card.</summary>
    Light,

    /// <summary>Whatever is lit is taken away.</summary>
    Darken,

    /// <summary>The card is told how bright to be.</summary>
    Dim,

    /// <summary>The card's own clock is read, or set.</summary>
    Clock,

    /// <summary>Is the card still there?</summary>
    Ping,

    /// <summary>Which pixels does it say are lit?</summary>
    ReadBack,
}
