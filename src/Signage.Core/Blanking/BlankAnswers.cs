namespace Signage.Core.Blanking;

/// <summary>What came of a press.</summary>
public abstract record PressAnswer
{
    private PressAnswer()
    {
    }

    /// <summary>It holds, from before this answer on.</summary>
    /// <param name="Number">The number of the press; a release has to name it.</param>
    /// <param name="Unwritten">Why it could not be written down, in a line for a person; null when it was. Then it ends with the program.</param>
    public sealed record Pressed(int Number, string? Unwritten) : PressAnswer;

    /// <summary>Nothing was pressed.</summary>
    /// <param name="Reason">Why, in a line for a person.</param>
    public sealed record Refused(string Reason) : PressAnswer;
}

/// <summary>What came of a wish to release.</summary>
public abstract record ResumeAnswer
{
    private ResumeAnswer()
    {
    }

    /// <summary>The panels stay dark until another person says the same.</summary>
    /// <param name="Until">Up to when the word holds, site time, if nobody steps the clock.</param>
    public sealed record Waits(DateTimeOffset Until) : ResumeAnswer;

    /// <summary>It is released, and that is on the disk.</summary>
    public sealed record Released : ResumeAnswer;

    /// <summary>The panels stay dark, and nothing was noted for this person.</summary>
    /// <param name="Reason">Why, in a line for a person.</param>
    public sealed record Refused(string Reason) : ResumeAnswer;
}
