namespace Signage.Core.Truth;

/// <summary>What stands behind the claim that a panel shows something, weakest first. A page never claims more than this.</summary>
public enum Evidence
{
    /// <summary>Nothing is known.</summary>
    None,

    /// <summary>已发: the card answered that it took the content.</summary>
    Acknowledged,

    /// <summary>The card reports a state that fits the content.</summary>
    Status,

    /// <summary>实显: the card handed back the pixels that it shows.</summary>
    Pixels,

    /// <summary>A person's photograph.</summary>
    Photo,
}
