namespace Signage.Storage;

/// <summary>The database cannot be used: held by another process, from a newer version, foreign, damaged, or the disk refuses. The message is one line fit for a person.</summary>
public sealed class StorageException : Exception
{
    /// <summary>A failure without words.</summary>
    public StorageException()
    {
    }

    /// <summary>A failure in one line: what, where, what to do.</summary>
    public StorageException(string message)
        : base(message)
    {
    }

    /// <summary>A failure in one line, and what it came from.</summary>
    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>True when nothing was changed and the same call may succeed later by itself: the database was busy, or the disk full.</summary>
    public bool Retryable { get; init; }
}
