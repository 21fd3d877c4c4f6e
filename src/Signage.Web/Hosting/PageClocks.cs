namespace Signage.Web.Hosting;

/// <summary>The clocks of the pages.</summary>
/// <param name="Site">Site time: what the header shows and loops are counted by.</param>
/// <param name="Line">Waits; real outside unit tests.</param>
public sealed record PageClocks(TimeProvider Site, TimeProvider Line);
