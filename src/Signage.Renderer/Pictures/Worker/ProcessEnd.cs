using System.ComponentModel;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>Ends a process with its children, and the process alone where they cannot all be ended.</summary>
internal static class ProcessEnd
{
    /// <summary>Ends it. Nothing that a child does keeps the process itself, or its pipes.</summary>
    /// <param name="all">Kills the process and its children.</param>
    /// <param name="alone">Kills the process.</param>
    public static void Of(Action all, Action alone)
    {
        try
        {
            all();
        }
        catch (Exception stays) when (stays is AggregateException or Win32Exception or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // .NET stops a process before it looks for its children: without this it would stand there for ever.
            alone();
        }
    }
}
