namespace Signage.Disks;

/// <summary>A file was written and has its name, but the disk did not say that the name will outlive a power cut. The message is one line fit for a person.</summary>
public sealed class NotFlushedException : IOException
{
    /// <summary>A failure without words.</summary>
    public NotFlushedException()
    {
    }

    /// <summary>A failure in one line: what happened.</summary>
    public NotFlushedException(string message)
        : base(message)
    {
    }

    /// <summary>A failure in one line, and what it came from.</summary>
    public NotFlushedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
