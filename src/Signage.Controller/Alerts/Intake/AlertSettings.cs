namespace Signage.Controller.Alerts.Intake;

/// <summary>Section <c>Signage:Alerts</c> as it is written; <see cref="AlertIntake.Read"/> judges it.</summary>
public sealed record AlertSettings
{
    /// <summary><c>Feeds</c>: addresses, with spaces between them.</summary>
    public string? Feeds { get; init; }

    /// <summary><c>EverySeconds</c>: how often they are asked, 10 to 3600; 30 when left out.</summary>
    public string? EverySeconds { get; init; }

    /// <summary><c>Auto:Senders</c>: whose warnings are lit without a person, letter by letter, with spaces between them; nobody's when left out.</summary>
    public string? AutoSenders { get; init; }

    /// <summary><c>Auto:Severity</c>: how severe they are at least; <c>Severe</c> when left out.</summary>
    public string? AutoSeverity { get; init; }

    /// <summary><c>Auto:Urgency</c>: how urgent they are at least; <c>Expected</c> when left out.</summary>
    public string? AutoUrgency { get; init; }

    /// <summary><c>Auto:Certainty</c>: how certain they are at least; <c>Likely</c> when left out.</summary>
    public string? AutoCertainty { get; init; }
}
