using Signage.Core.Panels;

namespace Signage.Controller.Blanking;

/// <summary>一键黑屏, as a worker sees it. Answers from memory, whatever the disk, the database or the broker are doing.</summary>
public interface IBlankSwitch
{
    /// <summary>True while the panel must be dark.</summary>
    bool Covers(PanelId panel);

    /// <summary>Calls back after every press and release, from the thread of the caller; the callback neither waits nor throws.</summary>
    /// <returns>Dispose it to be called no more.</returns>
    IDisposable OnChange(Action changed);
}
