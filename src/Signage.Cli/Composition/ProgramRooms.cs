using System.Text.Json;
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
    private const string SettingsFile = "appsettings.json";
    private const string ProfilesBesideProgram = "firmware-profiles";

    /// <summary>Puts the program together.</summary>
    /// <exception cref="UserError">The settings of the program are broken.</exception>
    public static Rooms Create() => Create(AppContext.BaseDirectory);

    /// <summary>Puts the program together.</summary>
    /// <param name="folder">Where its settings are.</param>
    /// <exception cref="UserError">The settings are broken.</exception>
    internal static Rooms Create(string folder)
    {
#pragma warning disable RS0030 // A composition root chooses the clock; everybody else is given it.
        var time = TimeProvider.System;
#pragma warning restore RS0030
        var adapters = SiteHost.Adapters();
        // The same links as a site has. The list lives as long as the program, so nobody disposes it.
        var transports = new ServiceCollection().AddSingleton(time).AddPanelTransports().BuildServiceProvider().GetRequiredService<PanelTransports>();
        var wire = new WireRoom(adapters, transports, files => new ProfileReader(adapters).Read(files), ProfileFolder(folder), Hold);
        return new Rooms(wire, new DrawingRoom(), new SimulationRoom(time), new SiteRoom(time), time);
    }

    private static HeldEndpoints Hold(Uri endpoint, DeviceProfile profile, string verb) =>
        HeldEndpoints.Take(RuntimeFolder.Open(), endpoint, profile, Words.HolderBench.With(verb, Environment.ProcessId));

    // The setting may come from the environment (Signage__Profiles) or from the program's own settings file.
    private static string ProfileFolder(string folder)
    {
        try
        {
            var configuration = new ConfigurationBuilder()
                .SetBasePath(folder)
                .AddJsonFile(SettingsFile, optional: true)
                .AddEnvironmentVariables()
                .Build();
            return configuration[ProfilesSetting] is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, ProfilesBesideProgram);
        }
        catch (InvalidDataException broken)
        {
            throw new UserError(Words.SettingsBroken.With(Path.Combine(folder, SettingsFile), What(broken)), broken);
        }
    }

    private static string What(Exception broken)
    {
        for (var cause = broken; cause is not null; cause = cause.InnerException)
        {
            if (cause is JsonException json)
            {
                return JsonFaults.Of(json);
            }
        }

        return Failures.OneLine((broken.InnerException ?? broken).Message);
    }
}
