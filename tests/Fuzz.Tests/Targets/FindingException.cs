namespace Fuzz.Tests.Targets;

/// <summary>Something that must hold of a decoder does not.</summary>
public sealed class FindingException(string message) : Exception(message)
{
    /// <summary>Throws unless it holds.</summary>
    public static void Unless(bool holds, string what)
    {
        if (!holds)
        {
            throw new FindingException(what);
        }
    }
}
