namespace Signage.Controller.Alerts.Intake;

/// <summary>A way on which warnings come by themselves. Whatever it does, the site goes on.</summary>
internal interface IWarningFeed
{
    /// <summary>What a person should know: that it has been silent for too long, and why; null when all is well.</summary>
    string? Note { get; }

    /// <summary>Takes warnings in until told to stop.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
