namespace Signage.Packing;

/// <summary>A package cannot be made; the message is for the person who wanted it.</summary>
public sealed class PackingException : Exception
{
    /// <summary>Says why.</summary>
    public PackingException(string message)
        : base(message)
    {
    }

    /// <summary>Says why and what caused it.</summary>
    public PackingException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Without a reason.</summary>
    public PackingException()
    {
    }
}
