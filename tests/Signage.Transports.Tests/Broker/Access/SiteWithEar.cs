namespace Signage.Transports.Tests.Broker.Access;

/// <summary>A broker with all roles, and somebody who hears everything.</summary>
public sealed class SiteWithEar : IAsyncLifetime
{
    internal AccessSite Site { get; private set; } = null!;

    internal Ear Ear { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await AccessSite.StartAsync();
        Ear = await Ear.ListenAsync(Site);
    }

    public async ValueTask DisposeAsync()
    {
        Ear?.Dispose();
        await (Site?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
