namespace Signage.Core.Alerts;

/// <summary>What becomes of a message at a site at an instant. Only <see cref="Lit"/> lights anything.</summary>
public enum AlertState
{
    /// <summary>It is lit.</summary>
    Lit,

    /// <summary>It will be lit from its <c>effective</c> on.</summary>
    Waiting,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>An update took its place.</summary>
    Replaced,

    /// <summary>It was taken back.</summary>
    Cancelled,

    /// <summary>Its status is not <c>Actual</c>: an exercise, a test, a draft, a message between machines.</summary>
    NotActual,

    /// <summary>It is an <c>Ack</c> or an <c>Error</c>, or a <c>Cancel</c>, whose work is done elsewhere.</summary>
    NoWarning,

    /// <summary>It is not for the public.</summary>
    NotPublic,

    /// <summary>It is for other places.</summary>
    Elsewhere,

    /// <summary>Its area is told in words only, so that no machine can tell whether the site is in it.</summary>
    OnlyWords,

    /// <summary>It holds no words that can be shown.</summary>
    NoWords,

    /// <summary>A person ended it at this site. A book does not know what people do; who keeps that says it.</summary>
    Ended,

    /// <summary>One with its name and other contents was taken in first and stays.</summary>
    Unused,
}

/// <summary>What becomes of a message of the book.</summary>
/// <param name="Entry">The message.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="Why">Why, one line for a person.</param>
/// <param name="By">The message that replaced it or took it back; null when none did.</param>
public sealed record AlertJudgement(AlertEntry Entry, AlertState State, string Why, AlertId? By = null);
