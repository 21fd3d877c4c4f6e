using Microsoft.Extensions.Hosting;

namespace Signage.Transports.Broker;

/// <summary>A host inside a program: signals and the console belong to the program.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
