using Signage.Core.Alerts;

namespace Signage.Controller.Alerts.Intake;

/// <summary>Which warnings of a feed are lit without a person. Who sent one is what it says of itself: the way on which it comes has to be one that is trusted.</summary>
/// <param name="Senders">CAP 1.2 <c>sender</c>, letter by letter.</param>
/// <param name="Severity">At least so severe.</param>
/// <param name="Urgency">At least so urgent.</param>
/// <param name="Certainty">At least so certain.</param>
public sealed record AutoApproval(IReadOnlyList<string> Senders, AlertSeverity Severity, AlertUrgency Urgency, AlertCertainty Certainty)
{
    /// <summary>True when all that a message tells passes. What is no warning, or is not real, or not for the public, is lit by nobody.</summary>
    public bool Allows(AlertMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message is { Status: AlertStatus.Actual, Scope: AlertScope.Public, Type: AlertMessageType.Alert or AlertMessageType.Update, Infos.Count: > 0 }
            && Senders.Contains(message.Id.Sender, StringComparer.Ordinal)
            && message.Infos.All(info => info.Severity <= Severity && info.Urgency <= Urgency && info.Certainty <= Certainty);
    }
}
