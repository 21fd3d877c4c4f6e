using Microsoft.AspNetCore.Components;
using Signage.Core.Ports;

namespace Signage.Web.Pulse;

/// <summary>A part of a page that shows the site and is drawn anew at every beat of its pulse.</summary>
public abstract class SiteComponent : ComponentBase, IDisposable
{
    /// <summary>The pulse of the visitor.</summary>
    [Inject]
    public required SitePulse Pulse { get; set; }

    /// <summary>The site as of the last beat.</summary>
    protected SiteView Site => Pulse.View;

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops listening.</summary>
    protected virtual void Dispose(bool disposing) => Pulse.Beaten -= Draw;

    /// <inheritdoc />
    protected override void OnInitialized() => Pulse.Beaten += Draw;

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
