namespace Signage.Transports.Links;

/// <summary>A link could not be opened, or is gone. The message is one line that names the endpoint, what happened and what to do.</summary>
public sealed class LinkException : IOException
{
    /// <summary>Makes the exception.</summary>
    public LinkException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public LinkException(string message, Exception? cause)
        : base(message, cause)
    {
    }

    /// <summary>Makes the exception.</summary>
    public LinkException()
    {
    }
}
