using Microsoft.JSInterop;

namespace Signage.Web.Pages;

/// <summary>Our own modules in the browser.</summary>
internal static class Scripts
{
    /// <summary>Loads a module of ours.</summary>
    /// <param name="script">The browser.</param>
    /// <param name="path">Path below <c>wwwroot</c>.</param>
    public static ValueTask<IJSObjectReference> ImportAsync(this IJSRuntime script, string path) =>
        script.InvokeAsync<IJSObjectReference>("import", $"./_content/Signage.Web/{path}");

    /// <summary>Calls the <c>mount</c> of a module of ours, which makes something that lives on an element; null when the element has gone meanwhile.</summary>
    /// <param name="script">The browser.</param>
    /// <param name="path">Path below <c>wwwroot</c>.</param>
    /// <param name="values">The element and what else the module wants.</param>
    public static async ValueTask<IJSObjectReference?> MountAsync(this IJSRuntime script, string path, params object[] values)
    {
        var module = await script.ImportAsync(path).ConfigureAwait(true);
        await using (module.ConfigureAwait(true))
        {
            return await module.InvokeAsync<IJSObjectReference?>("mount", values).ConfigureAwait(true);
        }
    }

    /// <summary>Talks to the browser; one that has gone meanwhile is fine.</summary>
    public static async ValueTask UnlessGoneAsync(Func<ValueTask> talk)
    {
        try
        {
            await talk().ConfigureAwait(true);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The visitor has left, and with him everything that was to be stopped.
        }
    }
}
