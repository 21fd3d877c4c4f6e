namespace Signage.Core.Panels;

/// <summary>屏幕: one physical sign, enrolled at a site.</summary>
/// <param name="Id">Its name within the site.</param>
/// <param name="Name">What people call it, such as 东门.</param>
/// <param name="ProfileId">The card model, a path below <c>firmware-profiles/</c>, such as <c>onbon/bx-6e2</c>.</param>
/// <param name="Face">Its pixels.</param>
/// <param name="Endpoint">Where its card is reached, such as <c>tcp://192.0.2.7:5005</c> or <c>serial:/dev/ttyUSB0?baud=57600</c>; on a line
/// with several cards also which one, such as <c>serial:/dev/ttyUSB0?baud=57600&amp;address=0100</c>.</param>
public sealed record Panel(PanelId Id, string Name, string ProfileId, PanelFace Face, Uri Endpoint)
{
    /// <summary>标签: the groups that it belongs to.</summary>
    public Tags Tags { get; init; } = Tags.None;
}
