using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Signage.Cli.Terminal;
using Signage.Cli.Arguments;
using Signage.Controller.Hosting;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Transports;
using Signage.Transports.Links;
using Signage.Transports.Locks;

namespace Signage.Cli.Composition;

/// <summary>The rooms of the real program. The one place where the command chooses its parts.</summary>
internal static class ProgramRooms
{
    private const string ProfilesSetting = "Signage:Profiles";
    private const string ProfilesBesideProgram = "firmware-profiles";

    /// <summary>Puts the program together.</summary>
    public static Rooms Create()
    {
#pragma warning disable RS0030 // A composition root chooses the clock; everybody else is given it.
        var time = TimeProvider.System;
#pragma warning restore RS0030
        var adapters = SiteHost.Adapters();
        // The same links as a site has. The list lives as long as the program, so nobody disposes it.
        var transports = new ServiceCollection().AddSingleton(time).AddPanelTransports().BuildServiceProvider().GetRequiredService<PanelTransports>();
        var wire = new WireRoom(adapters, transports, files => new ProfileReader(adapters).Read(files), ProfileFolder(), Hold);
        return new Rooms(wire, new DrawingRoom(), new SimulationRoom(time), new SiteRoom(time), time);
    }

    private static EndpointLock Hold(Uri endpoint) =>
        EndpointLock.TryTake(RuntimeFolder.Open(), endpoint, $"signage show, process {Environment.ProcessId}", out var heldBy)
        ?? throw new UserError(Words.EndpointHeld.With(Endpoints.WithoutSecrets(endpoint), heldBy));

    // The setting may come from the environment (Signage__Profiles) or from the program's own settings file.
    private static string ProfileFolder()
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        return configuration[ProfilesSetting] is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, ProfilesBesideProgram);
    }
}
