namespace Signage.Transports.Decorators;

/// <summary>Which way bytes went.</summary>
public enum LinkDirection
{
    /// <summary>To the card.</summary>
    Sent,

    /// <summary>From the card.</summary>
    Received,
}
