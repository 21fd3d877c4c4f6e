namespace Signage.Storage;

/// <summary>What came of a wish to store something.</summary>
public abstract record StoreAnswer
{
    private StoreAnswer()
    {
    }

    /// <summary>It is on the disk and survives a kill or a power cut.</summary>
    public sealed record Stored : StoreAnswer;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Refused(string Reason) : StoreAnswer;
}
