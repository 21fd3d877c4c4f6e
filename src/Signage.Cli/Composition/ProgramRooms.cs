using Microsoft.Extensions.Configuration;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;

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
        var adapters = new PanelAdapters([]);
        var transports = new PanelTransports([]);
        var wire = new WireRoom(adapters, transports, files => new ProfileReader(adapters).Read(files), ProfileFolder(), _ => NobodyElse.Instance);
        return new Rooms(wire, new AbsentDrawing(), new SimulationRoom(time), new AbsentSite(), time);
    }

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
