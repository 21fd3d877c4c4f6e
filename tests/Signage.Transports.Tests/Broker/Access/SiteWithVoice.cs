namespace Signage.Transports.Tests.Broker.Access;

/// <summary>A broker with all roles, and somebody who says everything.</summary>
public sealed class SiteWithVoice : IAsyncLifetime
{
    internal AccessSite Site { get; private set; } = null!;

    internal Voice Voice { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await AccessSite.StartAsync();
        Voice = await Voice.SpeakAsync(Site);
    }

    public async ValueTask DisposeAsync()
    {
        Voice?.Dispose();
        await (Site?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
